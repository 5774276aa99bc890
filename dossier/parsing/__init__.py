"""Text to nodes with positions: strict YAML, limits, malformed input."""
