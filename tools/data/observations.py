"""What was seen or published of ferries, roads, floods, traffic and ambulances, which no rule of travel counts."""

import re

from additions import confidence, day_of, noted
from exchange_writer import Element, number
from tables import slug

LABELS = {
    "priority": ("Ưu tiên", "Priority"), "fee": ("Phí", "Fee"), "vehicles": ("Xe được chở", "Vehicles"),
    "detour_km": ("Đường vòng", "Way round"), "landing": ("Bến", "Landing"), "hours": ("Giờ chạy", "Hours"),
    "fleet": ("Đội phà", "Fleet"), "interval": ("Giãn cách chuyến", "Interval"),
    "interval_day": ("Giãn cách chuyến ban ngày", "Interval by day"),
    "interval_night": ("Giãn cách chuyến ban đêm", "Interval at night"), "crossing_min": ("Thời gian qua", "Time of crossing"),
    "replaced_by": ("Thay bằng cầu", "Replaced by"), "tet_wait": ("Chờ dịp Tết", "Wait at Tết"), "incident": ("Sự cố", "Incident"),
    "status": ("Tình trạng", "State"), "name": ("Tên gọi", "Name"), "ambulance": ("Cấp cứu", "Ambulance"),
    "timetable": ("Lịch chạy", "Timetable"), "missing_ferry": ("Phà chưa có trong mạng lưới", "Ferry not in the network"),
    "restriction": ("Hạn chế", "Restriction"), "proposed": ("Đề xuất", "Proposed"),
    "missing_boat": ("Tàu chưa có trong mạng lưới", "Boat not in the network"), "flood": ("Ngập", "Flood"),
    "traffic": ("Giao thông", "Traffic"), "bridge": ("Cầu, đường", "Bridge, road"), "prehospital": ("Cấp cứu ngoại viện", "Prehospital care"),
}
PROVINCES = (("TP.HCM", "79"), ("Cần Thơ", "92"), ("Vĩnh Long", "86"), ("Cà Mau", "96"), ("Tây Ninh", "80"), ("Đồng Tháp", "82"),
             ("An Giang", "91"), ("Kiên Giang", "91"), ("Hậu Giang", "92"))
HELD = ("station", "water station")


def fill(document, additions, links, facilities):
    """Adds one record a row, in the order of the tables."""
    for row in additions.read("ferry_facts.csv", "crossing link_id fact value num unit source source_date quote quote_kind confidence "
                              "note"):
        document.add(_ferry(row, links))
    for row in additions.read("bridges_opened.csv", "name kind where status open_date expected restriction effect replaces source "
                              "source_date quote quote_kind confidence note"):
        document.add(_bridge(row, links))
    for row in additions.read("floods.csv", "area road_or_place cause when hours level_or_depth since_solved source source_date quote "
                              "quote_kind confidence note"):
        document.add(_flood(row))
    for row in additions.read("traffic_by_hour.csv", "place when period measure value unit source source_date quote quote_kind "
                              "confidence note"):
        document.add(_traffic(row))
    for row in additions.stations:
        if row["kind"] not in HELD and row["kind"] not in ("boat", "centre") or not row["facility_id"] and row["kind"] == "boat":
            document.add(_prehospital(row, facilities))


def _observation(row, topic, label, about, words, day, **attributes):
    """Returns an observation. A row that found nothing says so; a title and our own words are no quote."""
    name, english = LABELS[label]
    quote = row["quote"] if row["quote_kind"] == "verbatim" else None
    title = row["quote"] if row["quote_kind"] in ("title", "gist") else None
    found = row["source"] or "searched by name in November 2026: nothing found"
    note = noted(attributes.pop("note", None), title and f"{row['quote_kind']}: {title}", row["note"])
    return Element("observation", id=f"{topic}-{row.line - 1:03}-{slug(about)[:60].strip('-')}", topic=topic, about=about, name=name,
                   nameEn=english, text=words or "not found", quote=quote, source=found, asserted=day_of(day),
                   confidence=confidence(row), note=note or None, **attributes)


def _ferry(row, links):
    link = row["link_id"]
    if link:
        row.known("link_id", links, "link")
    value = {"value": row.number("num"), "unit": row["unit"] or None} if re.fullmatch(r"[\d.]+", row["num"]) and row["unit"] != "year" else {}
    return _observation(row, "ferry", row["fact"], re.sub(r"^\((.*)\)$", r"\1", row["crossing"]), row["value"], row["source_date"],
                        subject=link or None, **value)


def _bridge(row, links):
    crossings = {link["crossing"]: id for id, link in links.items() if link["crossing"]}
    subject = next((id for crossing, id in sorted(crossings.items())
                    if crossing == row["name"] or crossing.startswith(row["name"] + " (")), None)
    words = noted(row["status"], row["where"], row["open_date"] and f"open: {row['open_date']}",
                  row["expected"] and f"expected: {row['expected']}", row["restriction"], row["effect"],
                  row["replaces"] and f"replaces: {row['replaces']}")
    return _observation(row, "bridge", "bridge", row["name"], words, row["source_date"], subject=subject,
                        from_=day_of(row["open_date"]) if row["status"] == "open" else None)


def _flood(row):
    words = noted(row["cause"], row["level_or_depth"], row["since_solved"] and f"since: {row['since_solved']}")
    return _observation(row, "flood", "flood", f"{row['road_or_place']}, {row['area']}", words, row["source_date"],
                        place=_place(row["area"]), season=row["when"] or None, hours=row["hours"] or None)


def _traffic(row):
    measure, words = {}, noted(row["measure"], f"{row['value']} {row['unit']}")
    span = re.fullmatch(r"([\d.]+)-([\d.]+)", row["value"])
    if span:
        measure = {"low": number(span.group(1)), "high": number(span.group(2)), "unit": row["unit"]}
    elif re.fullmatch(r"[\d.]+", row["value"]):
        measure = {"value": row.number("value"), "unit": row["unit"]}
    return _observation(row, "traffic", "traffic", row["place"], words, row["source_date"], place=_place(row["place"]),
                        season=row["when"] or None, hours=row["period"] or None, **measure)


def _prehospital(row, facilities):
    subject = row["facility_id"]
    if subject:
        row.known("facility_id", facilities, "facility")
    words = noted(row["kind"], row["place"], row["ambulances"], row["coverage"], row["status_since"], row["response"])
    return _observation(row, "prehospital", "prehospital", row["unit"], words, row["source_date"], subject=subject or None,
                        place=_place(row["place"] + " " + row["province_2024"]))


def _place(words):
    found = sorted((words.index(name), code) for name, code in PROVINCES if name in words)
    return f"gso-2025:{found[0][1]}" if found else None
