"""The dossier's engine: YAML records in, audited pages out."""
