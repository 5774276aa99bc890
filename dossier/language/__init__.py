"""Words, typography and numbers of each language."""
