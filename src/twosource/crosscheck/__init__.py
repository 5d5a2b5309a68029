"""What stands behind each claim, and where sources part."""
