"""The service under test: started on a free port with fresh data, its people made over HTTP."""

import http.client
import json
import os
import re
import signal
import subprocess
import tempfile
import threading
import urllib.parse

PASSWORD = "một mật khẩu dài để thử"

# Accounts that can be signed in: the role, and the facilities that a reporter speaks for.
PEOPLE = {
    "dieu-phoi": ("coordinate", []),
    "truc-tra-vinh": ("report", ["bv-tra-vinh"]),
    "bien-tap": ("edit", []),
}


class Refused(Exception):
    """An answer that is not a success."""

    def __init__(self, status, document):
        super().__init__(f"{status} {document}")
        self.status = status
        self.document = document


class Service:
    """A service; `with Service(…) as service` starts it and ends it."""

    def __init__(self, program, network, page=None, arguments=()):
        self.program = program
        self.network = network
        self.page = page
        self.arguments = list(arguments)
        self.port = 0
        self.process = None
        self.secret = None
        self.folder = tempfile.TemporaryDirectory(prefix="tuyen-browser-")

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()
        self.folder.cleanup()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self):
        """Starts the program, on the port that it had before, and waits until it answers."""
        command = [
            self.program, "serve", "--network", self.network, "--port", str(self.port),
            "--rate", "0", "--data", self.folder.name, "--lang", "en", *self.arguments,
        ]
        if self.page:
            command += ["--page", self.page]
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("TUYEN_")}
        # In a session of its own, so that an interrupt of the tests ends it by our word alone.
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            env=environment, start_new_session=True)
        lines, is_listening = [], False
        for line in self.process.stdout:
            lines.append(line)
            if secret := re.search(r"account admin, password (\S+)", line):
                self.secret = secret.group(1)
            if address := re.search(r"http://127\.0\.0\.1:(\d+)/", line):
                self.port, is_listening = int(address.group(1)), True
            # The one-time secret is told behind it, when the data is fresh.
            if is_listening and self.secret:
                break
        else:
            raise RuntimeError("the service did not start:\n" + "".join(lines))
        # Its further lines are read, so that it never waits for somebody to read them.
        rest = self.process.stdout
        threading.Thread(target=lambda: rest.read(), daemon=True).start()

    def stop(self):
        """Ends the program and waits for its end."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.process = None

    def ensure_running(self):
        """Starts it again after a test that ended it."""
        if self.process is None or self.process.poll() is not None:
            self.start()

    def call(self, method, path, body=None, cookie=None):
        """One request: (document, the cookie that was set)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Accept": "application/json", "Origin": self.url}
        if body is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(body).encode()
        if cookie:
            headers["Cookie"] = cookie
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            data = response.read()
            document = json.loads(data) if data else None
        finally:
            connection.close()
        if response.status >= 300:
            raise Refused(response.status, document)
        made = response.getheader("Set-Cookie")
        return document, made.split(";")[0] if made else None

    def ask(self, path, **parameters):
        """The answer to a question of anybody."""
        return self.call("GET", path + "?" + urllib.parse.urlencode(parameters, doseq=True))[0]

    def tell(self, account, method, path, body=None):
        """The answer to a request of a signed-in account."""
        return self.call(method, path, body, self.cookies[account])[0]

    def sign_in(self, account, password=PASSWORD):
        """The cookie of a session."""
        return self.call("POST", "/v1/session", {"account": account, "password": password})[1]

    def set_password(self, account, secret):
        """Sets the password with a one-time secret."""
        cookie = self.sign_in(account, secret)
        self.call("POST", "/v1/password", {"password": PASSWORD}, cookie)

    def make_people(self):
        """The administrator and everybody of PEOPLE, each with a session."""
        self.set_password("admin", self.secret)
        self.cookies = {"admin": self.sign_in("admin")}
        for account, (role, facilities) in PEOPLE.items():
            made = self.tell(
                "admin", "POST", "/v1/accounts",
                {"account": account, "role": role, "facilities": facilities})
            self.set_password(account, made["oneTimeSecret"])
            self.cookies[account] = self.sign_in(account)
