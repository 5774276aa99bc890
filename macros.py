"""The entry of mkdocs-macros: hands every macro of `dossier.rendering.macros` to the pages."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Define the dossier's macros for pages (called by mkdocs-macros at every build)."""
    from dossier.rendering.macros import NAMES

    for name in NAMES:
        env.macro(_macro(env, name), name)


def _macro(env: Any, name: str) -> Any:
    """One macro, bound to the page that is being built."""

    def macro(*args: Any, **kwargs: Any) -> str:
        from dossier.rendering import macros
        from dossier.site import adapter

        renderer = adapter.edition_of(env.conf).renderer(env.conf["theme"]["language"])
        result: str = getattr(macros.Macros(renderer, env.page.url), name)(*args, **kwargs)
        return result

    return macro
