"""The last hand on a page: text is polished and explained, markup and code are left alone."""

from __future__ import annotations

import pytest

from dossier.rendering.finishing import finish, shorten

NBSP = "\N{NO-BREAK SPACE}"


def polished(html: str) -> str:
    return finish(html, "ru", {}, typeset=True)


def test_text_between_tags_is_tied() -> None:
    assert polished("<p>в Анкаре</p>") == f"<p>в{NBSP}Анкаре</p>"


def test_white_space_at_the_edges_of_a_piece_stays() -> None:
    assert polished("<p>Был <b>в Анкаре</b> и уехал</p>") == (
        f"<p>Был <b>в{NBSP}Анкаре</b> и{NBSP}уехал</p>"
    )


@pytest.mark.parametrize("tag", ["code", "pre", "script", "style", "kbd", "svg", "textarea"])
def test_code_and_drawings_stay_as_they_are(tag: str) -> None:
    html = f"<{tag} class='x'>в Анкаре <i>в ОДКБ</i></{tag}>"
    assert finish(html, "ru", {"ОДКБ": "x"}, typeset=True) == html


def test_text_after_code_is_tied_again() -> None:
    assert polished("<code>в А</code><p>в Анкаре</p>") == f"<code>в А</code><p>в{NBSP}Анкаре</p>"


def test_attributes_stay_as_they_are() -> None:
    html = '<a title="в Анкаре" href="x">y</a>'
    assert polished(html) == html


@pytest.mark.parametrize(
    "html",
    [
        '<a title="a > в ОДКБ" href="x">y</a>',
        "<a title='a > в ОДКБ' href='x'>y</a>",
        '<a title = "ОДКБ > \'ОДКБ" href=x>y</a>',
        "<!-- в > в ОДКБ -->",
    ],
)
def test_a_sign_inside_a_tag_or_a_comment_does_not_end_it(html: str) -> None:
    assert finish(html, "ru", {"ОДКБ": "договор"}, typeset=True) == html


def test_a_dash_stays_with_the_link_before_it() -> None:
    html = '<p>читайте <a href="f">ленту</a> — её читает</p>'
    assert finish(html, "ru", {}, typeset=False) == html.replace("</a> —", "</a>\u00a0—")


@pytest.mark.parametrize(
    ("text", "tied"), [("решений о ", True), ("(«в\n", True), ("текст ", False), ("РК ", False)]
)
def test_a_preposition_stays_with_the_link_after_it(text: str, tied: bool) -> None:
    made = finish(f"<p>{text}<a>нормах</a></p>", "ru", {}, typeset=False)
    assert made == f"<p>{text[:-1]}{chr(0xA0) if tied else text[-1]}<a>нормах</a></p>"
    assert finish("<p>we do <a>it</a></p>", "en", {}, typeset=True) == "<p>we do <a>it</a></p>"


def test_a_written_table_comes_in_a_box_called_like_its_columns() -> None:
    table = (
        "<table>\n<thead>\n"
        '<tr>\n<th>Поле</th>\n<th><code>x</code> &amp; "y"</th>\n</tr>\n</thead>\n'
        "<tbody>\n<tr>\n<td>1</td>\n<td>2</td>\n</tr>\n</tbody>\n</table>"
    )
    opening = (
        '<div class="table-box" tabindex="0" role="group" aria-label="Поле, x &amp; &quot;y&quot;">'
    )
    made = finish(f"<p>a</p>\n{table}\n<p>b</p>", "ru", {}, typeset=True)
    assert made == f"<p>a</p>\n{opening}{table}</div>\n<p>b</p>"
    assert finish(table, "ru", {}, typeset=False) == table


def test_text_of_the_data_is_not_polished_twice() -> None:
    assert finish("<p>в Анкаре</p>", "ru", {}, typeset=False) == "<p>в Анкаре</p>"


def test_an_abbreviation_is_explained_where_it_is_first_used() -> None:
    html = finish("<p>ОДКБ и ОДКБ</p><p>ОДКБ</p>", "ru", {"ОДКБ": "договор"}, typeset=False)
    assert html == '<p><abbr title="договор">ОДКБ</abbr> и ОДКБ</p><p>ОДКБ</p>'


@pytest.mark.parametrize("tag", ["h1", "h2", "abbr", "button", "nav"])
def test_headings_and_controls_explain_nothing(tag: str) -> None:
    html = finish(f"<{tag}>ОДКБ</{tag}> ОДКБ", "ru", {"ОДКБ": "договор"}, typeset=False)
    assert html == f'<{tag}>ОДКБ</{tag}> <abbr title="договор">ОДКБ</abbr>'


def test_a_short_text_is_not_shortened() -> None:
    assert shorten("Подписано в Анкаре", 40) == "Подписано в Анкаре"


def test_a_long_text_is_cut_at_a_word_and_says_so() -> None:
    assert shorten("one two, three", 9) == "one two…"
    assert shorten("one two — three", 10) == "one two…"


def test_a_text_never_grows_beyond_its_limit_by_more_than_the_sign() -> None:
    assert len(shorten("word " * 100, 160)) <= 161
