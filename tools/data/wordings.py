#!/usr/bin/env python3
"""Writes wordings.xml of a folder of exchange documents: its sources and notes in Vietnamese and English.

    tools/data/wordings.py network-data/northern-support

The words stand in wordings/*.csv beside this file, a row for each text or pattern. A source without
words is an error; a note without is counted. The same documents give the same bytes.
"""

import csv
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))

from exchange_writer import Document, Element, Schema

FILE = "wordings.xml"
TABLES = Path(__file__).resolve().parent / "wordings"
SCENARIOS = Path(__file__).resolve().parents[2] / "network-data/scenarios"
SCHEMA = Path(__file__).resolve().parents[2] / "Sources/Exchange/Schema/exchange.xsd"
SOURCES = {"source", "pointSource", "demandSource"}
NOTES = {"note", "basis", "condition", "legalBasis", "restriction", "hours", "method", "kmMethod", "rankBasis", "helipadNote",
         "attribution", "text", "season", "about", "every"}
VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Texts that read the same in both languages: addresses, days, the names of sites and citations.
NEUTRAL = re.compile(
    r"https?://\S+|[\d\s./:–-]+|[\w-]+(\.[\w-]+)+( \d+)?|iTRAQI|\d{4}|\d+ (km|m|t|km/h)"
    r"|(?:[^a-z\s]\S*|[–+=]|[\d/.-]+ km|tỉnh|xã|sân|bay|trực|thăng)(?:\s(?:[^a-z\s]\S*|sân|bay|trực|thăng|tỉnh|xã|km))*"
    r"|[a-z]\w+ (ar)?\d+( \(\S+\)| = https?://\S+)?|https?://\S+, \S+|[\w.]+ \d+/\d+(/\d+)?"
    r"|.*(\d{4};\d+:\w+|PMC\d+|doi\.org/).*|(JAMA|Holodinsky|Venema|Meara|Royan)\b.*")
LINKED = re.compile(r"(https?://\S+|[\w-]+(?:\.[\w-]+)*) \((.+)\)")


class Words:
    """The rows of the tables: texts, and patterns that begin with "~"."""

    def __init__(self, folder=TABLES):
        self.exact, self.patterns = {}, []
        for path in sorted(Path(folder).glob("*.csv")):
            with open(path, encoding="utf-8", newline="") as file:
                for row in csv.DictReader(file):
                    if row["text"].startswith("~"):
                        self.patterns.append((re.compile(row["text"][1:]), row))
                    else:
                        self.exact[row["text"]] = row

    def find(self, text):
        """Returns the Vietnamese and English words and the address of a text, or None."""
        row = self.exact.get(text)
        if row:
            return row["name"], row["name_en"] or None, row["url"] or None
        linked = LINKED.fullmatch(text)
        if linked:
            inner = self.find(linked[2])
            if inner:
                return f"{linked[1]} ({inner[0]})", f"{linked[1]} ({inner[1] or linked[2]})", None
        for pattern, row in self.patterns:
            match = pattern.fullmatch(text)
            if match:
                expand = lambda words: re.sub(r" \([^()]*\\\d[^()]*\)", "", words) if None in match.groups() else words
                return (match.expand(expand(row["name"])), match.expand(expand(row["name_en"])) or None, row["url"] or None)
        return None


def parts(text):
    """Returns the parts of a text between "; " that stand in no brackets, as the program splits it."""
    found, depth, part = [], 0, []
    for piece in text.split("; "):
        part.append(piece)
        depth += piece.count("(") - piece.count(")")
        if depth <= 0:
            found.append("; ".join(part))
            depth, part = 0, []
    return found + (["; ".join(part)] if part else [])


def is_plain(text):
    """Returns whether a text needs no other words in Vietnamese."""
    linked = LINKED.fullmatch(text)
    if NEUTRAL.fullmatch(text) or linked and is_plain(linked[2]):
        return True
    return len(VIETNAMESE.findall(text)) >= 0.4 * len(text.split()) and not re.search(r"\b(the|of|and|not|by|from)\b", text)


def roots(folder, network):
    """Yields the roots of the documents of a folder and of the scenarios for its network, which has their words, too."""
    for path in sorted(Path(folder).glob("*.xml")):
        if path.name != FILE:
            yield ElementTree.parse(path).getroot()
    for path in sorted(SCENARIOS.glob("*.xml")):
        root = ElementTree.parse(path).getroot()
        if root.get("network") == network:
            yield root


def texts(folder, network):
    """Yields each text of the documents for a network, and whether it is a source."""
    for root in roots(folder, network):
        if root.get("kind") == "delta" and root.get("title"):
            yield root.get("title"), False
        for element in root.iter():
            for name, value in element.attrib.items():
                if name in SOURCES or name in NOTES and not element.tag.endswith("}population"):
                    yield value, name in SOURCES


def records(folder, network, words):
    """Returns the records for a folder, the sources without words, and the notes without."""
    made, lacking, untold = {}, set(), set()
    for text, is_source in texts(folder, network):
        for part in [text] if text in words.exact else parts(text):
            if part in made:
                continue
            found = words.find(part)
            if found:
                made[part] = found
            elif not is_plain(part):
                (lacking if is_source else untold).add(part)
    return [Element("wording", text=part, name=vi, nameEn=en if en != part else None, url=url)
            for part, (vi, en, url) in sorted(made.items())], sorted(lacking), sorted(untold)


def write(folder, network, as_of, licence):
    """Writes the document of a folder; returns the sources and the notes that have no words."""
    made, lacking, untold = records(folder, network, Words())
    document = Document(FILE, "Nguồn và ghi chú bằng tiếng Việt, tiếng Anh", "tools/data/wordings", licence, as_of, network, "medium")
    for record in made:
        document.add(record)
    document.write(Path(folder), Schema(SCHEMA))
    return lacking, untold


def main(folder):
    """Runs the command line."""
    roots = [ElementTree.parse(path).getroot() for path in sorted(Path(folder).glob("*.xml")) if path.name != FILE]
    header = next(root for root in roots if any(child.tag.endswith("}network") for child in root))
    lacking, untold = write(folder, header.get("network"), header.get("asOf"), header.get("licence"))
    for text in untold:
        print(f"no Vietnamese words: {text}")
    for text in lacking:
        print(f"a source without words, add a row to {TABLES}/sources.csv: {text}", file=sys.stderr)
    sys.exit(65 if lacking else 0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__.splitlines()[2].strip())
    main(sys.argv[1])
