"""Changes of ferries, and an island that the first tables had on the mainland: conclusions, and marked as such."""

import re
from statistics import median

from additions import noted
from outlines import holds
from tables import Row

ISLAND = ("29513", "29521", "29533", "29536")
BLOCK, BLOCK_NAME = "LTH", "Xã đảo Long Thành – Long Khánh – Long Vĩnh – Đông Hải"
BLOCK_NOTE = ("cut off from the mainland of Trà Vinh since January 2016 by the canal Kênh Tắt – Quan Chánh Bố "
              "(baogiaothong.vn 192561578, 2022-08-04)")
# The dry link, the 2025 commune of its island end, and the ferry that stands in its place.
FERRIES = (("r-29515-t-long-thanh", "29513", "pha-kenh-tat", "Phà Kênh Tắt (QL53)",
            "https://baogiaothong.vn/khi-nao-pha-kenh-tat-het-canh-un-tac-192561578.htm", "2022-08-04"),
           ("r-j-ql53-km147-ql53-29491", "29533", "pha-lang-sat", "Phà Láng Sắt (QL53)",
            "https://news.laodong.vn/xa-hoi/3-ben-pha-duoc-mien-phi-tu-2025-1426297.ldo", "2024-11"))
CHECK = "check its place on a map"


def change(additions, travel, places, outlines):
    """Changes the rows of links, nodes and blocks as the table of proposals says."""
    ids = {row["crossing"]: row["link_id"] for row in travel.crossings}
    short = [row for row in travel.links.values() if row["mode"] == "ferry" and row["crossing_min"]
             and float(row["length_km"]) <= 0.6]
    for row in additions.proposals():
        target, key = row["target"], row["key"]
        if target == "crossings.csv" and not row["field"].startswith("(new link)"):
            _change_crossing(travel.links[ids[key]], row)
        elif target == "crossings.csv":
            _add_canoe(row, travel, ids)
        elif target == "blocks.csv":
            if tuple(key.split(";")) != ISLAND:
                row.fail("column key: these are not the four communes of the island")
            _cut_off(travel, places)
        elif target == "links.csv" and row["field"] == "mode":
            _add_ferry(row, travel, outlines, short)
        elif target == "links.csv":
            for id in key.split(";"):
                link = travel.links[id]
                link.update(default_use="0", status="unverified", confidence="low", basis=f"inference: {row['reason']}",
                            restrictions=noted(link["restrictions"], "kênh cắt ngang; có thể là Phà Kênh Sáu (QL53B), chưa rõ chỗ"))


def _change_crossing(link, row):
    """A field of a ferry. A wait at night stands in the words of its hours: waits know no hours."""
    field, value = row["field"], row["proposed"]
    why = f"inference, {row['confidence']}: {field.split(' ')[0]} from {row['now'] or 'unknown'} to {value}: {row['reason']}"
    if field.startswith("wait_min"):
        link["service_hours"] = noted(link["service_hours"], f"ban đêm ({field.split('(')[1].rstrip(')')}): chờ khoảng {value} phút")
    elif field == "service_hours":
        hours = re.match(r"(\d\d:\d\d)-(\d\d:\d\d)", value)
        link.update(service_hours=value, open_from=hours.group(1) if hours else "", open_to=hours.group(2) if hours else "")
    else:
        if field not in ("vehicles", "status", "crossing_min"):
            row.fail(f"column field: {field!r} is not known")
        link[field] = value
        if field == "status":
            link["default_use"] = "0"
    link["basis"] = noted(link.get("basis") or ("rule: times" if "rule" in link["source"] else None), why)


