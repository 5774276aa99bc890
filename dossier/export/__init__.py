"""All machine-readable outputs of a dataset, one module a format: see `outputs.py`."""
