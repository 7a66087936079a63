"""The schematic travel network: blocks, nodes, links, usual speeds, vehicles, the travel profile."""

import math
import re

from exchange_writer import Element
from places import OLD, SEED_POINT
from tables import Row, unique

GABRIEL = "rule: Gabriel neighbours inside one land block"
NODE_KINDS = {kind: kind.replace("_", "-") for kind in (
    "settlement", "town", "junction", "interchange", "bridge_end", "ferry_landing", "pier", "port", "airport", "helipad")}
NODE_PRECISION = ("centre point", "polygon centre", "approximate", "good")
MODES = {mode: mode for mode in ("road", "ferry", "waterway", "air")}
CLASSES = {kind: kind for kind in ("expressway", "national", "provincial", "district", "local")} | {"": None}
CARRIES = {word: word for word in ("all", "light", "motorcycle", "passenger", "patient")}
STATES = {word: word for word in ("open", "unverified", "closed")}
USE = {"1": None, "0": "no"}
ONEWAY = {"0": None, "1": True}
CONFIDENCE = {word: word for word in ("high", "medium", "low")}
VEHICLES = (
    ("air", "trực thăng kết hợp phương tiện khác", "helicopter, then mixed means", "road ferry waterway air", "all light motorcycle passenger patient",
     "air links carry the patient; the rest of the way as with mixed"),
    ("ambulance", "xe cứu thương", "ambulance", "road ferry", "all light", None),
    ("boat", "xuồng/ca nô", "boat", "waterway ferry", "all light motorcycle passenger patient", "the patient goes on water"),
    ("car", "ô tô", "car", "road ferry", "all light", None),
    ("mixed", "nhiều phương tiện (đường bộ – phà – thuyền)", "mixed means (road, ferry, boat)", "road ferry waterway",
     "all light motorcycle passenger patient", "the patient changes vehicle where a link carries no car"),
    ("motorbike", "xe máy", "motorbike", "road ferry", "all light motorcycle", None),
)
# What is counted when the patient changes between road, boat and aircraft, and of flights between listed pads.
HAND_OVERS = {
    "air": {
        "handOverMinutes": "10", "cruiseSpeed": "220", "setUpMinutes": "150", "confidence": "low",
        "source": "cruise speed and set-up: those of the listed flights to hospital 175 (EC-225 class); "
        "hand-over: planning assumption, no published figure"},
    "mixed": {"handOverMinutes": "10", "confidence": "low", "source": "hand-over: planning assumption, no published figure"},
}
# A crossing of five kilometres or more is one of the sea or a wide mouth: those of rivers have at most three.
WEATHERS = (
    ("bad", "gió mạnh, biển động", "strong wind, rough sea", (
        {"mode": "road", "factor": "1.2"}, {"mode": "ferry", "factor": "1.2"},
        {"mode": "ferry", "kmFrom": "5", "stops": "true"}, {"mode": "waterway", "factor": "1.2"},
        {"mode": "waterway", "kmFrom": "5", "stops": "true"}, {"mode": "air", "factor": "1.1"})),
    ("storm", "bão, áp thấp nhiệt đới", "storm, tropical depression", (
        {"mode": "road", "factor": "1.5"}, {"mode": "ferry", "stops": "true"},
        {"mode": "waterway", "stops": "true"}, {"mode": "air", "stops": "true"})),
)


def fill_network(document, box, attribution):
    """Adds the network, the vehicles and the travel profile."""
    south, west, north, east = box
    document.add(Element("network", (), id="hcmc-mekong", name="Thành phố Hồ Chí Minh và 13 tỉnh Đồng bằng sông Cửu Long",
                         nameEn="Ho Chi Minh City and the 13 Mekong Delta provinces", zone="+07:00", south=south, west=west,
                         north=north, east=east, attribution=attribution,
                         note="a seed for a directory, not a clinical reference: nothing was confirmed by telephone"))
    for id, name, english, modes, carriages, note in VEHICLES:
        document.add(Element("vehicle", id=id, name=name, nameEn=english, modes=modes, carriages=carriages, note=note,
                             **HAND_OVERS.get(id, {})))
    document.add(Element(
        "travelProfile", id="default", slowFactor="1.49", slowWaitFactor="2", accessSpeed="20", accessDetour="1.3",
        accessLimitKm="15", source="slowFactor: published self-reported travel time was 1.49 times the modelled one",
        confidence="low", basis="rule: usual wait is half the headway, so the slow wait is twice the usual one; access at "
        "20 km/h over 1.3 times the straight line, at most 15 km"))
    for id, name, english, effects in WEATHERS:
        document.add(Element(
            "weather", [Element("effect", **effect) for effect in effects], id=id, name=name, nameEn=english,
            source="planning assumption, no published table of what runs in which wind", confidence="low",
            note="call the harbour or the border guard post before relying on it"))


