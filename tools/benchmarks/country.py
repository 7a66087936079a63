"""Writes a made-up country as an OpenStreetMap extract: tools/bench country.

No extract of a whole country can be had everywhere, and none may be shipped. This one has what a road
network of the delta has: towns with crooked grids and one-way streets, roads between towns with many
shape points, lanes that end, canals with few bridges, ferries, names, forbidden turns. It is the same
for the same number of nodes and seed, and needs no memory: each square of the country is made anew
whenever it is written, from a seed of its own.

    country.py 5000000 country.osm.pbf [--seed 1] [--newer]

With --newer it is the extract of a later day: one square in fifty has another lane.
"""
import argparse
import math
import random
import struct
import zlib

# Side of a square in degrees (about 5 km), ids kept for each, and its nodes on average (measured).
SIDE, IDS, MEAN_NODES = 0.045, 4096, 884
WEST, SOUTH = 100.0, 5.0
NAMES = ["Nguyễn Trãi", "Lê Lợi", "Trần Hưng Đạo", "Hai Bà Trưng", "Lý Thường Kiệt", "Phan Bội Châu"]


class Square:
    """A square of the country: its nodes, ways and forbidden turns."""

    def __init__(self, column, row, columns, rows, seed, newer):
        self.random = random.Random(f"{seed} {column} {row}")
        self.column, self.row, self.columns, self.rows = column, row, columns, rows
        self.base = (row * columns + column) * IDS + 1
        self.nodes, self.ways, self.turns = [], [], []
        centre = self.add(0.5 + self.random.uniform(-0.1, 0.1), 0.5 + self.random.uniform(-0.1, 0.1))
        assert centre == self.base
        self.town(centre)
        self.lanes()
        if column + 1 < columns:
            self.road_to(column + 1, row)
        if row + 1 < rows:
            self.road_to(column, row + 1)
        if newer and self.random.random() < 0.02:
            self.lane(self.nodes[len(self.nodes) // 2])

    def add(self, x, y):
        """A node at a place in the square, as shares of its side."""
        identifier = self.base + len(self.nodes)
        self.nodes.append((identifier, SOUTH + (self.row + y) * SIDE, WEST + (self.column + x) * SIDE))
        return identifier

    def way(self, refs, **tags):
        self.ways.append((self.base + len(self.ways), refs, {k.replace("_", ":"): v for k, v in tags.items()}))
        return self.ways[-1][0]

    def between(self, start, end, steps, bend):
        """Shape points between two places, bent to one side."""
        (ax, ay), (bx, by) = start, end
        side = self.random.uniform(-bend, bend)
        for step in range(1, steps):
            t = step / steps
            swing = side * math.sin(math.pi * t) + self.random.uniform(-bend, bend) * 0.15
            yield self.add(ax + (bx - ax) * t - (by - ay) * swing, ay + (by - ay) * t + (bx - ax) * swing)

    def town(self, centre):
        """A crooked grid around the centre; some blocks are closed, some streets one-way."""
        pick = self.random
        width, height = pick.randint(5, 11), pick.randint(5, 11)
        step, turn = 0.022, pick.uniform(-0.4, 0.4)
        grid = {}
        for i in range(width):
            for j in range(height):
                x, y = (i - width // 2) * step, (j - height // 2) * step
                if (i, j) == (width // 2, height // 2):
                    grid[i, j] = centre
                    continue
                grid[i, j] = self.add(
                    0.5 + x * math.cos(turn) - y * math.sin(turn) + pick.uniform(-0.003, 0.003),
                    0.5 + x * math.sin(turn) + y * math.cos(turn) + pick.uniform(-0.003, 0.003))
        streets = []
        for line in range(width):
            streets.append([grid[line, j] for j in range(height)])
        for line in range(height):
            streets.append([grid[i, line] for i in range(width)])
        through = {}
        for number, street in enumerate(streets):
            tags = {"highway": "tertiary" if number % 4 == 0 else "residential",
                    "name": f"{pick.choice(NAMES)} {number + 1}"}
            if number % 4 and pick.random() < 0.25:
                tags["oneway"] = "yes"
            # Some streets stop short of the next crossing.
            cut = pick.randrange(2, len(street)) if number % 4 and pick.random() < 0.3 else len(street)
            way = self.way(street[:cut], **tags)
            for node in street[:cut]:
                through.setdefault(node, []).append(way)
        for node, ways in through.items():
            if len(ways) == 2 and pick.random() < 0.04:
                kind = pick.choice(["no_left_turn", "no_right_turn", "no_u_turn", "only_straight_on"])
                self.turns.append((ways[0], node, ways[0] if kind == "no_u_turn" else ways[1], kind))

    def lanes(self):
        """Lanes of villages, from junctions of the town outwards; each may branch."""
        town = len(self.nodes)
        for _ in range(self.random.randint(25, 55)):
            self.lane(self.nodes[self.random.randrange(town)])

    def lane(self, start):
        pick = self.random
        x, y = (start[2] - WEST) / SIDE - self.column, (start[1] - SOUTH) / SIDE - self.row
        # Outwards, so that lanes of one town do not pile up.
        heading = math.atan2(y - 0.5, x - 0.5) + pick.uniform(-0.8, 0.8)
        length = pick.uniform(0.08, 0.3)
        end = (min(max(x + length * math.cos(heading), 0.01), 0.99),
               min(max(y + length * math.sin(heading), 0.01), 0.99))
        refs = [start[0], *self.between((x, y), end, pick.randint(8, 30), 0.2), self.add(*end)]
        self.way(refs, highway=pick.choice(["unclassified", "residential", "track", "service"]))

    def road_to(self, column, row):
        """The road to the town beside: a trunk road on every eighth line; over a canal on every sixth."""
        pick = self.random
        other = (row * self.columns + column) * IDS + 1
        line = self.row if row == self.row else self.column
        here = self.nodes[0]
        start = ((here[2] - WEST) / SIDE - self.column, (here[1] - SOUTH) / SIDE - self.row)
        end = (start[0] + (column - self.column), start[1] + (row - self.row))
        tags = {"highway": "trunk" if line % 8 == 0 else "secondary", "ref": f"ĐT.{100 + line}"}
        if line % 8 == 0:
            tags["maxspeed"] = "80"
        points = list(self.between(start, end, pick.randint(30, 70), 0.08))
        middle = len(points) // 2
        canal = row != self.row and self.row % 6 == 5
        if not canal:
            self.way([here[0], *points, other], **tags)
            return
        self.way([here[0], *points[:middle]], **tags)
        crossing = points[middle - 1:middle + 2]
        if self.column % 4 == 0:
            self.way(crossing, **tags, bridge="yes", name=f"Cầu Kênh {self.row}.{self.column}")
        elif self.column % 4 == 2:
            self.way(crossing, route="ferry", motor_vehicle="yes", duration="00:12",
                     name=f"Phà Kênh {self.row}.{self.column}")
        self.way([*points[middle + 1:], other], **tags)


# The format of blocks: https://wiki.openstreetmap.org/wiki/PBF_Format

def packed(values, signed):
    out = bytearray()
    for value in values:
        if signed:
            value = value << 1 if value >= 0 else (-value << 1) - 1
        while value > 127:
            out.append(value & 127 | 128)
            value >>= 7
        out.append(value)
    return bytes(out)


def varint(value):
    return packed([value], False)


def differences(values):
    before = 0
    for value in values:
        yield value - before
        before = value


def field(number, data):
    """A field of bytes; of a whole number where one is given."""
    if isinstance(data, int):
        return varint(number << 3) + varint(data)
    return varint(number << 3 | 2) + varint(len(data)) + data


class Extract:
    """An extract that is being written, block by block."""

    def __init__(self, file):
        self.file = file
        self.block(b"OSMHeader", field(4, b"OsmSchema-V0.6") + field(4, b"DenseNodes")
                   + field(32, 1796083200))

    def block(self, kind, data):
        blob = field(2, len(data)) + field(3, zlib.compress(data, 1))
        header = field(1, kind) + field(3, len(blob))
        self.file.write(struct.pack(">I", len(header)) + header + blob)

    def primitives(self, texts, group):
        table = b"".join(field(1, text.encode()) for text in texts)
        self.block(b"OSMData", field(1, table) + field(2, group))

    def nodes(self, nodes):
        dense = field(1, packed(differences(n[0] for n in nodes), True))
        dense += field(8, packed(differences(round(n[1] * 1e7) for n in nodes), True))
        dense += field(9, packed(differences(round(n[2] * 1e7) for n in nodes), True))
        self.primitives([""], field(2, dense))

    def ways(self, ways):
        texts = {"": 0}
        group = []
        for identifier, refs, tags in ways:
            numbers = [[texts.setdefault(text, len(texts)) for text in side] for side in (tags, tags.values())]
            group.append(field(3, field(1, identifier) + field(2, packed(numbers[0], False))
                               + field(3, packed(numbers[1], False)) + field(8, packed(differences(refs), True))))
        self.primitives(texts, b"".join(group))

    def turns(self, turns, first):
        texts = {text: n for n, text in enumerate(["", "type", "restriction", "from", "via", "to"])}
        group = []
        for number, (origin, via, end, kind) in enumerate(turns):
            value = texts.setdefault(kind, len(texts))
            group.append(field(4, field(1, first + number) + field(2, packed([1, 2], False))
                               + field(3, packed([2, value], False)) + field(8, packed([3, 4, 5], False))
                               + field(9, packed(differences([origin, via, end]), True))
                               + field(10, packed([1, 0, 1], False))))
        self.primitives(texts, b"".join(group))


def write(path, nodes, seed, newer):
    squares = max(1, round(nodes / MEAN_NODES))
    columns = max(1, math.isqrt(squares))
    rows = max(1, round(squares / columns))

    def every():
        for row in range(rows):
            for column in range(columns):
                yield Square(column, row, columns, rows, seed, newer)

    counts = [0, 0, 0]
    with open(path, "wb") as file:
        extract = Extract(file)
        for square in every():
            extract.nodes(square.nodes)
            counts[0] += len(square.nodes)
        for square in every():
            extract.ways(square.ways)
            counts[1] += len(square.ways)
        for square in every():
            if square.turns:
                extract.turns(square.turns, counts[2] + 1)
                counts[2] += len(square.turns)
    print(f"{counts[0]} nodes, {counts[1]} ways, {counts[2]} forbidden turns")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("nodes", type=int)
    parser.add_argument("file")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--newer", action="store_true")
    options = parser.parse_args()
    write(options.file, options.nodes, options.seed, options.newer)
