"""A tall drawing comes in pieces: nothing is lost, no row is cut, each has the scale beneath it."""

from __future__ import annotations

from dossier.rendering.pdf.pieces import SCALE, TALLEST, pieces, uncut
from dossier.rendering.pictures.drawing import Drawing, Link, Path, Words, box, line

WIDTH = 100.0
ROW = 25.0


def drawing(rows: int) -> Drawing:
    """Rows with a name and a linked sign, a line down through all, a scale and words below."""
    marks: list[Words | Path | Link] = []
    for row in range(rows):
        y = row * ROW
        marks.append(Path(line(0, y, WIDTH, y), "rule"))
        marks.append(Words(0, y + 15, f"row {row}"))
        marks.append(Link("a.html", f"sign {row}", (Path(box(50, y + 10, 8, 8), "solid"),)))
    end = rows * ROW
    marks.append(Path(line(30, 0, 30, end), "axis broken"))
    marks.append(Path(line(0, end, WIDTH, end), "axis"))
    marks.append(Words(0, end + 15, "2024"))
    marks.append(Words(0, end + 34, "what the scale means"))
    return Drawing(WIDTH, end + 40, tuple(marks))


def words(marks: tuple[Words | Path | Link, ...]) -> list[str]:
    return [mark.words for mark in marks if isinstance(mark, Words)]


def test_a_drawing_that_fits_a_page_stays_whole() -> None:
    small = drawing(3)
    assert pieces(small) == [uncut(small)]


def test_every_row_stands_whole_in_one_piece_with_the_scale_beneath() -> None:
    tall = drawing(14)
    found = pieces(tall)
    assert len(found) == 3
    assert [name for piece in found for name in words(piece.marks) if name.startswith("row")] == [
        f"row {row}" for row in range(14)
    ]
    for piece in found:
        assert piece.bottom - piece.top <= WIDTH * TALLEST + ROW + SCALE
        assert (piece.top % ROW, words(piece.marks).count("2024")) == (0, 1)
        signs = sum(isinstance(mark, Link) for mark in piece.marks)
        assert signs == sum(name.startswith("row") for name in words(piece.marks))
        (down,) = (m for m in piece.marks if isinstance(m, Path) and m.look == "axis broken")
        assert down.d.startswith(f"M30 {piece.top:g}L30 ")
    assert [words(piece.marks).count("what the scale means") for piece in found] == [0, 0, 1]


def test_a_tall_drawing_without_rows_is_not_cut() -> None:
    bare = Drawing(WIDTH, 900, (Words(0, 15, "text"),))
    assert pieces(bare) == [uncut(bare)]
