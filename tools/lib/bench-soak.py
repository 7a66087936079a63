"""Asks a service for long, and prints its memory: tools/bench soak [MINUTES]

Eight clients ask, two of them write: routes kept and anew, searches, isochrones, batches, dear studies,
diversions with their undo, closures, cases, an event stream. The memory is to stay where it is when the
answers that are kept have filled up: it is wrong where the last third holds a fifth more than the second.
"""
import json
import os
import random
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from served import Server  # noqa: E402

PLACES = ["Cái Nước, Cà Mau", "Năm Căn", "Mỏ Cày", "Xã Cù Lao Dung", "Cần Giờ", "Cái Bè", "bv-nam-can"]
NEEDS = ["stroke", "stroke.thrombectomy", "trauma", "obstetrics"]


def target(path, **fields):
    return path + "?" + urllib.parse.urlencode(fields)


class Client(threading.Thread):
    def __init__(self, server, end, seed, key, writes):
        super().__init__(daemon=True)
        self.server, self.end, self.key, self.writes = server, end, key, writes
        self.random = random.Random(seed)
        self.counts = {}
        self.fault = None

    def run(self):
        while time.monotonic() < self.end and self.fault is None:
            try:
                if self.writes:
                    self.write()
                    time.sleep(0.05)
                else:
                    self.read()
            except OSError as error:
                self.fault = str(error)

    def ask(self, method, path, body=None, kind="application/json"):
        headers = {"Authorization": "Bearer " + self.key} if self.writes or self.random.random() < 0.3 else {}
        data = b""
        if body is not None:
            headers["Content-Type"] = kind
            data = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        response = self.server.ask(method, path, headers, data, timeout=180)
        self.counts[response.status] = self.counts.get(response.status, 0) + 1
        if response.status >= 500 and response.status != 503 or response.status == 0:
            self.fault = f"{method} {path}: {response.status} {response.body[:300]!r}"
        return response

    def read(self):
        pick = self.random
        place, need = pick.choice(PLACES), pick.choice(NEEDS)
        at = f"2026-11-{pick.randrange(1, 29):02}T{pick.randrange(24):02}:{pick.randrange(60):02}"
        chance = pick.random()
        if chance < 0.45:
            self.ask("GET", target("/v1/route", **{"from": place, "need": need, "at": at}))
        elif chance < 0.7:
            self.ask("GET", target("/v1/route", **{"from": place, "need": need, "at": "2026-11-25T10:00"}))
        elif chance < 0.85:
            self.ask("GET", target("/v1/search", text=place[:pick.randrange(1, len(place))]))
        elif chance < 0.9:
            self.ask("GET", "/v1/board")
        elif chance < 0.94:
            self.ask("GET", target("/v1/isochrone", **{"from": place, "isochrone": "30,60", "at": at}))
        elif chance < 0.98:
            rows = "id,from\n" + "".join(f'{n},"{pick.choice(PLACES)}"\n' for n in range(20))
            self.ask("POST", target("/v1/batch", need=need, at=at, format="csv"), rows, "text/csv")
        elif chance < 0.99:
            self.ask("GET", target("/v1/facilities/bv-ca-mau", at=at))
        else:
            self.ask("GET", target("/v1/coverage", need=need, at=at))

    def write(self):
        pick = self.random
        chance = pick.random()
        if chance < 0.5:
            made = self.ask("POST", "/v1/diversions", {"facility": "bv-ca-mau", "until": "23:59"})
        elif chance < 0.8:
            made = self.ask(
                "POST", "/v1/closures", {"crossing": "Cầu Rạch Miễu 2 (QL60)", "until": "23:59"})
        else:
            self.ask("POST", "/v1/cases", {"need": "stroke.thrombectomy", "place": "gso-2025:32128"})
            return
        if made.status == 201:
            self.ask("POST", f"/v1/entries/{json.loads(made.body)['entry']}/undo", {})


def main():
    minutes = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    server = Server("--rate", "0", "--readers", "everybody")
    key = server.key("coordinate")
    begin = time.monotonic()
    end = begin + minutes * 60
    clients = [Client(server, end, seed, key, seed < 2) for seed in range(8)]
    for client in clients:
        client.start()
    memory = []
    step = max(5, minutes * 60 / 30)
    print("minute  requests  MiB")
    while time.monotonic() < end and server.is_alive and not any(c.fault for c in clients):
        time.sleep(min(step, max(0.1, end - time.monotonic())))
        memory.append(server.memory)
        total = sum(sum(client.counts.values()) for client in clients)
        print(f"{(time.monotonic() - begin) / 60:6.1f} {total:9} {memory[-1]:5.0f}", flush=True)
    for client in clients:
        client.join(200)
    faults = [client.fault for client in clients if client.fault]
    if not server.is_alive:
        faults.append("the process ended: " + server.said()[-1000:])
    counts = {}
    for client in clients:
        for status, count in client.counts.items():
            counts[status] = counts.get(status, 0) + count
    print("  ".join(f"{status}: {count}" for status, count in sorted(counts.items())))
    third = len(memory) // 3
    if third:
        second, last = max(memory[third:2 * third]), max(memory[2 * third:])
        print(f"memory: {second:.0f} MiB in the second third, {last:.0f} MiB in the last")
        if last > second * 1.2:
            faults.append("the memory grows")
    server.stop()
    for fault in faults:
        print("fault:", fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
