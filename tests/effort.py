"""How many examples a property is tried on: few at each change, many in `make prove`.

`make prove` sets `HYPOTHESIS_PROFILE=prove`. A property whose single example takes long, since it
loads or checks a whole dataset, is tried on a share of them.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("change", max_examples=500, deadline=None)
settings.register_profile("prove", max_examples=10_000, deadline=None)
settings.register_profile("mutants", max_examples=50, deadline=None, derandomize=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "change"))


def share(part: float) -> int:
    """A part of the examples of the profile."""
    return round(settings().max_examples * part)
