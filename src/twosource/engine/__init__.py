"""Engines run stages: they shard, shuffle and put results in canonical order; they decide nothing."""
