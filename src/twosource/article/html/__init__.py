"""HTML pages to drafts: metadata first, then the story without the page around it."""
