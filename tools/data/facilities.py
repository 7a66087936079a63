"""Facilities and what they can do, one document per 2025 province; closed units; placed stations."""

import re

from exchange_writer import Element
from tables import bare_key, heaviest, slug, unique

KINDS = {
    "central_hospital": "central-hospital", "university_hospital": "university-hospital",
    "military_hospital": "military-hospital", "city_hospital": "city-hospital",
    "provincial_general": "provincial-general", "provincial_specialised": "provincial-specialised",
    "regional_general": "regional-general", "district_hospital": "district-hospital",
    "district_medical_centre": "district-medical-centre", "polyclinic": "polyclinic",
    "private_hospital": "private-hospital", "commune_station": "commune-health-station",
    "emergency_centre_115": "emergency-centre",
}
OWNERSHIP = {"public": "public", "private": "private", "military": "military", "university": "public"}
TIERS = {tier: tier for tier in "1234"}
RANKS = {rank: rank for rank in ("special", "I", "II", "III", "IV")} | {"": None}
PRECISION = {"exact": "exact", "street": "street", "town": "town"}
CONFIDENCE = {word: word for word in ("high", "medium", "low")}
POINT_SOURCES = {"OSM": "OpenStreetMap contributors (ODbL)"}
PREFIXES = {"stroke": "stroke", "card": "cardiology", "trauma": "trauma", "ns": "neurosurgery", "ob": "obstetrics",
            "ped": "paediatrics", "onc": "oncology"}
# Any code with "-none" is an explicit no; these two stand for a capability of another name.
EXPLICIT_NO = {"stroke-evt-none": "stroke-thrombectomy", "ob-none": "ob-bemonc"}
HOURS = {"": (), "24/7": (("00:00", "24:00"),)}
UNCONFIRMED = ("do not route until verified", "site use unknown", "remaining beds unknown")
# Units of closed_or_merged.csv that facilities.csv still lists: one record, closed there.
CLOSED_IN_PLACE = {"Trung tâm Y tế khu vực Trần Đề": "ttyt-tran-de",
                   "Trung tâm Y tế khu vực Châu Thành (Sóc Trăng)": "ttyt-chau-thanh-st"}
STATION_SOURCE = ("rule: one commune health station per 2025 commune (Circular 43/2025/TT-BYT: functions and structure of "
                  "commune health stations), placed at the commune point; none was observed")


def capability_code(row):
    """Returns the code of our vocabulary and yes or no for a code of the table."""
    code = row.need("capability")
    value = "no" if code.endswith("-none") else "yes"
    prefix, _, rest = EXPLICIT_NO.get(code, code.removesuffix("-none")).partition("-")
    if prefix not in PREFIXES or not rest:
        row.fail(f"column capability: unknown code {code!r}")
    return f"{PREFIXES[prefix]}.{rest}", value


def _confidence(row):
    """Returns the confidence of a statement: low where nothing but general knowledge says so, which nobody can look up."""
    known = row.choose("confidence", CONFIDENCE)
    return "low" if row.need("source").strip().lower() == "general knowledge" else known


