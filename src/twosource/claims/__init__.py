"""Statements with slots, and the claims that statements of one story share."""
