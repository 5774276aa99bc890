"""The bill of materials: the lock of the site as CycloneDX, with licences and vendored files.

.venv/bin/python -m supply.bill FILE
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from supply import packages, vendored

ROOT = packages.ROOT


def bill() -> dict[str, Any]:
    """The bill as JSON, the same for the same lock and the same files."""
    command = [
        sys.executable, "-W", "ignore", "-m", "cyclonedx_py", "requirements", "requirements.lock",
        "--pyproject", "pyproject.toml", "--sv", "1.6", "--output-reproducible", "-o", "-",
    ]  # fmt: skip
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    made: dict[str, Any] = json.loads(ran.stdout)
    for component in made["components"]:
        component.pop("description", None)  # the line of the lock, which the rest repeats
        for place in component.get("externalReferences", ()):
            place["url"] = component["purl"]  # no host: each machine has its own
        if told := packages.licence(component["name"]):
            component["licenses"] = [{"expression": told} if _is_spdx(told) else _named(told)]
    made["components"] += [_vendored(work) for work in vendored.listed()]
    return made


def _is_spdx(told: str) -> bool:
    return all(word.replace("-", "").replace(".", "").isalnum() for word in told.split())


def _named(told: str) -> dict[str, Any]:
    return {"license": {"name": told}}


def _vendored(work: dict[str, Any]) -> dict[str, Any]:
    """One vendored work as a component whose parts are its files."""
    files = [
        {"type": "file", "name": name, "hashes": [{"alg": "SHA-256", "content": digest}]}
        for name, digest in work["files"].items()
    ]
    return {
        "type": "data",
        "bom-ref": f"vendored:{work['name']}",
        "name": work["name"],
        "version": work["version"],
        "description": f"from {work['source']}; changed: {work['changed']}",
        "licenses": [{"license": {"id": work["licence"]}}],
        "components": files,
    }


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(json.dumps(bill(), indent=1, ensure_ascii=False) + "\n", "utf-8")
