"""The folders of the engine and what each imports, as the table in docs/development/folders.md.

`make folders` writes the page anew; a test holds it against the code.
"""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator

import grimp

from tests.conftest import ROOT

PAGE = ROOT / "docs/development/folders.md"
ENGINE = ROOT / "dossier"
HEAD = """\
# Folders and their imports

Written by `make folders` from the code; a test fails when it is out of date. A folder imports only
folders that stand above it: `make lint` names an import that climbs (the contracts are in
`pyproject.toml`, `[tool.importlinter]`).

| Folder | What it holds | Imports |
|---|---|---|
"""


def order() -> list[str]:
    """The folders as the contract lists them, the lowest first."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    layers = next(c["layers"] for c in contracts["contracts"] if c["id"] == "folders")
    return [str(layer) for layer in reversed(layers)]


def imports(folder: str, graph: grimp.ImportGraph) -> set[str]:
    """The folders that the modules of a folder import."""
    package = f"dossier.{folder}"
    modules = {package, *graph.find_descendants(package)}
    targets = {t for m in modules for t in graph.find_modules_directly_imported_by(m)}
    return {name for target in targets if (name := target.split(".")[1]) != folder}


def rows() -> Iterator[str]:
    graph = grimp.build_graph("dossier", cache_dir=None)
    names = order()
    for name in names:
        folder = ENGINE / name
        module = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
        about = ast.get_docstring(ast.parse(module.read_text("utf-8"))) or ""
        sentence = " ".join(about.split("\n\n")[0].split())
        used = imports(name, graph)
        listed = ", ".join(f"`{other}`" for other in names if other in used) or "–"
        yield f"| `{name}` | {sentence} | {listed} |"


def page() -> str:
    """The page as it should be."""
    return HEAD + "\n".join(rows()) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
