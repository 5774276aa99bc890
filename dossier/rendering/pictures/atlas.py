"""The outline of a region and where its places are: `map.json` beside the records.

Coordinates come from one public-domain dataset, which the file names with its version, the package
that it was taken from and its checksum; they are degrees, longitude first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dossier.rendering.pictures.drawing import Path as Line

NAME = "map.json"
LARGEST = 200_000  # bytes; an outline is a sketch
Point = tuple[float, float]


class Settlement(BaseModel):
    """A town of the dataset under its name there."""

    model_config = ConfigDict(extra="forbid")

    name: str
    at: Point


class Atlas(BaseModel):
    """Land as rings of points, the middle of each country, and towns, by the ids of places."""

    model_config = ConfigDict(extra="forbid")

    source: str
    licence: str
    outline: dict[str, str]
    places: dict[str, str]
    made: str
    frame: tuple[float, float, float, float]
    countries: dict[str, Point]
    settlements: dict[str, Settlement]
    land: list[list[Point]] = Field(min_length=1)

    def holds(self, point: Point) -> bool:
        """Whether a point lies in the frame."""
        west, south, east, north = self.frame
        return west <= point[0] <= east and south <= point[1] <= north


def read(data: Path) -> Atlas | None:
    """The outline of a dossier; none where it has none, or one that cannot be read."""
    path = data / NAME
    try:
        if path.stat().st_size > LARGEST:
            return None
        return Atlas.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


@dataclass(frozen=True, slots=True)
class Projection:
    """Mercator's, which keeps angles: a frame of degrees on a width of units."""

    atlas: Atlas
    width: float

    @property
    def height(self) -> float:
        """How high the frame is at this width."""
        return self.place((self.atlas.frame[0], self.atlas.frame[1]))[1]

    def place(self, point: Point) -> Point:
        """Where a point stands; the upper left corner of the frame is the origin."""
        west, _, east, north = self.atlas.frame
        unit = self.width / math.radians(east - west)
        return (math.radians(point[0] - west) * unit, (_up(north) - _up(point[1])) * unit)

    def land(self) -> Line:
        """All land as one path in whole units, each step from the point before."""
        parts = []
        for ring in self.atlas.land:
            points = [tuple(round(value) for value in self.place(point)) for point in ring]
            steps = [(x - before[0], y - before[1]) for before, (x, y) in pairwise(points)]
            way = " ".join(f"{x} {y}" for x, y in steps if x or y)
            if way:
                parts.append(f"M{points[0][0]} {points[0][1]}l{way}z")
        return Line("".join(parts), "land")


def _up(latitude: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
