"""What stands inside one article: times, names, quantities, attributions."""
