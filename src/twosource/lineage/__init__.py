"""Who took what from whom: fingerprints, alignment, relation, direction, origins."""
