"""One standing issue that says what is to be looked at again: opened, kept up to date, closed."""

from __future__ import annotations

from collections.abc import Iterator

from dossier.forge.github import gh

MARKER = "<!-- dossier:freshness -->"
LABEL = "freshness"
TITLE = "Что пора проверить снова · What is to be looked at again"
MOST_CHARACTERS = 60_000
INTRO = (
    "Составлено автоматически и обновляется раз в неделю. «Не отвечает» не значит «исчезло». · "
    "Made by a machine and renewed every week. “Does not answer” does not mean “gone”.\n"
)
CUT = "\n… дальше не поместилось. · … the rest did not fit.\n"


def remind(repository: str, reports: list[str]) -> Iterator[str]:
    """Open or renew the issue with these reports; close it when none of them holds a task."""
    body = "\n".join([MARKER, INTRO, *reports])
    if len(body) > MOST_CHARACTERS:
        body = body[: MOST_CHARACTERS - len(CUT)].rpartition("\n")[0] + CUT
    has_tasks = any("- [ ]" in report for report in reports)
    path = f"repos/{repository}/issues"
    ours = [
        issue
        for issue in gh.ask(f"{path}?labels={LABEL}&state=open&per_page=100")
        if (issue.get("user") or {}).get("login") == gh.BOT
        and str(issue.get("body", "")).startswith(MARKER)
    ]
    if ours:
        state = "open" if has_tasks else "closed"
        gh.send("PATCH", f"{path}/{ours[0]['number']}", {"body": body, "state": state})
        yield f"issue {ours[0]['number']} is up to date, and {state}"
    elif has_tasks:
        issue = gh.send("POST", path, {"title": TITLE, "body": body, "labels": [LABEL]})
        yield f"opened issue {issue.get('number')}"
    else:
        yield "nothing is due, and no issue is open"
