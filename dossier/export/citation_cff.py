"""`CITATION.cff` (Citation File Format 1.2): how to cite the dossier as a dataset.

The version is the edition, so that the copy in the repository changes once an edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from dossier.export.bundle import Bundle
from dossier.language.words import Words

PATH = "CITATION.cff"


def files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    """The file, as JSON within YAML 1.2 where a value needs quotes."""
    about, day = bundle.dataset.about, bundle.edition["edition"]
    name = about.name.en or about.name.ru
    facts = {
        "cff-version": "1.2.0",
        "message": "If you use this dossier, please cite it by the edition that you used.",
        "type": "dataset",
        "title": name,
        "authors": [{"name": Words("en")("log.author")}],
        "license": bundle.licence["name"],
        **({"version": day, "date-released": day} if day else {}),
        **({"url": bundle.site} if bundle.site else {}),
    }
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()]
    yield PATH, ("\n".join(lines) + "\n").encode()
