"""Articles about one developing event, found in order of publication."""
