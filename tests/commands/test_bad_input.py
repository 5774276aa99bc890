"""The worst of input: each is a finding with a place and a remedy, and the site stays as it was."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.commands.breaking import ELEMENT, FIRST, Break, replace, run, write


def large(data: Path) -> None:
    with (data / ELEMENT).open("r+b") as file:
        file.truncate(50 * 1024 * 1024)


def folder(data: Path) -> None:
    (data / ELEMENT).unlink()
    (data / ELEMENT).mkdir()


def link_out(data: Path) -> None:
    outside = data.parent / "outside.yml"
    (data / ELEMENT).rename(outside)
    (data / ELEMENT).symlink_to("../../outside.yml")


def folder_out(data: Path) -> None:
    (data / "questions").rename(data.parent / "outside")
    (data / "questions").symlink_to("../outside")


def list_out(data: Path) -> None:
    (data / "link-exceptions.yml").symlink_to("/etc/hostname")


def link_circle(data: Path) -> None:
    (data / ELEMENT).unlink()
    (data / ELEMENT).symlink_to(ELEMENT.rpartition("/")[2])


def pipe(data: Path) -> None:
    (data / ELEMENT).unlink()
    os.mkfifo(data / ELEMENT)


def page_out(data: Path) -> None:
    page = data.parent / "docs" / "ru" / "index.md"
    page.parent.mkdir(parents=True)
    page.symlink_to("/dev/zero")


def circle(data: Path) -> None:
    replace(
        "  - element: trial-plan-2019\n    relation: carries_out",
        "  - element: trial-plan-2019\n    relation: follows",
    )(data)
    replace(
        "    relation: under",
        "    relation: under\n  - element: trial-exercise-2020\n    relation: follows",
        "elements/trial-plan-2019.yml",
    )(data)


BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)

BAD: dict[str, tuple[Break, str]] = {
    "broken YAML": (replace("kind: exercise", "kind: [exercise"), "yaml-syntax"),
    "a tab": (replace("  ru: Прошло", "\tru: Прошло"), "yaml-syntax"),
    "a colon in a text": (replace("ru: Прошло", "ru: Итог: прошло"), "yaml-syntax"),
    "two documents": (replace("review: published", "---\nreview: published"), "yaml-syntax"),
    "a list at the top": (write("- id: trial-exercise-2020\n"), "yaml-syntax"),
    "a bare word": (write("hello\n"), "yaml-syntax"),
    "a list as a key": (write("? [a, b]\n: c\n"), "yaml-syntax"),
    "a duplicate key": (replace("mode: deed", "mode: deed\nmode: word"), "yaml-duplicate-key"),
    "an alias bomb": (write(BOMB), "yaml-alias"),
    "a merge key": (write("base: &base {a: b}\nother:\n  <<: *base\n"), "yaml-alias"),
    "!!python/object": (
        replace("mode: deed", "mode: !!python/object/apply:os.system ['true']"), "yaml-tag",
    ),
    "deep nesting": (write("a: " + "[" * 5000), "yaml-depth"),
    "not UTF-8": (write("id: проба\n".encode("cp1251")), "yaml-encoding"),
    "UTF-16": (write("id: проба\n".encode("utf-16")), "yaml-encoding"),
    "a NUL": (replace("mode: deed", "mode: de\0ed"), "yaml-encoding"),
    "50 MB": (large, "yaml-size"),
    "an empty file": (write(""), "yaml-empty"),
    "only a comment": (write("# later\n"), "yaml-empty"),
    "an empty field": (replace("mode: deed", "mode:"), "yaml-no-value"),
    "a folder for a file": (folder, "file-place"),
    "a link out of data/": (link_out, "file-place"),
    "a link to itself": (link_circle, "file-place"),
    "a pipe": (pipe, "file-place"),
    "a page that is a link to a device": (page_out, "file-place"),
    "an unknown record type": (write("id: x\n", "events/x.yml"), "file-place"),
    "a wrong extension": (write("id: x\n", "elements/x.yaml"), "file-place"),
    "a javascript: link": (
        replace("https://agency.example.org/2020/06/trial", "javascript:alert(1)",
                "sources/trial-agency.yml"), "url-form",
    ),
    "a dangling reference": (replace("trial-plan-2019", "trial-plan-2109"), "unknown-reference"),
    "a cycle of relations": (circle, "relation-cycle"),
    "an id with ../": (replace("id: trial-exercise-2020", "id: ../trial-exercise"), "schema-value"),
    "a reference with ../": (
        replace("source: trial-agency", "source: ../sources/trial-agency"), "unknown-reference",
    ),
    "a number as a text": (replace("kind: exercise", "kind: 0x1F"), "unknown-term"),
    "an unquoted NO as a term": (replace("mode: deed", "mode: NO"), "unknown-term"),
    "a day that does not exist": (replace("date: '2020-06-15'", "date: 2020-06-31"), "date-format"),
    "a folder that leads out of data/": (folder_out, "file-place"),
    "a broken list of editions": (write("editions: [", "editions.yml"), "yaml-syntax"),
    "a list of editions that is another thing": (
        write("id: tombstones\ntombstones: []\n", "editions.yml"), "schema-unknown-field",
    ),
    "a list of exceptions that leads out of data/": (list_out, "file-place"),
    "fields for a text": (replace("mode: deed", "mode: {word: deed}"), "schema-value"),
    "a text for fields": (replace("title:\n  ru: Прошло", "title: Прошло\nnote:\n  ru: П"),
                          "schema-value"),
}  # fmt: skip


@pytest.mark.parametrize("what", BAD)
def test_bad_input_is_a_finding_with_a_place_and_a_remedy(what: str, data: Path) -> None:
    break_it, rule = BAD[what]
    break_it(data)
    started = time.process_time()
    result = run("check", "--data", data)
    assert time.process_time() - started < 5
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    found = FIRST.findall(result.output)
    assert rule in {name for _, name in found}, result.output
    assert result.output.count("\n  help: ") >= len(found) > 0
    assert "Traceback" not in result.output


@pytest.mark.parametrize("what", BAD)
def test_bad_input_leaves_an_existing_site_as_it_was(what: str, data: Path) -> None:
    break_it, rule = BAD[what]
    break_it(data)
    site = data.parent / "site"
    site.mkdir()
    (site / "index.html").write_text("the site of yesterday")
    beside = sorted(data.parent.iterdir())
    result = run("build", "--data", data, "--site", site)
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 1
    assert f"error[{rule}]" in result.output
    assert f"the data has errors; {site} is as it was" in result.output
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "the site of yesterday"
    assert sorted(data.parent.iterdir()) == beside