class Travel:
    """The travel tables, checked."""

    def __init__(self, tables, places):
        self.places = places
        self.nodes = unique(tables.read("travel/nodes.csv", "id kind name_vi lat lon commune_2024 block town_level precision "
                            "source"), "id")
        self.links = unique(tables.read("travel/links.csv", "id from to mode road_class ref name_vi length_km length_method "
                            "speed_kmh freeflow_kmh oneway crossing crossing_min wait_min service_hours open_from open_to vehicles "
                            "valid_from valid_to status default_use restrictions source confidence"), "id")
        self.crossings = tables.read("travel/crossings.csv", "crossing link_id")
        self.joins = tables.read("travel/block_joins.csv", "block_a block_b district_a district_b max_km meaning")
        self.speeds = tables.read("travel/speed_defaults.csv", "area road_class typical_kmh freeflow_kmh")
        for row in self.crossings:
            if row.known("link_id", self.links, "link") and self.links[row["link_id"]]["crossing"] != row["crossing"]:
                row.fail(f"the link {row['link_id']} does not bear the crossing {row['crossing']!r}")
        self.find_blocks()

    def find_blocks(self):
        """Gathers the blocks that communes lie in."""
        self.blocks = {}
        for row in self.places.blocks.values():
            self.blocks.setdefault(row.need("block"), (row.need("block_name_vi"), row["block_note"]))

    def add_link(self, like, **cells):
        """Adds a link with the cells of another one but for those that are given."""
        made = Row({**like, **cells}, like.file, like.line)
        if made["id"] in self.links:
            made.fail(f"there is already a link {made['id']!r}")
        self.links[made["id"]] = made

    def fill_nodes(self, document):
        """Adds usual speeds, blocks, their joins and the nodes."""
        for row in self.speeds:
            document.add(Element("speedDefault", area=row.need("area"), roadClass=row.choose("road_class", CLASSES),
                                 speed=row.number("typical_kmh"), freeFlowSpeed=row.number("freeflow_kmh"),
                                 source="planning table of usual speeds, partly fitted to 11 quoted trip times"))
        for id, (name, note) in self.blocks.items():
            document.add(Element("block", id=id, name=name, source="curated by district, with exceptions by commune", note=note))
        if any(row["block"] == "EXT" for row in self.nodes.values()):
            document.add(Element("block", id="EXT", name="Ngoài vùng", basis="rule: block of the nodes outside the region"))
        for row in self.joins:
            for column in ("block_a", "block_b"):
                row.known(column, self.blocks, "block")
            places = [f"{OLD}:{row.known(column, self.places.districts, 'district')}" for column in ("district_a", "district_b")]
            document.add(Element("blockJoin", block=row["block_a"], otherBlock=row["block_b"], place=places[0],
                                 otherPlace=places[1], km=row.number("max_km"), source="curated",
                                 note=row["meaning"]))
        for row in self.nodes.values():
            document.add(self._node(row))

    def _node(self, row):
        precision, basis = _node_precision(row)
        if row["block"] != "EXT":
            row.known("block", self.blocks, "block")
        commune = row["commune_2024"]
        if commune:
            row.known("commune_2024", self.places.communes, "commune")
        return Element("node", id=row["id"], kind=row.choose("kind", NODE_KINDS), name=row["name_vi"], lat=row.number("lat"),
                       lon=row.number("lon"), precision=precision, place=f"{OLD}:{commune}" if commune else None,
                       block=row["block"], townLevel=row["town_level"], source=row.need("source"), basis=basis)

    def fill_links(self, document):
        """Adds the links."""
        for row in self.links.values():
            sailings = _sailings(row)
            if not sailings:
                document.add(self._link(row, _windows(row)))
                continue
            # A timetable holds one way each: two links, each one way, named as one crossing.
            out, back = sailings
            document.add(self._link(Row({**row, "oneway": "1", "wait_min": "0"}, row.file, row.line), out))
            document.add(self._link(
                Row({**row, "id": row["id"] + "-back", "from": row["to"], "to": row["from"], "oneway": "1", "wait_min": "0"},
                    row.file, row.line), back))

    def _length(self, row):
        """Returns the kilometres and how they are known: no way is shorter than the straight line."""
        km, method = row.number("length_km"), row["length_method"]
        if km is None:
            return km, method
        ends = [self.nodes[row.known(end, self.nodes, "node")] for end in ("from", "to")]
        straight = _straight_km(*((float(node["lat"]), float(node["lon"])) for node in ends))
        if float(km) >= straight * 0.98 - 0.05:  # A little is lost by rounding.
            return km, method
        return f"{math.ceil(straight * 10) / 10:g}", f"straight line; the stated {km} km are shorter"

    def _link(self, row, windows):
        restriction, source = row["restrictions"], row.need("source")
        km, method = self._length(row)
        return Element("link", windows, id=row["id"], start=row.known("from", self.nodes, "node"),
                       end=row.known("to", self.nodes, "node"), mode=row.choose("mode", MODES),
                       roadClass=row.choose("road_class", CLASSES), ref=row["ref"], name=row["name_vi"], km=km,
                       kmMethod=method, speed=row.number("speed_kmh"), freeFlowSpeed=row.number("freeflow_kmh"),
                       oneway=row.choose("oneway", ONEWAY), crossing=row["crossing"], crossingMinutes=row.number("crossing_min"),
                       waitMinutes=row.number("wait_min"), hours=row["service_hours"], carries=row.choose("vehicles", CARRIES),
                       excludes="motorbike" if "no motorcycles" in restriction else None, restriction=restriction,
                       state=row.choose("status", STATES), use=row.choose("default_use", USE), from_=row["valid_from"],
                       to=row["valid_to"], source=source, asserted=row.get("asserted"),
                       confidence=row.choose("confidence", CONFIDENCE), basis=row.get("basis") or _hours_basis(row) or _link_basis(source))


