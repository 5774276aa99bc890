"""How one string is written: bare where YAML allows it, in single quotes where it does not.

Quotes stand where YAML 1.1 or 1.2 would read something other than the string (a number, a date,
`no`), so that every other program reads what we do.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml

from dossier.model.annotations import Edtf
from dossier.model.shape import Shape

_RESOLVER: Any = yaml.resolver.Resolver()
_CORE_1_2 = re.compile(  # numbers of the YAML 1.2 core schema that 1.1 reads as text
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+"
)
_YAML_1_1 = frozenset("yYnN")  # in the YAML 1.1 types, though PyYAML leaves them alone
_HIDDEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_INDICATORS = "#,[]{}&*!|>'\"%@`"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


def written(value: str, shape: Shape, inline: bool = False) -> str:
    """The string as it stands on one line; `inline` is within braces or brackets."""
    if not _is_visible(value):
        return _escaped(value)
    if any(isinstance(mark, Edtf) for mark in shape.marks):
        return _quoted(value)
    if shape.is_bare and re.fullmatch(r"true|false|0|[1-9][0-9]*", value):
        return value
    return _quoted(value) if needs_quotes(value, inline) else value


def needs_quotes(value: str, inline: bool = False) -> bool:
    """Whether a bare string would be read as something else, or not at all."""
    return (
        not any(map(str.isalnum, value))  # '+' beside '-' and '0' is easier read as they are
        or value != value.strip(" ")
        or value[0] in _INDICATORS
        or (value[0] in "-?:" and (inline or value[1:2] in ("", " ")))
        or value.startswith(("---", "..."))
        or ": " in value
        or value.endswith(":")
        or " #" in value
        or (inline and any(char in value for char in ",[]{}?:"))
        or value in _YAML_1_1
        or _resolves(value)
    )


def block(value: str) -> list[str] | None:
    """A text of several lines as a literal block: its header, then the lines; None if it cannot.

    Where white space at an edge would be lost or misread, escapes say more than a block.
    """
    body = value.removesuffix("\n")
    lines = body.split("\n")
    if len(lines) < 2 and body == value:
        return None
    if any(not _is_visible(line) or line != line.rstrip() for line in lines):
        return None
    if not lines[0] or not lines[-1] or lines[0].startswith((" ", "#")):
        return None
    return ["|-" if body == value else "|", *lines]


def _resolves(value: str) -> bool:
    tag: str = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))
    return tag != "tag:yaml.org,2002:str" or bool(_CORE_1_2.fullmatch(value))


def _is_visible(value: str) -> bool:
    return value.isprintable() or not any(map(_is_hidden, value))


def _is_hidden(char: str) -> bool:
    """Control, format and private characters, line separators, and what YAML does not allow."""
    return unicodedata.category(char) in _HIDDEN or char in "\ufffe\uffff"


def _quoted(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _escaped(value: str) -> str:
    return '"' + "".join(map(_escape, value)) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if not _is_hidden(char):
        return char
    code = ord(char)
    if code < 0x100:
        return f"\\x{code:02X}"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
