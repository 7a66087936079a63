"""Administrative places of both geographies: until 2025-06-30 (gso-2024) and since (gso-2025)."""

from collections import Counter, defaultdict

from exchange_writer import Element, text
from tables import bare_key, name_key, unique

OLD, NEW = "gso-2024", "gso-2025"
CHANGE = "2025-07-01"
AGE_BANDS = (("age_0_4", 0, 4), ("age_5_14", 5, 14), ("age_15_49", 15, 49), ("age_50_64", 50, 64), ("age_65_plus", 65, None))
EXTENTS = {"Nhập toàn bộ": "whole", "Nhập một phần": "part", "Giữ nguyên": "unchanged"}
WORDED_EXTENTS = {"Sắp xếp toàn bộ": "whole", "Đổi tên từ một phần": "part", "Nhập một phần diện tích": "part"}
ENGLISH = {"Thành phố Hồ Chí Minh": "Ho Chi Minh City", "Thành phố Cần Thơ": "Can Tho City"}
SEED_POINT = "ConstantSun/FEBaoCaoCovid point, inside census-2009 polygon"
OLD_SOURCE = ("General Statistics Office list of administrative units until 2025-06-30; census 2019; commune points: "
              + SEED_POINT + "; polygon centres: censusVN2009 (MIT)")
NEW_SOURCE = ("General Statistics Office list of administrative units since 2025-07-01; registered population 2025 "
              "(sapnhap list, repaired where method says so); census-recut: census 2019 on the new boundaries; points, boxes: polygon centroids")


