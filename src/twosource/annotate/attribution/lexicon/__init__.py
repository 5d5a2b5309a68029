"""Reporting words as TOML, written for this project."""
