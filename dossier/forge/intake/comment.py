"""What the automation says below an issue, in both languages; hostile text is made harmless."""

from __future__ import annotations

from dossier.diff import escape
from dossier.forge.intake.outcome import Draft, Outcome, Proposal, Refusal, Trouble
from dossier.forge.sentences import Sentences
from dossier.language.words import LANGUAGES

MARKER = "<!-- dossier:intake -->"
MOST_TROUBLES = 30


def as_comment(outcome: Outcome) -> str:
    """The whole comment, Russian first."""
    parts = [_in(outcome, Sentences(language)) for language in LANGUAGES]
    return MARKER + "\n" + "\n\n---\n\n".join(parts) + "\n"


def _in(outcome: Outcome, say: Sentences) -> str:
    if isinstance(outcome, Refusal):
        shown = [f"{n}. {_trouble(t, say)}" for n, t in enumerate(outcome.troubles, 1)]
        if len(shown) > MOST_TROUBLES:
            rest = str(len(shown) - MOST_TROUBLES)
            shown = [*shown[:MOST_TROUBLES], say("more", number=rest)]
        return "\n".join([f"### {say('refused.title')}", "", say("refused.intro"), "", *shown])
    if isinstance(outcome, Proposal):
        quoted = [
            f"- **{field.label[say.language]}:** {escape.plain(outcome.answers[field.id], 2000)}"
            for field in outcome.form.fields
            if field.id in outcome.answers
        ]
        reason = say(f"human.{outcome.reason}")
        return "\n".join([f"### {say('human.title')}", "", reason, "", *quoted])
    paths = ", ".join(map(escape.code, outcome.files))
    lines = [f"### {say('draft.title')}", "", say("draft.intro", path=paths)]
    lines += _mended_in(outcome, say)
    lines += warnings_of(outcome, say)
    return "\n".join(lines)


def _mended_in(draft: Draft, say: Sentences) -> list[str]:
    """What was written otherwise than it was given, as list items below a line that says so."""
    items = [
        f"- **{mended.field.label[say.language]}:** "
        f"{escape.code(mended.given, 200)} → {escape.code(mended.written, 200)}"
        for mended in draft.mended
    ]
    return ["", say("draft.mended"), "", *items] if items else []


def warnings_of(draft: Draft, say: Sentences) -> list[str]:
    """What a reviewer should look at, as list items below a line that says so."""
    if not draft.warnings:
        return []
    troubles = [Trouble("finding", finding=finding) for finding in draft.warnings]
    return ["", say("draft.warnings"), "", *(f"- {_trouble(trouble, say)}" for trouble in troubles)]


def _trouble(trouble: Trouble, say: Sentences) -> str:
    if trouble.finding is not None:
        where = f"{escape.code(trouble.values['path'])}: " if "path" in trouble.values else ""
        sentence = where + say.finding(trouble.finding)
    else:
        values = {key: _shown(key, value, say) for key, value in trouble.values.items()}
        sentence = say(f"trouble.{trouble.key}", **values)
    if trouble.field is None:
        return sentence
    return f"**{trouble.field.label[say.language]}.** {sentence}"


def _shown(key: str, value: str, say: Sentences) -> str:
    """A value in a sentence: what the engine said as prose, everything else as code."""
    if key in ("said", "remedy", "length", "limit"):
        return escape.sentence(value)
    if key == "near":
        return say("near", id=escape.code(value)) if value else ""
    return escape.code(value, 200)
