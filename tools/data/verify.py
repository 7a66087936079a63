"""Reads the documents of a folder back, counts their records and checks that every reference resolves."""

import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

# element: attribute -> what it refers to; "actor" is a facility or a party.
REFERENCES = {
    "facility": {"successor": "facility", "parent": "facility"},
    "placement": {"place": "place"}, "party": {"place": "place"}, "node": {"place": "place", "block": "block"},
    "capability": {"facility": "facility", "code": "capabilityType"}, "member": {"ref": "actor"},
    "topic": {"specialty": "specialty", "capability": "capabilityType"},
    "agreement": {"programme": "programme"}, "specialtyNetwork": {"specialty": "specialty", "programme": "programme"},
    "outline": {"place": "place"}, "observation": {"place": "place", "subject": "subject"},
    "blockJoin": {"block": "block", "otherBlock": "block", "place": "place", "otherPlace": "place"},
    "link": {"start": "node", "end": "node", "excludes": "vehicle"}, "closure": {"place": "place"},
    "capabilityType": {"specialty": "specialty", "implies": "capabilityType"},
    "specialty": {"entry": "capabilityType"}, "clock": {"specialty": "specialty", "capability": "capabilityType"},
    "accessStandard": {"specialty": "specialty", "capability": "capabilityType"}, "crosswalk": {"term": "term"},
    "pathway": {"specialty": "specialty", "first": "capabilityType", "definitive": "capabilityType"},
    "interval": {"clock": "clock"}, "limit": {"ref": "limit"}, "rule": {"clock": "clock"},
    "ladder": {"specialty": "specialty"}, "rung": {"capability": "capabilityType", "standard": "accessStandard"},
}
KEYED_BY_CODE = ("specialty", "capabilityType")


def check(folder):
    """Prints the counts of a folder of documents and returns what is wrong, as lines."""
    records, problems = [], []
    for path in sorted(Path(folder).glob("*.xml")):
        counts = Counter()
        for record in ElementTree.parse(path).getroot():
            name = record.tag.rpartition("}")[2]
            counts[name] += 1
            records.append((path.name, name, record))
        print(f"{path.name}: {path.stat().st_size} bytes,", ", ".join(f"{count} {name}" for name, count in counts.items()))
    known = _known(records)
    for file, name, record in records:
        for element in record.iter():
            problems += _dangling(file, element, known)
        if name == "place":
            scheme = record.get("scheme")
            targets = [successor.get("place") for successor in record if successor.tag.endswith("successor")]
            if record.get("parent"):
                targets.append(f"{scheme}:{record.get('parent')}")
            problems += [f"{file}: place {record.get('code')}: no {target}" for target in targets if target not in known["place"]]
            if record.get("block") and record.get("block") not in known["block"]:
                problems.append(f"{file}: place {record.get('code')}: no block {record.get('block')}")
    return problems


def _known(records):
    known = {kind: set() for kinds in REFERENCES.values() for kind in kinds.values()}
    for _, name, record in records:
        key = record.get("code") if name in KEYED_BY_CODE else record.get("id")
        if name == "place":
            key = f"{record.get('scheme')}:{record.get('code')}"
        known.setdefault(name, set()).add(key)
    known["actor"] = known["facility"] | known["party"]
    known["subject"] = known["actor"] | known["link"] | known["node"]
    known["limit"] = known["clock"] | known["accessStandard"]
    known["term"] = known["specialty"] | known["capabilityType"]
    return known


def _dangling(file, element, known):
    name = element.tag.rpartition("}")[2]
    if name == "link" or name in REFERENCES:
        for attribute, kind in REFERENCES[name].items():
            for value in (element.get(attribute) or "").split():
                if value not in known[kind]:
                    yield f"{file}: {name} {element.get('id') or ''}: {attribute} {value!r} is no {kind}"
