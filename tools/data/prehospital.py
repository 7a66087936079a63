"""Prehospital stations: 115 centres, their satellite stations, boats and helipads."""

import re

from additions import confidence, day_of, noted
from exchange_writer import Element
from tables import bare_key, slug

CENTRE, CENTRE_PHU_QUOC = "cap-cuu-115-hcm", "cap-cuu-phu-quoc"
STATIONS = ("station", "water station")
# Provinces of 2024 outside the tables: since 2025-07-01 they are Thành phố Hồ Chí Minh.
OUTSIDE = ("(Bình Dương)", "(Bà Rịa – Vũng Tàu)")
DISTRICTS = {"Quận 10 (cũ)": "Quận 10", "Cần Giờ": "Huyện Cần Giờ", "Thủ Đức": "Thành phố Thủ Đức", "Bình Tân": "Quận Bình Tân"}


def fill(document, additions, facilities, places):
    """Adds every station as a facility; a boat or an ambulance is equipment of its facility (see `equip`)."""
    for row in additions.stations:
        if row["kind"] in STATIONS:
            document.add(_station(row, facilities, places))


def equip(additions, facilities):
    """Gives facilities the boats and ambulances that the table names."""
    for row in additions.stations:
        id = row["facility_id"]
        count = re.match(r"(\d+)", row["ambulances"])
        if row["kind"] in ("boat", "centre") and id and count:
            row.known("facility_id", facilities, "facility")
            name = "Ca nô cấp cứu" if row["kind"] == "boat" else "Xe cứu thương"
            said = noted(row["ambulances"], row["coverage"], row["response"], row["status_since"], row["note"])
            additions.add(id, Element("equipment", code="emergency-boat" if row["kind"] == "boat" else "ambulance", name=name,
                                       count=count.group(1), firstEvidence=day_of(row["source_date"]), source=row["source"],
                                       asserted=day_of(row["source_date"]), confidence=confidence(row), note=said))


def _station(row, facilities, places):
    host = row["facility_id"] and facilities[row.known("facility_id", facilities, "facility")]
    parent = CENTRE_PHU_QUOC if row["facility_id"] == CENTRE_PHU_QUOC else CENTRE
    is_own = row["facility_id"] in (CENTRE, CENTRE_PHU_QUOC)
    day = day_of(row["source_date"])
    opened = day_of(row["status_since"])
    if opened and row["status_since"].startswith(opened + "/"):
        opened = opened[:7]  # one of two days
    unsure = "present state unknown" in row["note"]
    has_point = host and (not is_own or "Trạm Trung tâm" in row["unit"])
    attributes = {}
    if has_point:
        attributes = {"lat": host.number("lat"), "lon": host.number("lon"), "precision": "rule",
                      "pointSource": f"rule: the point of {row['facility_id']}"}
    placements, basis = _placements(row, host, places)
    said = noted(row["status_since"], row["coverage"], row["response"], row["note"],
                 row["quote_kind"] == "verbatim" and row["quote"] and f"“{row['quote']}”")
    contacts = [Element("contact", kind="emergency", value=row["phone"])] if row["phone"] else []
    return Element("facility", [*(Element("placement", place=place, basis=basis) for place in placements), *contacts],
                   id="tram-115-" + slug(re.sub(r"^Trạm (vệ tinh )?", "", row["unit"])), name=_name(row["unit"]),
                   kind="emergency-station", ownership="public", parent=parent, address=row["address"] or None,
                   opened=opened, activity="unconfirmed" if unsure else None, source=row.need("source"), asserted=day,
                   confidence=confidence(row), note=said, **attributes)


def _name(unit):
    return unit.replace("Trạm vệ tinh", "Trạm cấp cứu vệ tinh 115").replace("Trạm Trung tâm", "Trạm cấp cứu 115 trung tâm")


def _placements(row, host, places):
    """The 2024 district and the 2025 commune of the host, or the district of the words; outside the tables, the city."""
    if row["province_2024"] in OUTSIDE:
        return ["gso-2025:79"], f"rule: a former province, now of the city: {row['province_2024'].strip('()')}"
    if host:
        return [places.resolve_old(host)[0], f"gso-2025:{host['commune_2025_code']}"], None
    name = DISTRICTS.get(row["place"], row["place"])
    codes = [code for code, known in places.districts.items()
             if bare_key(known["name"]) == bare_key(name) and known["province_code"] == "79"]
    return [f"gso-2024:{codes[0]}"] if len(codes) == 1 else [], None