def _straight_km(start, end):
    """Returns the great circle between two points in degrees, on the sphere of the program (mean radius 6371.0088 km)."""
    (lat, lon), (other_lat, other_lon) = (map(math.radians, point) for point in (start, end))
    a = (math.sin((other_lat - lat) / 2) ** 2 + math.cos(lat) * math.cos(other_lat) * math.sin((other_lon - lon) / 2) ** 2)
    return 2 * 6371.0088 * math.asin(math.sqrt(a))


def _node_precision(row):
    """Returns the precision, and the table's own words where they say more."""
    words, source = row.need("precision"), row["source"]
    if words not in NODE_PRECISION and not re.fullmatch(r"about [\d.-]+ k?m", words):
        row.fail(f"column precision: {words!r} is not known")
    if "centre" in words:
        return "centre", None
    if source.startswith("rule"):
        return "rule", "rule: river boundary" if words == "approximate" else f"rule: {words}"
    said = None if words == "approximate" else words
    if source.startswith(("crossing of", "nearest point of the reference highway to the interchange")):
        return "junction", said
    return "approximate", said


def _link_basis(source):
    if source.startswith(("rule", "(rule")):
        return "rule"
    if "rule" in source:
        return "rule: times"
    return None


# Windows that the words of a source about hours mean: by rule, and only where they cannot mean more. A boat that runs at night in an
# emergency, or "24/24 (not verified)", stays words: whoever asks has an emergency.
DAYTIME = ("06:00", "18:00")
WORDED_HOURS = (
    (r"daytime; night in emergency.*", None),
    (r"daytime \(first boats about (\d\d:\d\d)\)", (None, DAYTIME[1])),
    (r"daytime\b.*|scheduled flights in daytime|one or two a day\b.*", DAYTIME),
    (r"from (\d\d:\d\d);.*", (None, "24:00")),
)
SAILINGS = (
    r"(?P<days>[A-Z][a-z/A-Z]+) out (?P<out>\d\d:\d\d), (?P<back_days>[A-Z][a-z/A-Z]+) back (?P<back>\d\d:\d\d)",
    r"one return trip a day \(dep\. (?P<out>\d\d:\d\d), back (?P<back>\d\d:\d\d)\)",
)
WEEKDAYS = {"Mon": "1", "Tue": "2", "Wed": "3", "Thu": "4", "Fri": "5", "Sat": "6", "Sun": "7"}


def _worded(row):
    """Returns when it opens and closes by the words of its source, or None."""
    if row["open_from"]:
        return None
    for pattern, hours in WORDED_HOURS:
        found = re.fullmatch(pattern, row["service_hours"])
        if found:
            return hours and (hours[0] or found.group(1), hours[1])
    return None


def _sailings(row):
    """Returns the windows of the way out and of the way back, where the words are a timetable."""
    for pattern in SAILINGS:
        found = re.fullmatch(pattern, row["service_hours"])
        if found:
            days = found.groupdict()
            return [_departure(found["out"], days.get("days")), _departure(found["back"], days.get("back_days"))]
    return None


def _departure(clock, days):
    """Returns a departure as the minute in which one must be there."""
    minutes = int(clock[:2]) * 60 + int(clock[3:]) + 1
    digits = "".join(sorted(WEEKDAYS[day] for day in days.split("/"))) if days else None
    return [Element("window", days=digits, opens=clock, closes=f"{minutes // 60:02}:{minutes % 60:02}")]


def _hours_basis(row):
    """Says by which rule hours were read from words."""
    if _sailings(row):
        return "rule: hours from words, each departure as the minute in which one must be there"
    hours = _worded(row)
    return hours and f"rule: hours from words, taken as {hours[0]} to {hours[1]}"


def _windows(row):
    """Hours as windows where the words are exact or mean some by rule; words that were not verified stay words."""
    worded = _worded(row)
    if worded:
        return [Element("window", opens=worded[0], closes=worded[1])]
    opens, closes = row["open_from"], row["open_to"]
    if not opens or "not verified" in row["service_hours"]:
        return []
    if not re.fullmatch(r"[0-2]\d:[0-5]\d", opens) or not re.fullmatch(r"[0-2]\d:[0-5]\d", closes):
        row.fail(f"open_from {opens!r} and open_to {closes!r} are not times of day")
    return [Element("window", opens=opens, closes=closes)]
