"""Outlines of the 2025 communes: rings of latitude and longitude, as one table gives them together."""

import json
from pathlib import Path

from exchange_writer import Element, number
from tables import TableError

FILE = "communes_2025_outlines.geojson"
SOURCE = "thanglequoc/vietnamese-provinces-database (MIT), 2026-08; simplified together to about 90 m"


def read(tables):
    """Returns the rings of each commune: lists of latitude and longitude, the last point not repeated."""
    path = Path(tables.folder) / FILE
    if not path.is_file():
        return {}
    found = {}
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        code, shape = feature["properties"]["code"], feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        if any(len(polygon) != 1 for polygon in polygons):
            raise TableError(f"{FILE}: commune {code} has a hole, which an outline cannot say")
        rings = [[(lat, lon) for lon, lat in polygon[0]] for polygon in polygons]
        found[code] = [ring[:-1] if ring[0] == ring[-1] else ring for ring in rings]
    return found


def fill(document, outlines, places):
    """Adds the outline of each commune that is held."""
    for code, rings in outlines.items():
        if code not in places.new_names:
            raise TableError(f"{FILE}: there is no 2025 commune {code!r}")
        shapes = [" ".join(f"{number(lat)} {number(lon)}" for lat, lon in ring) for ring in rings]
        document.add(Element("outline", [Element("ring", shape=shape) for shape in shapes], place=f"gso-2025:{code}"))


def holds(rings, lat, lon):
    """Returns whether a point lies inside."""
    inside = False
    for ring in rings:
        for (lat1, lon1), (lat2, lon2) in zip(ring, ring[1:] + ring[:1]):
            if (lat1 > lat) != (lat2 > lat) and lon < lon1 + (lat - lat1) / (lat2 - lat1) * (lon2 - lon1):
                inside = not inside
    return inside
