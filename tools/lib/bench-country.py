"""Measures the import of a made-up country: tools/bench country [NODES ...]

For each size: the extract is made, imported, built into a snapshot, and asked for one route. Processor
time and the most memory of each process, and both for each node of the extract, which are to stay what
they are while the country grows.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.environ["TUYEN_PROGRAM"]
SIZES = [65_000, 600_000, 5_000_000]


def run(*words):
    """Processor seconds and the most MiB of a process; its output when it fails."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(words, stdout=output, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, words))} ends with {process.returncode}:\n{text}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def measure(nodes, folder):
    extract, network = folder / f"{nodes}.osm.pbf", folder / str(nodes)
    _, _, told = run(sys.executable, ROOT / "tools/benchmarks/country.py", str(nodes), extract)
    count = int(told.split()[0])
    print(f"{count} nodes of the extract, {extract.stat().st_size / 2**20:.1f} MiB")
    # The newer extract over the older: ids and order stay where nothing changed.
    newer = folder / f"{nodes}-newer.osm.pbf"
    run(sys.executable, ROOT / "tools/benchmarks/country.py", str(nodes), newer, "--newer")
    steps = [
        ("import osm", ["import", "osm", extract, "--out", network]),
        ("build", ["build", "--network", network]),
        ("two places, one matrix", ["matrix", "--from", "5.2,100.2", "--to", "5.1,100.1", "--network", network]),
        ("import osm, a newer one", ["import", "osm", newer, "--into", network]),
    ]
    for name, words in steps:
        seconds, memory, text = run(PROGRAM, *words)
        print(f"  {name:<26} {seconds:8.2f} s CPU {seconds / count * 1e6:8.2f} µs a node"
              f" {memory:8.0f} MiB {memory * 2**20 / count:8.0f} bytes a node", flush=True)
        if os.environ.get("TUYEN_BENCH_TELL"):
            print(text)


def main(sizes):
    with tempfile.TemporaryDirectory() as folder:
        for nodes in sizes:
            measure(nodes, pathlib.Path(folder))


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or SIZES)
