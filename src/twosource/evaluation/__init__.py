"""Gold readers, metrics and the quality gate."""
