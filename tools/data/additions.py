"""Facts gathered after the first tables: a folder of its own, read if it is there.

Every row keeps the day on which its source said so. How sure it is follows from three rules: words that are not the
source's own are no quote; what nobody said since 2018 is at most medium; without words and without a full address nothing
is high. What somebody concluded, rather than read, says so in its basis.
"""

import re
from pathlib import Path

from exchange_writer import Element
from tables import Row, Tables

FOLDER = "additions-2026-11"
OLD = "2018"
LEVELS = ("low", "medium", "high")


def surest(*words):
    """Returns the surest of some words of confidence."""
    return max(words, key=LEVELS.index)


def confidence(row, day=None):
    """Returns how sure a row may be: high only with words or a full address, and from 2018 on where a day is given."""
    word = row["confidence"]
    if word not in LEVELS:
        return "low"
    words = row.get("quote") and row.get("quote_kind", "verbatim") == "verbatim"
    address = re.search(r"https?://[^\s;/]+/[^\s;(]+", row["source"])
    old = day is not None and day != "" and day[:4] < OLD
    return "medium" if word == "high" and (old or not (words or address)) else word


def day_of(text):
    """Returns the first day, month or year that a cell begins with."""
    found = re.match(r"\d{4}(-\d{2}(-\d{2})?)?(?![\d-])", text)
    return found and found.group(0)


def noted(*parts):
    """Joins remarks."""
    return "; ".join(part.strip().rstrip(".") for part in parts if part and part.strip())


