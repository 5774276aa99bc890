"""One order in the search index: Pagefind writes its filters in the order of a hash table.

The order changes from run to run, and with it the content and the names of a few files. Here each
filter is sorted and named anew by its content, so that the same pages give the same bytes. The
format is Pagefind's: gzip over a mark and CBOR arrays (Pagefind 1.5, `pagefind_dcd`).
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

MARK = b"pagefind_dcd"
# The fields of Pagefind's metadata, in their order; the filters are [name, hash] pairs.
FILTERS = 3


class UnknownFormatError(Exception):
    """A file of the index is not of the form that this module knows."""


def settle_order(folder: Path) -> None:
    """Give the index in `folder` an order that depends on its content alone.

    Raises `UnknownFormatError` when a file is not as Pagefind 1.5 writes it.
    """
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text("utf-8"))
    for language in entry["languages"].values():
        language["hash"] = _settle_language(folder, language["hash"])
    entry_file.write_text(json.dumps(entry, sort_keys=True, ensure_ascii=False), "utf-8")


def _settle_language(folder: Path, name: str) -> str:
    """Sort the filters of one language; the new name of its metadata."""
    old = folder / f"pagefind.{name}.pf_meta"
    meta = _read(old)
    if len(meta) <= FILTERS:
        raise UnknownFormatError(f"{old.name}: fewer fields than Pagefind 1.5 writes")
    language = name.partition("_")[0]
    meta[FILTERS] = sorted(
        [key, _settle_filter(folder / "filter" / f"{stored}.pf_filter", language)]
        for key, stored in meta[FILTERS]
    )
    packed = _packed(meta)
    old.unlink()
    new = f"{language}_{hashlib.sha256(packed).hexdigest()[:10]}"
    (folder / f"pagefind.{new}.pf_meta").write_bytes(packed)
    return new


def _settle_filter(path: Path, language: str) -> str:
    """Sort the values of one filter; its new name."""
    key, values = _read(path)
    packed = _packed([key, sorted([value, sorted(pages)] for value, pages in values)])
    path.unlink()
    new = f"{language}_{hashlib.sha256(packed).hexdigest()[:10]}"
    path.with_name(f"{new}.pf_filter").write_bytes(packed)
    return new


def _read(path: Path) -> list[Any]:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(MARK):
        raise UnknownFormatError(f"{path.name}: it does not begin with the mark {MARK.decode()}")
    value = cbor2.loads(content[len(MARK) :])
    if not isinstance(value, list):
        raise UnknownFormatError(f"{path.name}: an array was expected")
    return value


def _packed(value: list[Any]) -> bytes:
    packed = bytearray(gzip.compress(MARK + cbor2.dumps(value), compresslevel=9, mtime=0))
    # Pythons differ in the tenth byte of the header, the system that packed: unknown (RFC 1952).
    packed[9] = 255
    return bytes(packed)
