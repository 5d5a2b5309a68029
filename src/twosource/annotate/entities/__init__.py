"""Names and quantities, by rules and gazetteers."""
