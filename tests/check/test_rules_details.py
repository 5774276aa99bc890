"""What single rules let pass and what not, where one golden case cannot show it all."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from dossier.check import rules
from dossier.dataset import load
from dossier.model import Vocabulary
from tests.making import dataset, element, text

ELEMENT = "elements/trial-exercise-2020.yml"
PLAN = "elements/trial-plan-2019.yml"
AGREEMENT = "elements/trial-agreement-2018.yml"


def found(data: Path, today: datetime.date | None = None) -> list[str]:
    return [finding.rule for finding in rules.findings(load(data), today)]


def change(data: Path, name: str, old: str, new: str) -> None:
    text = (data / name).read_text("utf-8")
    assert text.count(old) == 1, (name, old)
    (data / name).write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize(
    ("kind", "parties", "told"),
    [
        ("exercise", ("kazakhstan",), True),
        ("statement", ("kazakhstan",), False),
        ("statement", ("russia",), True),
        ("exercise", ("union",), False),
        ("exercise", ("union", "kazakhstan"), True),
        ("exercise", ("kz-mod", "turkiye"), False),
        ("exercise", ("nobody",), False),
    ],
)
def test_a_law_or_a_statement_is_of_one_side_and_a_common_body_of_all(
    kind: str, parties: tuple[str, ...], told: bool
) -> None:
    def term(**fields: object) -> dict[str, object]:
        return {"label": text("A"), **fields}

    actors = {
        "kazakhstan": term(flags=("side",)), "turkiye": term(flags=("side",)), "russia": term(),
        "kz-mod": term(state="kazakhstan"), "union": term(flags=("joint",)),
    }  # fmt: skip
    kinds = {"exercise": term(), "statement": term(flags=("one_sided",))}
    axes = [
        Vocabulary.model_validate({"id": id_, "title": text("x"), "source": "x", "terms": terms})
        for id_, terms in (("actors", actors), ("kinds", kinds))
    ]
    rule = rules.all_rules()["cooperation-sides"]
    made = dataset(element("a", kind=kind, parties=parties), *axes)
    assert bool([*rule.problems(made, None)]) == told
    made = dataset(element("a", kind=kind, parties=parties, scope="context"), *axes)
    assert not [*rule.problems(made, None)]


def test_a_long_circle_is_told_once_and_mutual_see_also_never(data: Path) -> None:
    change(data, AGREEMENT, "checked:", "related:\n  - element: trial-exercise-2020\n"
           "    relation: carries_out\n  - element: trial-plan-2019\n    relation: see_also\n"
           "checked:")  # fmt: skip
    change(data, PLAN, "    relation: under\n", "    relation: see_also\n"
           "  - element: trial-agreement-2018\n    relation: carries_out\n")  # fmt: skip
    assert found(data) == ["relation-cycle"]


def test_a_chain_of_many_elements_is_no_circle(data: Path) -> None:
    text = (data / ELEMENT).read_text("utf-8")
    for number in range(1200):
        name = f"trial-exercise-{number + 3000}"
        follows = text.replace("id: trial-exercise-2020", f"id: {name}").replace(
            "- element: trial-plan-2019\n    relation: carries_out",
            f"- element: trial-exercise-{number + 3001}\n    relation: follows",
        )
        (data / "elements" / f"{name}.yml").write_text(follows, "utf-8")
    dataset = load(data)
    assert list(rules.all_rules()["relation-cycle"].problems(dataset, None)) == []


@pytest.mark.parametrize(
    ("rule", "name", "old", "new", "told"),
    [
        ("risk-balance", "risks/trial-habits.yml", "strongest_support:\n  ru: Уже одно учение "
         "меняет привычки.\n  en: Even one exercise changes habits.\n", "",
         "the risk lacks the best case for it; add `strongest_support:`, as long as "
         "`strongest_counter`"),
        ("future-date", "sources/trial-column.yml", "published: '2021-03'", "published: '2027'",
         "2027 is later than 2026-11-20, the day on which the record was last checked; mend the "
         "year, the month or the day"),
        ("future-date", "assessments/trial-concern.yml", "'2021-03'", "'2027'",
         "2027 is later than 2026-11-21, the latest day in the data; mend the year, the month or "
         "the day"),
        ("risk-hypotheses", "risks/trial-habits.yml", "      no-effect: '0'", "      zzz: '0'",
         "there is no hypothesis `zzz` in this risk; its hypotheses are `weakens` and `no-effect`"),
        ("tombstone-chain", "tombstones.yml", "      - trial-plan-2019", "      - zzz",
         "there is no element `zzz`; name an existing element"),
        ("moved-reference", ELEMENT, "element: trial-plan-2019", "element: trial-plan",
         "`trial-plan` was moved; write `trial-plan-2019`; `dossier fmt --fix` does it everywhere"),
        ("step-order", PLAN, "\nchecked:", "\nsteps:\n  - {stage: signed, date: '2020'}\n"
         "  - {stage: signed, date: x}\n  - {stage: signed, date: '2019'}\nchecked:",
         "the step of 2019 stands after a later one; put the steps in time order"),
    ],
)  # fmt: skip
def test_what_a_rule_says_of_what_its_case_does_not_hold(
    rule: str, name: str, old: str, new: str, told: str, data: Path
) -> None:
    change(data, name, old, new)
    asked = rules.all_rules()[rule]
    findings = [problem.finding(asked) for problem in asked.problems(load(data), None)]
    assert [(it.path, f"{it.message}; {it.remedy}") for it in findings] == [(f"data/{name}", told)]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("theme: {name: тема}".encode("cp1251"), ["the theme of the site is `material`"]),
        (b"theme: {name: x", []),
        (b"theme: [name]", []),
        (b"- theme", []),
        (b"", []),
        (b"theme: {features: {a: b}, font: 'false', name: material}", []),
    ],
)
def test_any_configuration_is_read(written: bytes, told: list[str], data: Path) -> None:
    (data.parent / "mkdocs.yml").write_bytes(written)
    problems = rules.all_rules()["theme-setting"].problems(load(data), None)
    assert [str(it.message) for it in problems] == told


@pytest.mark.parametrize("checked", ["2026-11-20/..", "2026-11-20/2050", "../2050"])
def test_work_that_is_not_done_is_no_check(checked: str, data: Path) -> None:
    text = (data / PLAN).read_text("utf-8")
    change(data, PLAN, text[text.index("checked: ") :].split("\n")[0], f"checked: '{checked}'")
    change(data, "sources/trial-column.yml", "published: '2021-03'", "published: '2027-01'")
    assert found(data) == ["future-date", "future-date"], "and it moves no limit for the rest"


def test_without_a_day_the_latest_in_the_data_is_the_limit(data: Path) -> None:
    change(data, "sources/trial-column.yml", "published: '2021-03'", "published: '2026-11-21'")
    assert found(data) == ["future-date"], "published after it was consulted"
    change(data, "sources/trial-column.yml", "accessed: '2026-11-20'", "accessed: '2027-01-05'")
    assert found(data) == []
    assert found(data, datetime.date(2026, 11, 22)) == ["future-date"]


@pytest.mark.parametrize(
    ("date", "rule"),
    [("2019", []), ("2019-01", []), ("2019-01-02", []), ("2019-01-01", ["suspicious-date"]),
     ("2018/2019-12-31", ["suspicious-date"]), ("2019-01-01~", ["suspicious-date"])],
)  # fmt: skip
def test_the_first_and_the_last_day_of_a_year_want_a_note(
    date: str, rule: list[str], data: Path
) -> None:
    change(data, ELEMENT, "date: '2020-06-15'", f"date: '{date}'")
    assert found(data) == rule
    change(data, ELEMENT, "date_basis: event", "date_basis: entry_into_force")
    assert found(data) == []


def test_a_date_that_cannot_be_read_is_told_once(data: Path) -> None:
    change(data, ELEMENT, "date: '2020-06-15'", "date: '2020-02-30'")
    assert found(data) == ["date-format"]


def test_a_rejected_claim_cannot_show_that_something_is_in_force(data: Path) -> None:
    change(data, AGREEMENT, "    cites:\n", "    rank: deprecated\n    rank_reason:\n"
           "      ru: Другой документ.\n      en: Another document.\n    cites:\n")  # fmt: skip
    assert "stage-beyond-citations" in found(data)


def test_two_origins_or_an_official_one_show_a_ratification(data: Path) -> None:
    change(data, PLAN, "stage: signed", "stage: ratified")
    change(data, ELEMENT, "stage: held", "stage: ratified")
    assert found(data) == ["stage-beyond-citations"]
    change(data, ELEMENT, "related:", "      - source: trial-column\n        shows:\n"
           "          ru: слова о законе о ратификации\n"
           "          en: the words on the law of ratification\nrelated:")  # fmt: skip
    assert found(data) == []


def test_an_expert_view_may_be_confirmed_by_the_text_of_its_author(data: Path) -> None:
    article = "articles/trial-article.yml"
    change(data, article, "        verdict: single_source", "        verdict: confirmed\n"
           "        assessments:\n          - trial-concern")  # fmt: skip
    assert found(data) == []


def test_while_a_file_cannot_be_read_nothing_is_called_unused(data: Path) -> None:
    (data / "articles" / "trial-article.yml").write_text("id: [", "utf-8")
    (data / "assessments" / "trial-concern.yml").write_text("id: [", "utf-8")
    assert set(found(data)) == {"yaml-syntax"}


def test_a_missing_axis_is_told_once(data: Path) -> None:
    (data / "vocabulary" / "kinds.yml").unlink()
    assert found(data) == ["unknown-term"]


def test_a_broken_axis_is_told_in_its_own_file_only(data: Path) -> None:
    (data / "vocabulary" / "kinds.yml").write_text("id: kinds\nterms: [", "utf-8")
    assert found(data) == ["yaml-syntax"]


def test_the_same_data_give_the_same_findings(data: Path) -> None:
    change(data, ELEMENT, "kind: exercise", "kind: excercise")
    change(data, PLAN, "    relation: under", "    relation: undr")
    assert rules.findings(load(data)) == rules.findings(load(data))


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Около 6,5 тыс. военных.", "About 6,500 soldiers."),
        ("Грант на 1,5 млн долларов.", "A grant of 1.5 million dollars."),
        ("Более 2000 военных и 18 стран.", "More than 2,000 soldiers, 18 countries."),
        ("В учении «Центразбат-97».", "In the exercise Centrasbat 97."),
        ("Двенадцать стран, год 2019-й.", "Twelve countries, the year 2019."),
        ("В 2022-2023 годах.", "In 2022–2023."),
    ],
)
def test_the_same_numbers_written_in_two_ways_are_the_same(
    data: Path, russian: str, english: str
) -> None:
    change(data, ELEMENT, "ru: Учение прошло по пробному плану.", f"ru: {russian}")
    change(data, ELEMENT, "en: The exercise was held under the trial plan.", f"en: {english}")
    assert "numbers-differ" not in found(data)


def test_a_name_in_quotes_may_be_in_the_other_alphabet(data: Path) -> None:
    change(data, ELEMENT, "under the trial plan.", "as “Пробное учение” (учение).")
    assert "other-alphabet" not in found(data)


def test_a_draft_may_wait_for_its_english_text(data: Path) -> None:
    change(data, ELEMENT, "  en: A trial exercise was held\n", "")
    change(data, ELEMENT, "review: published", "review: draft")
    severities = {f.rule: f.severity for f in rules.findings(load(data))}
    assert severities["missing-translation"] == "warning"


def test_a_judging_word_comes_with_what_to_write_instead(data: Path) -> None:
    words = "vocabulary/judgement_words.yml"
    text = (data / words).read_text("utf-8")
    first = text.index("      en: weaken")
    end = text.index("\n", first) + 1
    meant = "    definition:\n      ru: назовите действие\n      en: name the act\n"
    (data / words).write_text(text[:end] + meant + text[end:], "utf-8")
    change(data, ELEMENT, "The exercise was held", "The exercise weakens")
    change(data, ELEMENT, "Учение прошло", "Учение ослабляет")
    told = [f for f in rules.findings(load(data)) if f.rule == "judgement-word"]
    assert [f.remedy.in_language("en") for f in told] == ["say who judges so, or: name the act"] * 2
    assert told[0].remedy.in_language("ru") == "скажите, чьё это суждение, или: назовите действие"


def test_a_source_that_a_mistyped_id_means_is_told_of_once(data: Path) -> None:
    for name in (PLAN, "assessments/trial-reply.yml"):
        text = (data / name).read_text("utf-8")
        assert "source: trial-ministry" in text
        mistyped = text.replace("source: trial-ministry", "source: trial-minstry")
        (data / name).write_text(mistyped, "utf-8")
    assert set(found(data)) == {"unknown-reference"}
