"""Bytes to `Raw`: one reader a file, every failure a `Rejected`."""
