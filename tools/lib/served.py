"""Starts a server of the service for a tool, and asks it: bytes as they are, over sockets of the system."""
import os
import socket
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def program():
    """The program: $TUYEN_SERVER_PROGRAM, else the one that tools/tuyen serve has built."""
    named = os.environ.get("TUYEN_SERVER_PROGRAM")
    for path in [named] if named else [".build-server/release/tuyen-server", ".build/debug/tuyen-server"]:
        path = os.path.join(ROOT, path)
        if os.access(path, os.X_OK):
            return path
    sys.exit("no tuyen-server is built: run tools/tuyen serve --help first, or name one in "
             "TUYEN_SERVER_PROGRAM")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Response:
    """A response as it came; status 0 where the connection was closed without one."""

    def __init__(self, status=0, headers=None, body=b""):
        self.status, self.headers, self.body = status, headers or {}, body


class Server:
    """A server with a data folder of its own, which is removed when it stops."""

    def __init__(self, *options, network=None, at_socket=False):
        self.folder = tempfile.TemporaryDirectory()
        self.data = os.path.join(self.folder.name, "data")
        self.log = os.path.join(self.folder.name, "log")
        self.port = free_port()
        # A socket of the file system, for a proxy on the same machine.
        self.socket = os.path.join(self.folder.name, "http.sock") if at_socket else None
        place = ["--socket", self.socket] if at_socket else ["--port", str(self.port)]
        self.environment = dict(
            os.environ, TUYEN_DATA=self.data,
            # Backtraces of Swift take minutes; who wants one says so.
            SWIFT_BACKTRACE=os.environ.get("SWIFT_BACKTRACE", "enable=no"),
            TUYEN_NETWORK=network or os.path.join(ROOT, "network-data", "hcmc-mekong"))
        self.process = subprocess.Popen(
            [program(), "serve", *place, "--log-level", "error", *options],
            env=self.environment, stdout=subprocess.DEVNULL, stderr=open(self.log, "wb"))
        deadline = time.monotonic() + 300
        while self.ask("GET", "/readyz", timeout=5).status != 200:
            if self.process.poll() is not None or time.monotonic() > deadline:
                sys.exit(open(self.log, encoding="utf-8", errors="replace").read()
                         or "the service does not answer")
            time.sleep(0.2)

    def key(self, role, *options):
        """Makes a key of a machine."""
        made = subprocess.run(
            [program(), "keys", "add", f"tool-{role}", "--role", role, *options], check=True,
            env=self.environment, capture_output=True, text=True)
        return made.stdout.strip()

    def connect(self, timeout=60):
        if self.socket:
            client = socket.socket(socket.AF_UNIX)
            client.settimeout(timeout)
            client.connect(self.socket)
            return client
        client = socket.create_connection(("127.0.0.1", self.port), timeout=timeout)
        client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return client

    def ask(self, method, target, headers=None, body=b"", timeout=60):
        """Asks one question on a connection of its own."""
        head = [f"{method} {target} HTTP/1.1", "Host: localhost", "Connection: close"]
        head += [f"{name}: {value}" for name, value in (headers or {}).items()]
        if body or method == "POST":
            head.append(f"Content-Length: {len(body)}")
        try:
            with self.connect(timeout) as client:
                client.sendall("\r\n".join(head).encode() + b"\r\n\r\n" + body)
                return read(client)
        except (ConnectionError, FileNotFoundError):
            return Response()

    @property
    def memory(self):
        """The memory that the process holds now, in MiB."""
        return self._status("VmRSS")

    @property
    def most_memory(self):
        """The most memory that the process held, in MiB."""
        return self._status("VmHWM")

    def _status(self, name):
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith(name + ":"):
                    return int(line.split()[1]) / 1024
        return 0.0

    @property
    def seconds(self):
        """The processor time that the process took."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii", errors="replace") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def is_alive(self):
        return self.process.poll() is None

    def said(self):
        """The log of the process."""
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return log.read()

    def stop(self):
        if self.is_alive:
            self.process.terminate()
            try:
                self.process.wait(40)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.folder.cleanup()


def read(client):
    """Reads a response to its end; raises TimeoutError where it does not come."""
    data = b""
    while b"\r\n\r\n" not in data:
        block = client.recv(65_536)
        if not block:
            return Response(body=data)
        data += block
    head, body = data.split(b"\r\n\r\n", 1)
    lines = head.decode("latin-1").split("\r\n")
    headers = {}
    for line in lines[1:]:
        name, _, value = line.partition(":")
        name, value = name.strip().lower(), value.strip()
        # A header that comes twice is seen twice.
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    status = int(lines[0].split(" ")[1])
    # An event stream goes on until the client leaves.
    if headers.get("content-type", "").startswith("text/event-stream"):
        return Response(status, headers, body)
    length = headers.get("content-length")
    while length is None or len(body) < int(length):
        if length is None and headers.get("transfer-encoding") == "chunked" and body.endswith(
                b"0\r\n\r\n"):
            break
        block = client.recv(65_536)
        if not block:
            break
        body += block
    return Response(status, headers, body)
