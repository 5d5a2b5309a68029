"""What coverage makes of a text that somebody asks about."""