class Places:
    """The places, found by code and by name."""

    def __init__(self, tables):
        self.communes = unique(tables.read("communes_2024_region.csv", "code name district_code district province_code "
                               "province pop2019 lat lon new_codes new_names merge_notes"), "code")
        self.districts = unique(tables.read("districts_2024_region.csv", "code name gis_name province_code province pop2019 "
                                "area_km2 lat lon rep_lat rep_lon"), "code")
        self.ages = unique(tables.read("district_age_2019.csv", "district_code total published_total "
                           + " ".join(band for band, _, _ in AGE_BANDS)), "district_code")
        self.new_communes = unique(tables.read("communes_2025_in_scope_657.csv", "code full_name province_code province "
                                   "area_km2 area_method pop pop_method pop_sapnhap_raw pop2019 lat lon min_lon min_lat max_lon "
                                   "max_lat admin_seat merged_from"), "code")
        self.blocks = unique(tables.read("travel/blocks.csv", "commune_2024 block block_name_vi block_note"), "commune_2024")
        self.alternatives = unique(tables.read("travel/settlement_points_alternative.csv", "commune_2024 lat lon"), "commune_2024")
        nodes = tables.read("travel/nodes.csv", "id kind lat lon commune_2024 source")
        self.settlements = {row["id"]: row for row in nodes if row["kind"] == "settlement"}
        self.outside = {}
        self.provinces = {row["province_code"]: row["province"] for row in self.communes.values()}
        self.new_provinces = {row["province_code"]: row["province"] for row in self.new_communes.values()}
        self.new_names = {row["code"]: row["full_name"] for row in self.new_communes.values()}
        self._district_names = {(row["province_code"], name_key(row["name"])): code for code, row in self.districts.items()}
        self._commune_names = {(row["district_code"], name_key(row["name"])): code for code, row in self.communes.items()}
        self._province_names = {bare_key(name): code for code, name in self.provinces.items()}
        self._find_province_successors()

    def _find_province_successors(self):
        """A province's successor is the one that took over most of its communes."""
        votes = defaultdict(Counter)
        for row in self.communes.values():
            for code in row.need("new_codes").split(";"):
                if code not in self.new_communes:
                    row.fail(f"column new_codes: there is no 2025 commune {code!r}")
                votes[row["province_code"]][self.new_communes[code]["province_code"]] += 1
        self.province_successor = {code: count.most_common(1)[0][0] for code, count in votes.items()}

    def add_outside(self, row):
        """Adds the places of a facility outside the listed communes, knowing only what its row says."""
        code = row.need("commune_2025_code")
        if row["district_2024"] != "Huyện Côn Đảo" or code != "26732":
            row.fail(f"column commune_2025_code: there is no 2025 commune {code!r}")
        self.outside[code] = row
        self.new_names[code] = row.need("commune_2025")

    def province_of(self, row):
        """Returns the code of the 2025 province in which a facility lies."""
        code = row.need("commune_2025_code")
        if code in self.new_communes:
            return self.new_communes[code]["province_code"]
        if code not in self.outside:
            self.add_outside(row)
        found = [key for key, name in self.new_provinces.items() if bare_key(name) == bare_key(row["province_2025"])]
        return found[0] if found else row.fail(f"column province_2025: unknown province {row['province_2025']!r}")

    def old_province(self, row, column="province_2024"):
        """Returns the code of a province named in a table."""
        return self._province_names.get(bare_key(row.need(column))) or row.fail(
            f"column {column}: unknown province {row[column]!r}")

    def resolve_old(self, row):
        """Returns the deepest 2024 place that the names of a row resolve to, and why not deeper."""
        if row["commune_2025_code"] in self.outside:
            return f"{OLD}:755", None
        province = self.old_province(row)
        if not row["district_2024"]:
            return f"{OLD}:{province}", None
        district = self._district_names.get((province, name_key(row["district_2024"])))
        if not district:
            row.fail(f"column district_2024: no district {row['district_2024']!r} in {row['province_2024']}")
        if not row["commune_2024"]:
            return f"{OLD}:{district}", None
        commune = self._commune_names.get((district, name_key(row["commune_2024"])))
        if commune:
            return f"{OLD}:{commune}", None
        return f"{OLD}:{district}", f"rule: district only, its {row['commune_2024']} is not in the list of {OLD}"

    def fill_old(self, document):
        """Adds the scheme and the places that ended on 2025-07-01."""
        document.add(Element("scheme", id=OLD, name="Đơn vị hành chính đến hết ngày 30/06/2025", to=CHANGE,
                             nameEn="Administrative units until 2025-06-30"))
        for code, name in self.provinces.items():
            target = self.province_successor[code]
            successor = Element("successor", place=f"{NEW}:{target}", extent="whole")
            document.add(Element("place", [*_short_names(name), successor], scheme=OLD, code=code, level="province",
                                 name=name, nameEn=ENGLISH.get(name)))
        for row in self.districts.values():
            document.add(self._district(row))
        for row in self.communes.values():
            document.add(self._commune(row))
        for row in self.outside.values():
            successor = Element("successor", place=f"{NEW}:{row['commune_2025_code']}", extent="whole", note="general knowledge")
            document.add(Element("place", [successor], scheme=OLD, code="755", level="district", name=row["district_2024"],
                                 source="general knowledge", confidence="medium",
                                 note="a district of Bà Rịa – Vũng Tàu, outside the listed provinces: held for its one facility"))

    def _district(self, row):
        ages = self.ages.get(row["code"]) or row.fail(f"district {row['code']} is not in district_age_2019.csv")
        count, published = int(row.need("pop2019")), int(ages.need("published_total"))
        total = {"count": count, "basis": "census-resident", "date": "2019"}
        gap = abs(count - int(ages.need("total")))
        if 0 < gap <= 5:
            total.update(method="sum of the communes", stated=published)
        method = f"age table with a total of {ages['total']}, not {count}: not scaled" if gap > 5 else None
        children = [Element("population", **total)]
        for column, low, high in AGE_BANDS:
            children.append(Element("population", count=ages.number(column), basis="census-resident", date="2019",
                                    ageFrom=low, ageTo=high, method=method))
        children.append(Element("otherPoint", kind="interior", lat=row.number("rep_lat"), lon=row.number("rep_lon")))
        if name_key(row["gis_name"]) != name_key(row["name"]):
            children.append(Element("name", kind="alternative", value=row["gis_name"]))
        return Element("place", children, scheme=OLD, code=row["code"], level="district", name=row["name"],
                       parent=row.known("province_code", self.provinces, "province"), lat=row.number("lat"),
                       lon=row.number("lon"), precision="centre", pointSource="polygon centroid",
                       areaKm2=row.number("area_km2"), note="ended on 2025-07-01 without a successor")

    def _commune(self, row):
        code = row["code"]
        node = self.settlements.get(code) or row.fail(f"commune {code} has no settlement in travel/nodes.csv")
        block = self.blocks.get(code) or row.fail(f"commune {code} is not in travel/blocks.csv")
        point = (node.number("lat"), node.number("lon"))
        children = [Element("population", count=row.number("pop2019"), basis="census-resident", date="2019")]
        children += self._successors(row)
        seed = (row.number("lat"), row.number("lon"))
        if seed[0] and max(abs(float(a) - float(b)) for a, b in zip(seed, point)) > 0.00002:
            children.append(Element("otherPoint", kind="seed-list", lat=seed[0], lon=seed[1], source="ConstantSun/FEBaoCaoCovid"))
        other = self.alternatives.get(code)
        if other and other["lat"] and (other.number("lat"), other.number("lon")) != point:
            children.append(Element("otherPoint", kind="polygon-centre", lat=other.number("lat"), lon=other.number("lon")))
        observed = not node["source"].startswith("general knowledge")
        return Element("place", children, scheme=OLD, code=code, level="commune", name=row["name"],
                       parent=row.known("district_code", self.districts, "district"), lat=point[0], lon=point[1],
                       precision="centre" if observed else "approximate", block=block["block"],
                       pointSource=None if node["source"] == SEED_POINT else node["source"])

    def _successors(self, row):
        codes, notes = row["new_codes"].split(";"), [note.strip() for note in row["merge_notes"].split(";")]
        if len(codes) != len(notes):
            row.fail(f"{len(codes)} codes in new_codes but {len(notes)} notes in merge_notes")
        for code, note in sorted(zip(codes, notes)):
            extent = EXTENTS.get(note)
            worded = next((value for start, value in WORDED_EXTENTS.items() if note.startswith(start)), "unknown")
            if "toàn bộ dân số" in note:
                worded = "unknown"
            yield Element("successor", place=f"{NEW}:{code}", extent=extent or worded, note=None if extent else note)

    def fill_new(self, document):
        """Adds the scheme and the places in force since 2025-07-01."""
        document.add(Element("scheme", id=NEW, name="Đơn vị hành chính từ ngày 01/07/2025", from_=CHANGE,
                             nameEn="Administrative units since 2025-07-01"))
        for code, name in self.new_provinces.items():
            note = "only the communes of the former Thành phố Hồ Chí Minh and Côn Đảo are held" if code == "79" else None
            note = "only the communes of the former Tỉnh Long An are held" if code == "80" else note
            document.add(Element("place", _short_names(name), scheme=NEW, code=code, level="province", name=name,
                                 nameEn=ENGLISH.get(name), held="part" if note else None, note=note))
        spellings = defaultdict(set)
        for row in self.communes.values():
            for code, name in zip(row["new_codes"].split(";"), row["new_names"].split(";")):
                spellings[code].add(text(name))
        for row in self.new_communes.values():
            document.add(self._new_commune(row, spellings[row["code"]]))
        for code, row in self.outside.items():
            document.add(Element("place", scheme=NEW, code=code, level="commune", name=row["commune_2025"],
                                 parent=self.province_of(row), lat=row.number("lat"), lon=row.number("lon"), precision="rule",
                                 pointSource=f"rule: the point of {row['id']}", source="the row of its one facility",
                                 basis="rule: place of a facility outside the listed communes",
                                 note="no population, area or box is held"))

    def _new_commune(self, row, spellings):
        repaired = row["pop_method"] != "source"
        children = [Element("name", kind="alternative", value=name) for name in sorted(spellings) if name != text(row["full_name"])]
        children.append(Element("population", count=row.number("pop2019"), basis="census-recut", date="2019"))
        children.append(Element("population", count=row.number("pop"), basis="registered", date="2025",
                                method=row["pop_method"] if repaired else None,
                                stated=row.number("pop_sapnhap_raw") if repaired else None,
                                confidence="medium" if repaired else None))
        seat = None if row["admin_seat"] == "đang cập nhật" else row["admin_seat"]
        note = row["merged_from"] + ("; diện tích: đo trên bản đồ" if row["area_method"] == "geometry" else "")
        return Element("place", children, scheme=NEW, code=row["code"], level="commune", name=row["full_name"],
                       parent=row.known("province_code", self.new_provinces, "province"), lat=row.number("lat"),
                       lon=row.number("lon"), precision="centre", areaKm2=row.number("area_km2"), south=row.number("min_lat"),
                       west=row.number("min_lon"), north=row.number("max_lat"), east=row.number("max_lon"), seat=seat, note=note)


def _short_names(name):
    if not name.startswith("Thành phố "):
        return []
    return [Element("name", kind="short", value=name.replace("Thành phố ", "TP. "))]
