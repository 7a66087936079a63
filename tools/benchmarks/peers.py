"""Measures other tools on a DIMACS graph and the queries beside it: tools/bench routing --graph DIR --peers.

Processor time of this process. What a peer cannot do in seconds is asked fewer times; the time is for one.
"""
import gzip
import pathlib
import sys
import time

import numpy
import pandas
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra


def lines(path):
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt") as file:
        yield from file


def one(folder, *suffixes):
    return next(p for p in sorted(folder.iterdir()) for s in suffixes if p.name.endswith(s))


def report(name, seconds, checksum=None):
    unit, factor = ("s", 1) if seconds >= 1 else ("ms", 1e3) if seconds >= 1e-3 else ("µs", 1e6)
    tail = "" if checksum is None else f"   sum {int(checksum)}"
    print(f"  {name:<48} {seconds * factor:.2f} {unit}{tail}", flush=True)


def timed(body):
    start = time.process_time()
    result = body()
    return time.process_time() - start, result


def main(folder):
    rows, columns, weights, count = [], [], [], 0
    for line in lines(one(folder, ".gr", ".gr.gz")):
        if line[0] == "a":
            _, tail, head, weight = line.split()
            rows.append(int(tail) - 1), columns.append(int(head) - 1), weights.append(int(weight))
        elif line[0] == "p":
            count = int(line.split()[2])
    longitude, latitude = numpy.zeros(count), numpy.zeros(count)
    for line in lines(one(folder, ".co", ".co.gz")):
        if line[0] == "v":
            _, node, x, y = line.split()
            longitude[int(node) - 1], latitude[int(node) - 1] = int(x) / 1e6, int(y) / 1e6
    queries = one(folder, "queries")

    def nodes(name):
        return [int(line) - 1 for line in open(queries / f"{name}.txt")]

    origins, facilities = nodes("origins-1000"), {k: nodes(f"facilities-{k}") for k in (20, 200, 2000)}
    graph = csr_matrix((numpy.array(weights, float), (rows, columns)), (count, count))

    print("scipy", __import__("scipy").__version__)
    seconds, found = timed(lambda: dijkstra(graph, indices=origins[0]))
    report("one to all", seconds, found[numpy.isfinite(found)].sum())
    back = graph.T.tocsr()
    for k, targets in facilities.items():
        seconds, found = timed(lambda: dijkstra(back, indices=targets, min_only=True))
        report(f"every node to its nearest of {k}", seconds, found[numpy.isfinite(found)].sum())

    try:
        import pandana
    except ImportError:
        print("pandana is not installed")
        return
    print("pandana", getattr(pandana, "__version__", ""))
    edges = pandas.DataFrame({"from": rows, "to": columns, "weight": weights})
    points = pandas.DataFrame({"x": longitude, "y": latitude})
    seconds, network = timed(
        lambda: pandana.Network(
            points.x, points.y, edges["from"], edges["to"], edges[["weight"]], twoway=False))
    report("contraction hierarchy", seconds)
    for k, targets in facilities.items():
        seconds, _ = timed(
            lambda: network.set_pois(f"f{k}", 2e9, 5, points.x[targets], points.y[targets]))
        report(f"index of {k} facilities", seconds)
        seconds, found = timed(lambda: network.nearest_pois(2e9, f"f{k}", num_pois=5))
        report(f"nearest 5 of {k}, each of all nodes", seconds / count, found.loc[origins].to_numpy().sum())


main(pathlib.Path(sys.argv[1]))
