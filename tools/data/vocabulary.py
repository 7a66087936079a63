"""The vocabulary: specialties, capabilities, clinical clocks, access standards, codes of other systems.

It is read from the tables beside this file, so that a network can change a word or a threshold
without touching the program.
"""

from pathlib import Path

from exchange_writer import Element
from tables import Tables, unique

FOLDER = Path(__file__).resolve().parent / "vocabulary"
EVENTS = {event: event for event in ("onset", "first-medical-contact", "first-door-in", "first-door-out", "door", "ecg",
                                     "treatment", "transfer-decision")}
ENDS = {"door": "door", "treatment": "treatment", "": None}
YES_NO = {"yes": True, "no": False, "": None}
CONFIDENCE = {word: word for word in ("high", "medium", "low")} | {"": None}
BOUNDS = {word: word for word in ("exactly", "about", "atLeast", "atMost")} | {"": None}
RELATIONS = {word: word for word in ("equivalent", "wider", "narrower", "related")}


class Vocabulary:
    """The vocabulary tables, checked."""

    def __init__(self, folder=FOLDER):
        tables = Tables(folder)
        self.specialty_rows = unique(tables.read("specialties.csv", "code name_vi name_en synonyms entry time_critical "
                                     "demand_from demand_to demand_source demand_confidence source confidence note"), "code")
        self.capabilities = unique(tables.read("capabilities.csv", "code name_vi name_en synonyms not_meant implies "
                                   "age_from age_to source confidence note"), "code")
        self.clocks = unique(tables.read("clocks.csv", "id specialty capability name_vi name_en start end minutes extended source "
                             "confidence note"), "id")
        self.standards = unique(tables.read("access-standards.csv", "id specialty capability name_vi name_en minutes share default "
                                "value low high bound unit source confidence note"), "id")
        self.triage = unique(tables.read("triage.csv", "code name_vi name_en synonyms rank weight late_weight minutes source "
                             "confidence basis note"), "code")
        self.transfer_rules = unique(tables.read("transfer-rules.csv", "id name_vi name_en from_tier to_tier allowed "
                                     "emergency_exempt condition legal_basis from to source confidence note"), "id")
        self.pathways = unique(tables.read("pathways.csv", "id specialty first definitive name_vi name_en source confidence note"), "id")
        self.intervals = tables.read("pathway-intervals.csv", "pathway kind minutes low high clock source confidence note")
        self.limits = tables.read("pathway-limits.csv", "pathway stop ref")
        self.rules = unique(tables.read("pathway-rules.csv", "pathway id kind name_vi name_en minutes end clock default source "
                            "confidence note"), "id")
        self.crosswalks = tables.read("crosswalks.csv", "term system value display relation")
        self.ladders = unique(tables.read("ladders.csv", "id specialty name_vi name_en verified source confidence note"), "id")
        self.rungs = tables.read("rungs.csv", "ladder level name_vi name_en capability requires standard months source confidence "
                                 "note")
        self.specialties = {code: {"name": row.need("name_vi")} for code, row in self.specialty_rows.items()}

    def fill(self, document):
        """Adds every record of the vocabulary."""
        for row in self.specialty_rows.values():
            names = [Element("name", kind="alternative", value=name.strip()) for name in row["synonyms"].split(";")]
            document.add(Element("specialty", names, code=row["code"], name=row["name_vi"], nameEn=row["name_en"],
                                 entry=row.known("entry", self.capabilities, "capability"),
                                 timeCritical=row.choose("time_critical", YES_NO), demandFrom=row.number("demand_from"),
                                 demandTo=row.number("demand_to"), demandSource=row["demand_source"],
                                 demandConfidence=row.choose("demand_confidence", CONFIDENCE), **_provenance(row)))
        for row in self.capabilities.values():
            document.add(self._capability(row))
        for row in self.clocks.values():
            document.add(Element("clock", id=row["id"], start=row.choose("start", EVENTS), end=row.choose("end", EVENTS),
                                 minutes=row.number("minutes"), extendedMinutes=row.number("extended"), **self._about(row)))
        for row in self.standards.values():
            document.add(Element("accessStandard", id=row["id"], minutes=row.number("minutes"), share=row.number("share"),
                                 default=row.choose("default", YES_NO), value=row.number("value"), low=row.number("low"),
                                 high=row.number("high"), bound=row.choose("bound", BOUNDS), unit=row["unit"], **self._about(row)))
        for row in self.triage.values():
            names = [Element("name", kind="alternative", value=name.strip()) for name in row["synonyms"].split(";")]
            document.add(Element("triage", names, code=row["code"], name=row.need("name_vi"), nameEn=row["name_en"],
                                 rank=row.number("rank"), weight=row.number("weight"), lateWeight=row.number("late_weight"),
                                 minutes=row.number("minutes"), **(_provenance(row) | {"basis": row["basis"]})))
        for row in self.transfer_rules.values():
            document.add(Element("transferRule", id=row["id"], name=row.need("name_vi"), nameEn=row["name_en"],
                                 fromTier=row.number("from_tier"), toTier=row.number("to_tier"),
                                 allowed=row.choose("allowed", YES_NO), emergencyExempt=row.choose("emergency_exempt", YES_NO),
                                 condition=row["condition"], legalBasis=row["legal_basis"], **{"from": row["from"]},
                                 to=row["to"], **_provenance(row)))
        for row in self.pathways.values():
            document.add(self._pathway(row))
        for row in self.crosswalks:
            row.known("term", self.specialties | self.capabilities, "specialty or capability")
            document.add(Element("crosswalk", term=row["term"], system=row.need("system"), value=row.need("value"),
                                 display=row["display"], relation=row.choose("relation", RELATIONS),
                                 source="the published schemas and code systems of FHIR R4 (mCSD) and EDXL-HAVE 1.0",
                                 confidence="high"))

        for row in self.ladders.values():
            rungs = [self._rung(rung) for rung in self.rungs if rung["ladder"] == row["id"]]
            document.add(Element("ladder", rungs, id=row["id"], specialty=row.known("specialty", self.specialties, "specialty"),
                                 name=row.need("name_vi"), nameEn=row["name_en"], verified=row.choose("verified", YES_NO),
                                 **_provenance(row)))

    def _rung(self, row):
        row.known("ladder", self.ladders, "ladder")
        for code in row.need("requires").replace("|", " ").split():
            if code not in self.capabilities:
                row.fail(f"column requires: there is no capability {code!r}")
        if row["capability"]:
            row.known("capability", self.capabilities, "capability")
        if row["standard"]:
            row.known("standard", self.standards, "access standard")
        return Element("rung", level=row.need("level"), name=row.need("name_vi"), nameEn=row["name_en"],
                       capability=row["capability"], requires=row["requires"], standard=row["standard"],
                       months=row.number("months"), **_provenance(row))

    def _capability(self, row):
        specialty = row["code"].partition(".")[0]
        if specialty not in self.specialties:
            row.fail(f"column code: there is no specialty {specialty!r}")
        for code in row["implies"].split():
            if code not in self.capabilities:
                row.fail(f"column implies: there is no capability {code!r}")
        names = [Element("name", kind=kind, value=name.strip()) for column, kind in (("synonyms", "alternative"), ("not_meant", "excluded"))
                 for name in row[column].split(";") if name.strip()]
        return Element("capabilityType", names, code=row["code"], specialty=specialty, name=row.need("name_vi"), nameEn=row["name_en"],
                       implies=row["implies"], ageFrom=row.number("age_from"), ageTo=row.number("age_to"), **_provenance(row))

    def _pathway(self, row):
        def mine(rows):
            return [part for part in rows if part.known("pathway", self.pathways, "pathway") == row["id"]]
        parts = [Element("interval", kind=part.need("kind"), minutes=part.number("minutes"), low=part.number("low"),
                         high=part.number("high"), clock=_optional(part, "clock", self.clocks), **_provenance(part))
                 for part in mine(self.intervals)]
        parts += [Element("limit", stop=part.need("stop"), ref=part.known("ref", self.clocks | self.standards, "clock or standard")) for part in mine(self.limits)]
        parts += [Element("rule", id=part["id"], kind=part.need("kind"), name=part.need("name_vi"), nameEn=part["name_en"],
                          minutes=part.number("minutes"), end=part.choose("end", ENDS),
                          clock=_optional(part, "clock", self.clocks), default=part.choose("default", YES_NO),
                          **_provenance(part)) for part in mine(self.rules.values())]
        return Element("pathway", parts, id=row["id"], specialty=row.known("specialty", self.specialties, "specialty"),
                       first=row.known("first", self.capabilities, "capability"),
                       definitive=row.known("definitive", self.capabilities, "capability"), name=row.need("name_vi"),
                       nameEn=row["name_en"], **_provenance(row))

    def _about(self, row):
        if row["capability"]:
            row.known("capability", self.capabilities, "capability")
        return {"specialty": row.known("specialty", self.specialties, "specialty"), "capability": row["capability"],
                "name": row.need("name_vi"), "nameEn": row["name_en"], **_provenance(row)}


def _optional(row, column, known):
    return row.known(column, known, column) if row[column] else None


def _provenance(row):
    return {"source": row["source"], "confidence": row.choose("confidence", CONFIDENCE), "note": row["note"]}
