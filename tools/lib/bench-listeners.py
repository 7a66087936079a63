"""Measures the service under clients that only hold on to it: tools/bench listeners

Ten thousand idle connections, slow heads, slow bodies, and 500 listeners of the event stream; others are
asked for meanwhile, and the memory of the process is printed after each.
"""
import asyncio
import json
import os
import resource
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from served import Server, free_port  # noqa: E402

ROUTE = ("/v1/route?from=C%C3%A1i%20N%C6%B0%E1%BB%9Bc%2C%20C%C3%A0%20Mau&need=stroke.thrombectomy"
         "&at=2026-11-25T10:00")
IDLE = 10_000
SLOW = 200
LISTENERS = 500
# The service allows an address 512 connections.
PER_ADDRESS = 400


def address(number):
    """An address of this machine: Linux has a whole network of them."""
    return f"127.0.{1 + number // PER_ADDRESS // 250}.{2 + number // PER_ADDRESS % 250}"


async def opened(server, number):
    return await asyncio.open_connection("127.0.0.1", server.port, local_addr=(address(number), 0))


async def others(server, count=40):
    """How long others wait for a route, in milliseconds: the middle and the longest."""
    times = []
    for _ in range(count):
        begin = time.monotonic()
        response = await asyncio.to_thread(server.ask, "GET", ROUTE)
        if response.status != 200:
            sys.exit(f"others are refused: {response.status}")
        times.append((time.monotonic() - begin) * 1_000)
    times.sort()
    return f"others wait {times[len(times) // 2]:.1f} ms, at most {times[-1]:.1f} ms"


def say(server, words):
    print(f"{words}; {server.memory:.0f} MiB", flush=True)


async def idle(server, connections):
    reader_writers = []
    refused = 0
    for start in range(0, IDLE, 200):
        made = await asyncio.gather(
            *(opened(server, number) for number in range(start, start + 200)), return_exceptions=True)
        reader_writers += [one for one in made if not isinstance(one, BaseException)]
        refused += sum(isinstance(one, BaseException) for one in made)
    await asyncio.sleep(0.5)
    words = await others(server)
    say(server, f"{len(reader_writers)} idle connections made, {refused} refused, "
                f"{connections()} held by the service; {words}")
    begin = time.monotonic()
    await asyncio.gather(*(reader.read() for reader, _ in reader_writers), return_exceptions=True)
    print(f"  all closed by the service after {time.monotonic() - begin:.0f} s of silence")
    for _, writer in reader_writers:
        writer.close()


async def slow(server, head, body, words):
    """Connections that send a byte in a second."""
    statuses = {}
    begin = time.monotonic()

    async def one(number):
        reader, writer = await opened(server, number)
        writer.write(head)
        ending = asyncio.ensure_future(reader.read(200))
        try:
            for byte in body:
                writer.write(bytes([byte]))
                await writer.drain()
                done, _ = await asyncio.wait([ending], timeout=1)
                if done:
                    break
            answer = await asyncio.wait_for(ending, 60)
        except (ConnectionError, asyncio.TimeoutError) as error:
            answer = b"" if isinstance(error, ConnectionError) else b"HTTP/1.1 endless "
        status = answer.split(b" ")[1].decode() if b" " in answer else "closed"
        statuses[status] = statuses.get(status, 0) + 1
        writer.close()
        return time.monotonic() - begin

    all_of_them = asyncio.gather(*(one(number) for number in range(SLOW)))
    await asyncio.sleep(2)
    told = await others(server)
    times = await all_of_them
    listed = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    say(server, f"{SLOW} {words}: {listed}, the last after {max(times):.0f} s; {told}")
    if "endless" in statuses:
        sys.exit("some were not ended")


async def listeners(server):
    key = server.key("coordinate")
    streams = []
    for number in range(LISTENERS):
        reader, writer = await opened(server, number)
        writer.write(b"GET /v1/changes HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n")
        await reader.readuntil(b"retry")
        streams.append((reader, writer))
    say(server, f"{LISTENERS} listeners")
    waits = []

    async def hear(reader, mark, begin):
        await reader.readuntil(mark)
        waits.append((time.monotonic() - begin) * 1_000)

    for turn in range(5):
        body = json.dumps({"weather": "bad", "until": "23:59", "note": f"lần {turn + 1}"}).encode()
        begin = time.monotonic()
        hearing = asyncio.gather(*(hear(reader, b"weather", begin) for reader, _ in streams))
        response = await asyncio.to_thread(
            server.ask, "POST", "/v1/weather",
            {"Authorization": "Bearer " + key, "Content-Type": "application/json"}, body)
        if response.status != 201:
            sys.exit(f"the entry was refused: {response.status}")
        await asyncio.wait_for(hearing, 30)
        for reader, _ in streams:
            await reader.readuntil(b"\n\n")
    waits.sort()
    told = await others(server)
    say(server, f"an entry is heard by {LISTENERS} after {waits[len(waits) // 2]:.0f} ms in the middle, "
                f"{waits[int(len(waits) * 0.99)]:.0f} ms for 99 of 100, {waits[-1]:.0f} ms at most; {told}")
    for _, writer in streams:
        writer.close()


async def main():
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 65_536), hard))
    metrics = free_port()
    server = Server("--rate", "0", "--readers", "everybody", "--metrics-port", str(metrics))

    def connections():
        import urllib.request
        with urllib.request.urlopen(f"http://127.0.0.1:{metrics}/metrics") as response:
            for line in response.read().decode().splitlines():
                if line.startswith("tuyen_connections "):
                    return int(float(line.split()[1]))
        return 0

    try:
        say(server, await others(server))
        await idle(server, connections)
        await slow(server, b"", b"GET /v1/network HTTP/1.1\r\nHost: localhost\r\n" + b"a: b\r\n" * 100,
                   "heads of a byte a second")
        await slow(
            server, b"POST /v1/batch?need=stroke HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n"
            b"Content-Length: 1000\r\n\r\n", b"id,from\n" * 125, "bodies of a byte a second")
        await listeners(server)
        print(f"memory: {server.most_memory:.0f} MiB at most")
    finally:
        server.stop()


asyncio.run(main())
