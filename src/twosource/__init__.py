"""twosource: what raw news coverage really amounts to."""