class Facilities:
    """The facility tables, checked."""

    def __init__(self, tables, places, capability_codes, additions):
        self.places = places
        self.additions = additions
        self.rows = unique(tables.read("facilities.csv", "id name_vi name_en type ownership tier rank beds province_2024 "
                           "district_2024 commune_2024 province_2025 address lat lon coord_precision phone source confidence "
                           "former_names commune_2025 commune_2025_code coord_source helipad helipad_source beds_basis rank_basis "
                           "stroke_hotline_landline status_note"), "id")
        self.capabilities = tables.read("capabilities.csv", "facility_id specialty capability since service_hours source quote "
                                        "confidence")
        additions.update_facilities(self.rows)
        self.capabilities = additions.capabilities(self.capabilities)
        self.closed = tables.read("closed_or_merged.csv", "former_name province_2024 what_happened date successor_id source")
        self.codes = capability_codes
        self.province = {id: places.province_of(row) for id, row in self.rows.items()}
        self.skipped_stations = []

    def fill(self, make_document):
        """Adds every facility and its capabilities to the document of its province."""
        records = {code: [] for code in self.places.new_provinces}
        closed_in_place = {}
        for row in self.closed:
            in_place = CLOSED_IN_PLACE.get(row["former_name"])
            if in_place in self.rows:
                closed_in_place[in_place] = row
            else:
                province = self.places.old_province(row)
                records[self.places.province_successor[province]] += self._closed(row, province)
        for id, row in self.rows.items():
            records[self.province[id]].append(self._facility(row, closed_in_place.get(id)))
        for row in self.capabilities:
            facility = row.known("facility_id", self.rows, "facility")
            records[self.province[facility]].append(self._capability(row, facility))
        for code, found in records.items():
            sources = heaviest(record.attributes.get("source") for record in found)
            document = make_document(f"facilities-{code}-{slug(_bare(self.places.new_provinces[code]))}.xml",
                                     f"Cơ sở y tế: {self.places.new_provinces[code]}", sources,
                                     heaviest(record.attributes.get("confidence") for record in found))
            for record in found:
                document.add(record)

    def _facility(self, row, closing):
        name, note = row.need("name_vi"), row["status_note"]
        kind = row.choose("type", KINDS)
        if kind == "district-medical-centre" and "khu vực" in name:
            kind = "regional-medical-centre"
        old, why = self.places.resolve_old(row)
        children = [*_names(row), Element("placement", place=old, basis=why),
                    Element("placement", place=f"gso-2025:{row['commune_2025_code']}"),
                    *_contacts(row), *_beds(row), *_serves(name), *self.additions.children.get(row["id"], [])]
        helipads, helipad_note = _helipads(row)
        opened = re.search(r"operating since (\d+)/(\d+)/(\d{4})", note)
        attributes = {}
        if closing:
            successor = closing.known("successor_id", self.rows, "facility")
            attributes = {"closed": closing.need("date"), "successor": successor}
        return Element("facility", children, id=row["id"], name=name, nameEn=row["name_en"], kind=kind,
                       ownership=row.choose("ownership", OWNERSHIP), tier=row.choose("tier", TIERS),
                       rank=row.choose("rank", RANKS), rankBasis=row["rank_basis"] if row["rank"] else None,
                       address=row["address"], lat=row.number("lat"), lon=row.number("lon"),
                       precision=row.choose("coord_precision", PRECISION),
                       pointSource=POINT_SOURCES.get(row["coord_source"], row["coord_source"]),
                       opened=opened and "{2}-{1:0>2}-{0:0>2}".format(*opened.groups()),
                       activity="unconfirmed" if any(words in note for words in UNCONFIRMED) else None,
                       helipad=helipads, helipadNote=helipad_note, source=row.need("source"),
                       confidence=row.choose("confidence", CONFIDENCE), note=note, **attributes)

    def _closed(self, row, province):
        """Returns the records of a unit that stopped: findable by its names, without a position."""
        name, _, remark = row.need("former_name").partition(" (")
        remark = remark.rstrip(")")
        prefix = re.match(r"Trung tâm Y tế( khu vực| huyện| TP\.| thị xã)? ", name)
        if "," in name and prefix:
            names = [prefix.group(0) + part.strip() for part in name[prefix.end():].split(",")]
        else:
            names = [name]
        kind = "other"
        if prefix:
            kind = "regional-medical-centre" if "khu vực" in name else "district-medical-centre"
        successor = row.known("successor_id", self.rows, "facility") if row["successor_id"] else None
        for unit in names:
            others = [Element("name", kind="alternative", value=remark)] if remark.startswith("TTYT") else []
            id = "cu-" + slug(unit).replace("trung-tam-y-te", "ttyt").replace("benh-vien", "bv")
            id = re.sub(r"^cu-ttyt-(khu-vuc|huyen|thi-xa|tp)-", "cu-ttyt-", id)
            yield Element("facility", [*others, Element("placement", place=f"gso-2024:{province}")], id=id, name=unit,
                          kind=kind, closed=row.need("date"), successor=successor,
                          source=row.need("source"), confidence="high", note=row.need("what_happened"))

    def _capability(self, row, facility):
        code, value = capability_code(row)
        if code not in self.codes:
            row.fail(f"column capability: {code} is not in the vocabulary")
        since = row["since"]
        if since and not re.fullmatch(r"(by )?\d{4}(-\d{2}(-\d{2})?)?", since):
            row.fail(f"column since: {since!r} is neither a date nor 'by' a date")
        first = since.startswith("by ")
        windows = [Element("window", opens=opens, closes=closes) for opens, closes in row.choose("service_hours", HOURS)]
        return Element("capability", windows, facility=facility, code=code, statement=row.get("statement"), value=value,
                       from_=None if first else since, to=row.get("to"), firstEvidence=since[3:] if first else None,
                       quote=row["quote"], source=row.need("source"), asserted=row.get("asserted"),
                       confidence=_confidence(row), basis=row.get("basis"), note=row.get("note"))

    def fill_stations(self, make_document):
        """Adds one placed station per 2025 commune that has no station of its own in the table."""
        real = {}
        for row in self.rows.values():
            if row["type"] == "commune_station":
                own = re.sub(r"^Trạm Y tế (xã đảo )?|\s*\(.*\)$", "", row["name_vi"])
                real[row["commune_2025_code"], bare_key(own)] = row["id"]
        documents = {}
        for code, name in self.places.new_provinces.items():
            documents[code] = make_document(f"stations-{code}-{slug(_bare(name))}.xml",
                                            f"Trạm y tế đặt theo quy tắc: {name}", STATION_SOURCE, "low")
        for code, row in self.places.new_communes.items():
            name = row["full_name"]
            if (code, bare_key(name)) in real:
                self.skipped_stations.append((code, real[code, bare_key(name)]))
                continue
            documents[row["province_code"]].add(Element(
                "facility", [Element("placement", place=f"gso-2025:{code}")], id=f"tyt-{code}",
                name="Trạm Y tế " + name[0].lower() + name[1:], kind="commune-health-station", ownership="public", tier=4,
                lat=row.number("lat"), lon=row.number("lon"), precision="rule",
                basis="rule: one per 2025 commune, at the commune point"))


