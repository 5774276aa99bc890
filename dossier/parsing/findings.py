"""What is wrong in a file: where it is, what it is and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dossier.messages import Message

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One mistake in a file, ready to be shown.

    `path` is relative to the folder above `data/`, and empty for a text that is no file; `line`
    and `column` count from 1, as editors and compilers do. `message` says what is wrong, `remedy`
    how to mend it.
    """

    path: str
    line: int
    column: int
    rule: str
    message: Message
    remedy: Message
    severity: Severity = "error"

    @property
    def is_error(self) -> bool:
        """Whether the finding stops the build."""
        return self.severity == "error"
