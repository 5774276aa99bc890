"""Texts in two languages, and the strictness that every part of a record shares."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field


class Model(BaseModel):
    """Frozen, and closed: a field that the model does not name is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Text(Model):
    """A text in Russian and English. Russian is the original; English may follow later."""

    ru: str = Field(min_length=1, description="The text in Russian.")
    en: str | None = Field(default=None, description="The same text in English.")

    def in_language(self, language: str) -> str:
        """The text in `language` (`ru` or `en`), or the Russian original where it is missing."""
        return self.en if language == "en" and self.en else self.ru

    def language_shown(self, language: str) -> str:
        """The language that `in_language` really gives, for the `lang` attribute."""
        return "en" if language == "en" and self.en else "ru"