def _bare(name):
    return re.sub(r"^(Thành phố|Tỉnh) ", "", name)


def _names(row):
    for former in filter(None, (part.strip() for part in row["former_names"].split(";"))):
        licence = re.fullmatch(r"(.*) \((tên trên giấy phép .*)\)", former)
        if licence:
            yield Element("name", kind="alternative", value=licence.group(1), note=licence.group(2))
        else:
            yield Element("name", kind="planned" if former.startswith("đề án") else "former", value=former)


def _contacts(row):
    for number in filter(None, re.split(r"\s*[;/]\s*", row["stroke_hotline_landline"])):
        yield Element("contact", kind="stroke", value=number)
    for number in filter(None, re.split(r"\s*[;/]\s*", row["phone"])):
        yield Element("contact", kind="emergency" if number == "115" else "switchboard", value=number)


def _beds(row):
    if row["beds"]:
        basis = row["beds_basis"]
        yield Element("beds", kind="planned" if basis in ("planned", "announced") else "total", value=row.number("beds"),
                      bound="atLeast" if basis.startswith('"more than') else None, note=basis.replace('"', ""))


def _serves(name):
    """By rule, from the name: children's and maternity hospitals; "Sản - Nhi" takes both, so no rule."""
    if "Nhi đồng" in name:
        yield Element("serves", ageTo=15, basis="rule: children's hospital by name", confidence="medium")
    elif "Phụ sản" in name or name == "Bệnh viện Từ Dũ":
        yield Element("serves", sex="female", basis="rule: maternity hospital by name", confidence="medium")
        yield Element("serves", ageTo=0, basis="rule: maternity hospital by name; newborns of either sex", confidence="medium")


def _helipads(row):
    note = row["helipad"]
    if not note:
        return None, None
    count = re.fullmatch(r"yes(?: \((\d+)\))?", note)
    source = f"source: {row['helipad_source']}" if row["helipad_source"] else ""
    if count:
        return count.group(1) or "1", source
    return None, "; ".join(filter(None, (note, source)))
