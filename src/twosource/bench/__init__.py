"""Throughput and memory, each case in its own process."""