def _add_canoe(row, travel, ids):
    """The ambulance canoe beside the ferry of the same two piers."""
    ferry = travel.links[ids[row["key"]]]
    minutes = re.search(r"(\d+) min", row["proposed"]).group(1)
    travel.add_link(ferry, id="w-" + ferry["id"].removeprefix("fy-") + "-cap-cuu", mode="waterway", crossing="Ca nô cấp cứu Thạnh An",
                    crossing_min=minutes, wait_min="", vehicles="patient", service_hours="mọi giờ khi thời tiết cho phép",
                    open_from="", open_to="", restrictions=row["reason"], confidence="low",
                    basis=f"inference, {row['confidence']}: {row['reason']}", default_use="1", status="open", name_vi="",
                    source="https://www.vietnam.vn/en/tang-them-phuong-tien-cap-cuu-ngoai-vien-thot-tim-nhung-ca-cap-cuu-tren-bien")


def _cut_off(travel, places):
    for code in ISLAND:
        places.blocks[code].update(block=BLOCK, block_name_vi=BLOCK_NAME, block_note=BLOCK_NOTE)
    for node in travel.nodes.values():
        if node["commune_2024"] in ISLAND:
            node["block"] = BLOCK
    travel.find_blocks()


def _add_ferry(row, travel, outlines, short):
    """Puts a ferry where a dry link crosses the edge of the island: its two landings, and the road on both banks."""
    id, commune, slug, crossing, source, day = next((ferry for ferry in FERRIES if ferry[0] == row["key"]), None) or row.fail(
        f"column key: {row['key']!r} is not known")
    link = travel.links.pop(id)
    ends = [travel.nodes[link["from"]], travel.nodes[link["to"]]]
    if ends[0]["commune_2024"] in ISLAND:
        ends.reverse()
    share = _edge([(float(node["lat"]), float(node["lon"])) for node in ends], outlines[commune])
    half = 0.15 / float(link["length_km"])
    landings = []
    for letter, end, part in (("a", ends[0], share - half), ("b", ends[1], share + half)):
        lat, lon = (float(ends[0][axis]) + (float(ends[1][axis]) - float(ends[0][axis])) * part for axis in ("lat", "lon"))
        landing = f"f-{slug}-{letter}"
        travel.nodes[landing] = Row({**end, "id": landing, "kind": "ferry_landing", "name_vi": crossing, "lat": f"{lat:.5f}",
                                     "lon": f"{lon:.5f}", "town_level": "", "precision": "approximate",
                                     "source": f"rule: where the road crosses the edge of the outline of commune {commune}; {CHECK}"},
                                    row.file, row.line)
        landings.append(landing)
    length = float(link["length_km"])
    basis = f"inference, {row['confidence']}: {row['reason']}"
    parts = ((ends[0]["id"], landings[0], length * (share - half)), (landings[1], ends[1]["id"], length * (1 - share - half)))
    for start, end, km in parts:
        travel.add_link(link, **{"from": start, "to": end}, id=f"r-{start}-{end}", length_km=f"{km:.3f}", confidence="low", basis=basis)
    minutes = {column: f"{median(float(row[column]) for row in short):.0f}" for column in ("crossing_min", "wait_min")}
    travel.add_link(link, **{"from": landings[0], "to": landings[1]}, id=f"fy-{landings[0]}-{landings[1]}", mode="ferry", road_class="",
                    ref="", length_km="0.3", length_method="assumed width of the canal", speed_kmh="", freeflow_kmh="",
                    crossing=crossing, **minutes, service_hours="", source=source, confidence="low", asserted=day,
                    restrictions="xe tải từ 7 tấn, xe khách từ 29 chỗ bị hạn chế khi nước ròng nhất" if slug == "pha-kenh-tat" else "",
                    basis=f"{basis}; minutes: the median of the ferries of at most 600 m in the list; place: {CHECK}")


def _edge(ends, rings):
    """Returns the share of the way from the mainland end at which the outline begins."""
    (lat1, lon1), (lat2, lon2) = ends
    steps = 2000
    for step in range(steps + 1):
        share = step / steps
        if holds(rings, lat1 + (lat2 - lat1) * share, lon1 + (lon2 - lon1) * share):
            return share
    return 0.5
