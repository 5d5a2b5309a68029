"""Pure text mechanics: characters in, positions out. Knows nothing of articles or news."""
