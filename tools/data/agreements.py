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
SIGNED = "2023-07-21"
PERIOD = {"from_": SIGNED, "to": "2026"}
LAST_LINE, PROVINCIAL, PRIMARY = "benh-vien-tuyen-cuoi-hcm", "benh-vien-tuyen-tinh-dbscl", "y-te-co-so-dbscl"
GROUPS = (
    ("cdc-13-tinh", "group", "Trung tâm kiểm soát bệnh tật 13 tỉnh Đồng bằng sông Cửu Long",
     "Centres for disease control of the 13 Mekong Delta provinces"),
    ("bo-y-te", "ministry", "Bộ Y tế", "Ministry of Health"),
    (LAST_LINE, "group", "Các bệnh viện đa khoa, chuyên khoa tuyến cuối trên địa bàn Thành phố Hồ Chí Minh",
     "Last-line general and specialised hospitals of Ho Chi Minh City"),
    (PROVINCIAL, "group", "Các bệnh viện tuyến tỉnh thuộc vùng Đồng bằng sông Cửu Long", "Provincial hospitals of the Mekong Delta"),
    (PRIMARY, "group", "Tuyến y tế cơ sở vùng Đồng bằng sông Cửu Long", "Primary care of the Mekong Delta"),
)
STATE_TOPICS = (
    "chia sẻ kinh nghiệm trong công tác quản lý nhà nước", "quản lý và đánh giá chất lượng bệnh viện, phòng khám",
    "quản lý hành nghề y tế tư nhân", "nghiên cứu khoa học, đổi mới sáng tạo", "ứng dụng công nghệ thông tin, chuyển đổi số",
    "dữ liệu dùng chung về y tế với quy mô cấp vùng")
WORDS = {"oncology": "ung bướu", "stroke": "đột quỵ", "cardiology": "tim mạch", "trauma": "ngoại chấn thương",
         "obstetrics": "sản khoa", "paediatrics": "nhi khoa", "neurosurgery": "ngoại thần kinh"}


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
    for id, kind, name, english in GROUPS:
        document.add(Element("party", id=id, kind=kind, name=name, nameEn=english, note="the article names no member",
                             **shared))
    signatories = [Element("member", ref=ref, role="signatory") for ref in departments.values()]
    specialties = [Element("topic", specialty=specialty) for specialty in TOPICS]
    head = Element("person", name="Tăng Chí Thượng", role="PGS-TS, Giám đốc Sở Y tế Thành phố Hồ Chí Minh", ref=departments["79"])
    review = [Element("review", every="hằng năm", note="sơ kết, đánh giá kết quả, thống nhất phương hướng và đề ra kế hoạch cho "
                                                        "những năm tiếp theo")]
    year = "signed on 21-7; the article gives no year, taken from the period 2023-2025 (“từ nay đến năm 2025”)"
    document.add(Element(
        "programme", [*signatories, *specialties, head], id=PROGRAMME, signed=SIGNED, **PERIOD, note=year, **shared,
        name="Thỏa thuận hợp tác giai đoạn 2023-2025 giữa Thành phố Hồ Chí Minh và 13 tỉnh Đồng bằng sông Cửu Long",
        nameEn="Cooperation agreement 2023-2025 of Ho Chi Minh City and the 13 Mekong Delta provinces",
        aim="giảm tải cho các bệnh viện tuyến cuối trên địa bàn TPHCM; chăm sóc sức khỏe người dân vùng ĐBSCL ngày một tốt hơn; "
            "xây dựng mạng lưới cấp cứu ngoài bệnh viện theo hướng chuyên nghiệp; dữ liệu dùng chung về y tế với quy mô cấp vùng"))
    common = {"signed": SIGNED, "programme": PROGRAMME, **PERIOD, **shared}

    def agreement(slug, members, **attributes):
        children = [Element("member", ref=ref, role=role) for ref, role in members]
        children += [Element("topic", name=name) for name in attributes.pop("topics", ())] + attributes.pop("children", [])
        document.add(Element("agreement", children, id=f"{PROGRAMME}-{slug}", **attributes, **common))

    everybody = [(ref, "signatory") for ref in departments.values()]
    agreement("song-phuong", everybody, kind="cooperation", level="bilateral", children=review, topics=STATE_TOPICS,
              name="Cấp độ song phương: cơ sở – cơ sở, CDC – CDC, Sở Y tế – Sở Y tế")
    agreement("mang-luoi", [*everybody, (LAST_LINE, "last-line"), (PROVINCIAL, "spoke"), (PRIMARY, "first-contact")],
              kind="specialty-network", level="network", children=specialties + review,
              name="Mạng lưới y tế chuyên sâu từ bệnh viện tuyến cuối đến tuyến y tế cơ sở",
              note="đối với các bệnh lý nguy hiểm có nguy cơ tử vong cao")
    agreement("chuyen-giao", [(LAST_LINE, "supporter"), (PROVINCIAL, "recipient")], kind="technique-transfer", level="bilateral",
              children=review, topics=("chuyển giao kỹ thuật", "giảm tải cho các bệnh viện tuyến cuối trên địa bàn TPHCM"),
              name="Chuyển giao kỹ thuật giữa bệnh viện tuyến cuối và bệnh viện tuyến tỉnh")
    agreement("chi-dao-tuyen", [("bo-y-te", "coordinator"), (LAST_LINE, "directs"), (PROVINCIAL, "directed")], kind="line-direction",
              level="network", name="Phân công chỉ đạo tuyến của Bộ Y tế", children=review,
              note="“đảm bảo tuân thủ các quy định chuyên môn và phân công chỉ đạo tuyến”: the agreement follows the assignment of "
                   "the Ministry; which hospital directs which is not said")
    agreement("giam-sat", [("hcdc", "signatory"), ("cdc-13-tinh", "signatory")], kind="surveillance", level="bilateral",
              children=review, name="Chia sẻ thông tin giám sát, cảnh báo dịch bệnh")
    agreement("cap-cuu-ngoai-vien", everybody, kind="cooperation", level="network", children=review,
              topics=("mạng lưới cấp cứu ngoài bệnh viện theo hướng chuyên nghiệp",),
              name="Xây dựng mạng lưới cấp cứu ngoài bệnh viện theo hướng chuyên nghiệp")
    for code, slug, name, scope in (("92", "can-tho", "y tế chuyên sâu", "phát triển y tế chuyên sâu tại TP Cần Thơ"),
                                    ("84", "tra-vinh", "toàn diện", "nâng cao năng lực y tế toàn diện cho tỉnh Trà Vinh")):
        agreement(slug, [(departments["79"], "supporter"), (departments[code], "recipient")], kind="cooperation", level="bilateral",
                  children=review, topics=(scope,), name=f"Hợp tác {name}: Thành phố Hồ Chí Minh – {places.provinces[code]}")
    for specialty in TOPICS:
        members = [Element("member", ref=ref, role=role) for ref, role in
                   ((LAST_LINE, "last-line"), (PROVINCIAL, "spoke"), (PRIMARY, "first-contact"))]
        document.add(Element("specialtyNetwork", members, id=f"{specialty}-{PROGRAMME}", specialty=specialty, programme=PROGRAMME,
                             name=f"Mạng lưới {WORDS[specialty]} quy mô vùng Đồng bằng sông Cửu Long", **PERIOD, **shared,
                             note="the agreement names the lines, not the hospitals"))
