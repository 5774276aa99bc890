"""EDTF dates: reading, bounds and wording."""
