"""Compiled templates, kept between runs as Python keeps its own modules.

Compiling takes as long as building a small site. The files lie in a folder of the user's below
that of temporary files, which Jinja makes and trusts only if nobody else may write there.
"""

from __future__ import annotations

import contextlib

import jinja2
from jinja2.bccache import Bucket


class _Compiled(jinja2.FileSystemBytecodeCache):
    """One file a name: what is kept of a changed template, or of a copy's, is written over."""

    def get_bucket(
        self, environment: jinja2.Environment, name: str, filename: str | None, source: str
    ) -> Bucket:
        """What is kept of a template; its text and place say whether that fits."""
        place_and_text = self.get_source_checksum(f"{filename}\n{source}")
        bucket = Bucket(environment, self.get_cache_key(name), place_and_text)
        self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled, where there is room."""
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)


def compiled(environment: str) -> jinja2.BytecodeCache | None:
    """What keeps the templates of an environment; None where no folder can be trusted with them.

    Environments of one name must read templates alike: compiled code holds their settings.
    """
    try:
        return _Compiled(pattern=f"__dossier_{environment}_%s.cache")
    except (OSError, RuntimeError):
        return None
