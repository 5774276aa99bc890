"""Commands of their own module, registered in `cli.py`; each is one call into the engine."""