class Additions:
    """The tables of the folder, checked; all of them empty when there is no folder."""

    def __init__(self, tables):
        self.tables = tables
        self.exists = (Path(tables.folder) / FOLDER).is_dir()
        self.children = {}
        self.statements = self.read("capabilities_add.csv", "facility_id capability since service_hours source quote confidence "
                                    "asserted")
        notes = self.read("capabilities_add_notes.csv", "facility_id capability effect asserted_basis note")
        for row, note in zip(self.statements, notes, strict=True):
            if (row["facility_id"], row["capability"]) != (note["facility_id"], note["capability"]):
                note.fail("is not of the same statement as this line of capabilities_add.csv")
            row.update(note=note["note"], asserted_basis=note["asserted_basis"])
        self.refusals = self.read("explicit_no.csv", "facility_id capability statement source quote confidence asserted note")
        self.corrections = self.read("corrections.csv", "facility_id what existing_value why source quote proposal")
        self.own = Tables(Path(__file__).resolve().parent).read("corrections.csv", "facility_id what value source why")
        self.updates = self.read("facility_updates.csv", "facility_id field value source quote confidence asserted")
        self.stations = self.read("ems_stations.csv", "unit kind facility_id place province_2024 address ambulances phone coverage "
                                  "status_since response source source_date quote quote_kind confidence note")

    def read(self, name, columns):
        """Returns the rows of a table of the folder."""
        return self.tables.read(f"{FOLDER}/{name}", columns) if self.exists else []

    # What facilities can do

    def capabilities(self, rows):
        """Returns the statements of the first table with those gathered later: what rested on general knowledge alone gives
        way to a page, a page is joined by the next one, and a "no" stands beside."""
        found = {}
        for row in rows:
            key = row["facility_id"], row["capability"]
            if key in found:
                row.fail(f"{'/'.join(key)} stands already in line {found[key].line}")
            found[key] = row
        self._correct(found)
        for row in self.statements:
            key = row["facility_id"], row["capability"]
            found[key] = self._merged(row, found.get(key))
        return [*found.values(), *filter(None, (self._refusal(row, found) for row in self.refusals))]

    def _correct(self, found):
        """The corrections of single statements."""
        for row in self.corrections:
            id, what = row["facility_id"], row["what"]
            if what == "card-pci":
                row.known("facility_id", {key[0] for key in found if key[1] == what}, f"facility with {what}")
                del found[id, what]
            elif what.startswith("quote of "):
                old = found.get((id, what.removeprefix("quote of "))) or row.fail("there is no such statement")
                old["quote"] = row.need("quote")

        for row in self.own if self.exists else []:
            key = row["facility_id"], row["what"]
            if row["what"].endswith("hotline"):
                continue
            old = found.get(key) or row.fail("there is no such statement")
            if row["value"] == "drop":
                del found[key]
            else:
                old.update(confidence=row["value"] or old["confidence"], note=noted(old.get("note"), row["why"]))

    def _merged(self, row, old):
        merged = Row(row, row.file, row.line)
        day = row["asserted"]
        merged["confidence"] = confidence(row, day)
        is_title = "title" in row["note"].lower() or "ta trang" in row["quote"]
        if is_title:
            merged["quote"] = ""
        known_once = "known once, to be confirmed" if day and day[:4] < OLD else None
        basis = row["asserted_basis"]
        merged["note"] = noted(row["note"], is_title and f"title: {row['quote']}", known_once,
                               basis not in ("page", "study") and f"day: {basis}")
        merged["service_hours"] = "24/7" if row["service_hours"] == "24/24" else row["service_hours"]
        if old:
            known = [part for part in old["source"].split("; ") if part != "general knowledge" and part not in row["source"]]
            merged["source"] = "; ".join([row["source"], *known])
            merged["confidence"] = surest(merged["confidence"], old["confidence"])
            for column in ("since", "service_hours", "quote"):
                merged[column] = merged[column] or old[column]
        return merged

    def _refusal(self, row, found):
        """A "no", or what amounts to one: that a patient was sent on for it."""
        words, code = row["statement"], row["capability"]
        key = row["facility_id"], code
        if words.startswith("partly"):
            found[key]["note"] = noted(found[key]["note"], words, f"{row['source']} ({row['asserted']})")
            return None
        none = "ob-none" if code == "ob-bemonc" else f"{code}-none"
        if (row["facility_id"], none) in found:
            known = found[row["facility_id"], none]
            known["source"] = f"{known['source']}; {row['source']}"
            known.update(asserted=row["asserted"], quote=known["quote"] or row["quote"])
            return None
        made = Row(row, row.file, row.line)
        before = re.search(r"before (\d+)/(\d{4})", words)
        since = "2020-12-14" if "since the split" in words else ""
        made.update(capability=none, since=since, service_hours="", confidence=confidence(row, row["asserted"]),
                    to="{1}-{0:0>2}".format(*before.groups()) if before else "", statement=None if key not in found else "no",
                    note=noted(words, row["note"], row["asserted"][:4] < OLD and "known once, to be confirmed"),
                    basis=_inference(words))
        return made

    # Facilities

    def update_facilities(self, rows):
        """Changes cells of the facility table, and keeps the children that no cell can hold."""
        for row in self.updates:
            self._update(row, rows)
        for row in self.corrections:
            id = row.known("facility_id", rows, "facility")
            if row["what"] == "phone" and id == "bv-nguyen-dinh-chieu":
                self.add(id, Element("contact", kind="other", value="0275 3822 191", source=row["source"], confidence="low"))
            elif row["what"] == "beds":
                self.add(id, Element("beds", kind="planned", value="1000", bound="atLeast", source=row["source"],
                                      confidence="medium", note=row["why"]))
                rows[id]["beds"] = ""

        for row in self.own if self.exists else []:
            if row["what"] == "stroke hotline":
                id = row.known("facility_id", rows, "facility")
                self.add(id, Element("contact", kind="stroke", value=row["value"], source=row["source"], confidence="medium"))

    def _update(self, row, rows):
        id, field, value = row.known("facility_id", rows, "facility"), row["field"], row.need("value")
        facts = {"source": row.need("source"), "asserted": row["asserted"] or None, "confidence": confidence(row)}
        said = f"{value} ({row['source']}" + (f", {row['asserted']})" if row["asserted"] else ")")
        if field == "rank":
            rows[id].update(rank=value, rank_basis=said.removeprefix(value + " ").strip("()"))
        elif field == "former_names":
            name, _, end = value.partition(" (to ")
            self.add(id, Element("name", kind="former", value=name, to=end.rstrip(")") or None, **facts))
        elif field == "phone":
            del facts["asserted"]
            kind = "other" if rows[id]["phone"] else "switchboard"
            for number in value.split("; "):
                digits, _, where = number.partition(" (")
                self.add(id, Element("contact", kind=kind, value=digits, **facts))
                if where:
                    rows[id]["status_note"] = noted(rows[id]["status_note"], f"{digits}: {where.rstrip(')')}")
        elif field == "beds":
            self.add(id, Element("beds", kind="planned", value=value.split()[0], note=row["quote"], **facts))
        elif field == "beds_basis":
            rows[id]["beds_basis"] = value
        elif field == "status_note":
            rows[id]["status_note"] = noted(rows[id]["status_note"], said)
        else:
            row.fail(f"column field: {field!r} is not known")

    def add(self, id, element):
        self.children.setdefault(id, []).append(element)

    def proposals(self):
        """Returns the proposed changes of travel."""
        return self.read("ferry_changes_proposed.csv", "target key field now proposed reason confidence")


def _inference(words):
    if words.startswith("sent on"):
        return "inference: a patient was sent on for it"
    return "inference: implied by the source" if "implied" in words else None
