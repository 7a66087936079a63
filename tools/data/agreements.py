"""Agreements between facilities, the networks they make, and the regional agreement of 2023."""

import re
from collections import defaultdict

from exchange_writer import Element

KINDS = {kind: kind.replace("_", "-") for kind in (
    "technique_transfer", "rotation", "specialty_network", "satellite_hospital", "training", "comprehensive_support",
    "telehealth")}
CONFIDENCE = {word: word for word in ("high", "medium", "low")}
PROGRAMME = "hcmc-mekong-2023-2025"
ARTICLE = "press article on the HCMC – Mekong Delta cooperation agreement (2023)"
TOPICS = ("oncology", "stroke", "cardiology", "trauma", "obstetrics", "paediatrics", "neurosurgery")
PERIOD = {"from_": "2023", "to": "2026"}


def fill(document, tables, facilities, places, specialties):
    """Adds the partnerships, the specialty networks that they evidence, and the regional agreement."""
    networks = defaultdict(list)
    for row in tables.read("partnerships.csv", "supporter_id recipient_id kind specialty from to source confidence"):
        record = _partnership(row, facilities, specialties)
        document.add(record)
        if row["kind"] == "specialty_network" and row["specialty"]:
            networks[row["specialty"], row["supporter_id"]].append(row)
    for (specialty, hub), rows in networks.items():
        document.add(_network(specialty, hub, rows, facilities, specialties))
    _regional(document, places)


def _period(row):
    """Returns the attributes of a period; a closing year of the table is included, ours is not."""
    until, note = row["to"], None
    if re.fullmatch(r"\d{4}", until):
        until, note = str(int(until) + 1), f"until {until} in the table, the year included"
    return {"from_": row["from"], "to": until, "note": note}


def _partnership(row, facilities, specialties):
    kind, specialty = row.choose("kind", KINDS), row["specialty"]
    supporter = row.known("supporter_id", facilities, "facility")
    recipient = row.known("recipient_id", facilities, "facility")
    if specialty and specialty not in specialties:
        row.fail(f"column specialty: {specialty!r} is not in the vocabulary")
    members = [Element("member", ref=supporter, role="supporter"), Element("member", ref=recipient, role="recipient")]
    topics = [Element("topic", specialty=specialty)] if specialty else []
    return Element("agreement", members + topics, id="-".join(filter(None, (kind, supporter, recipient, specialty))), kind=kind,
                   level="network" if kind == "specialty-network" else "bilateral", source=row.need("source"),
                   confidence=row.choose("confidence", CONFIDENCE), **_period(row))


def _network(specialty, hub, rows, facilities, specialties):
    members = [Element("member", ref=hub, role="hub")]
    for row in sorted(rows, key=lambda row: row["recipient_id"]):
        period = _period(row)
        members.append(Element("member", ref=row["recipient_id"], role="spoke", from_=period["from_"], to=period["to"]))
    confidence = min((row["confidence"] for row in rows), key=("low", "medium", "high").index)
    return Element("specialtyNetwork", members, id=f"{specialty}-{hub}", specialty=specialty,
                   name=f"Mạng lưới {specialties[specialty]['name'].lower()} của {facilities[hub]['name_vi']}",
                   source="; ".join(sorted({row["source"] for row in rows})), confidence=confidence,
                   basis="rule: supporter and recipients of specialty_network partnerships as hub and spokes")


def _regional(document, places):
    """The agreement of Ho Chi Minh City and the thirteen provinces, as the article tells it."""
    shared = {"source": ARTICLE, "confidence": "medium"}
    departments = {}
    for code, name in sorted(places.provinces.items()):
        departments[code] = f"so-y-te-{code}"
        document.add(Element("party", id=departments[code], kind="department-of-health", name=f"Sở Y tế {name}",
                             place=f"gso-2024:{code}", basis="rule: department of health of a province of the agreement", **shared))
    document.add(Element("party", [Element("name", kind="short", value="HCDC")], id="hcdc", kind="preventive-centre",
                         name="Trung tâm Kiểm soát bệnh tật Thành phố Hồ Chí Minh", place="gso-2024:79", **shared))
    document.add(Element("party", id="cdc-13-tinh", kind="group",
                         name="Trung tâm kiểm soát bệnh tật 13 tỉnh Đồng bằng sông Cửu Long", **shared))
    signatories = [Element("member", ref=ref, role="signatory") for ref in departments.values()]
    specialties = [Element("topic", specialty=specialty) for specialty in TOPICS]
    review = [Element("review", every="hằng năm", note="sơ kết, đánh giá")]
    year = "signed on 21-7; the article gives no year, taken from the period 2023-2025"
    document.add(Element(
        "programme", signatories + specialties, id=PROGRAMME, signed="2023-07-21", **PERIOD, note=year, **shared,
        name="Thỏa thuận hợp tác giai đoạn 2023-2025 giữa Thành phố Hồ Chí Minh và 13 tỉnh Đồng bằng sông Cửu Long",
        nameEn="Cooperation agreement 2023-2025 of Ho Chi Minh City and the 13 Mekong Delta provinces",
        aim="giảm tải cho các bệnh viện tuyến cuối; xây dựng mạng lưới cấp cứu ngoài bệnh viện theo hướng chuyên nghiệp; "
            "dữ liệu dùng chung về y tế với quy mô cấp vùng"))
    common = {"signed": "2023-07-21", "programme": PROGRAMME, **PERIOD, **shared}
    document.add(Element(
        "agreement", signatories + review, id=f"{PROGRAMME}-song-phuong", kind="cooperation", level="bilateral",
        name="Cấp độ song phương: cơ sở – cơ sở, CDC – CDC, Sở Y tế – Sở Y tế", **common))
    document.add(Element(
        "agreement", signatories + specialties + review, id=f"{PROGRAMME}-mang-luoi", kind="specialty-network", level="network",
        name="Mạng lưới y tế chuyên sâu từ bệnh viện tuyến cuối đến tuyến y tế cơ sở",
        note="theo phân công chỉ đạo tuyến của Bộ Y tế", **common))
    document.add(Element(
        "agreement", [Element("member", ref="hcdc", role="signatory"), Element("member", ref="cdc-13-tinh", role="signatory")],
        id=f"{PROGRAMME}-giam-sat", kind="surveillance", level="bilateral", name="Chia sẻ thông tin giám sát dịch bệnh", **common))
    for code, slug, scope in (("92", "can-tho", "y tế chuyên sâu"), ("84", "tra-vinh", "toàn diện")):
        members = [Element("member", ref=departments[ref], role="signatory") for ref in ("79", code)]
        document.add(Element(
            "agreement", [*members, Element("topic", name=scope)], id=f"{PROGRAMME}-{slug}", kind="cooperation",
            level="bilateral", name=f"Hợp tác {scope}: Thành phố Hồ Chí Minh – {places.provinces[code]}", **common))
