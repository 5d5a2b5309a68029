"""Who says what: direct and indirect speech, by rules."""
