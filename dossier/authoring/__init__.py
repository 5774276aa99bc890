"""What helps to write records: starting files, the guide, JSON Schema for editors."""
