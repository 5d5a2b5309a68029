"""One story, ready to read: as HTML, Markdown and JSON."""
