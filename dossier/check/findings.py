"""What a check has to say: one finding is one mistake, where it is and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake in the data, ready to be shown.

    `path` is relative to the folder above `data/`; `line` and `column` count from 1, as editors
    and compilers do. `message` says what is wrong, `remedy` how to mend it.
    """

    path: str
    line: int
    column: int
    rule: str
    message: str
    remedy: str
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether the finding stops the build."""
        return self.severity == "error"
