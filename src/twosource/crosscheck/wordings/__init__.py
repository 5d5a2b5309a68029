"""One name or one quotation in two wordings."""
