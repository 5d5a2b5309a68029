"""What was open, or so, at first and is told, or otherwise, later."""
