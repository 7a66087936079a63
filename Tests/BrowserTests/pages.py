"""Opens pages as people have them, keeps pictures, asks axe, and holds the page to what it promises."""

import pathlib
import time

import axe_playwright_python

AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text()

# WCAG 2.2 A and AA, and what axe calls best practice.
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}

# The browser's own words where a request fails: of a page, and of its worker.
UNREACHED = (
    "Failed to load resource", "An unknown error occurred when fetching the script")

PHONE = (360, 740)
TABLET = (768, 1024)
DESK = (1440, 900)


# There is no telephone here, and the browser would wait for one: what is dialled is noted.
DIALLING = """
window.dialled = [];
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='tel:']");
  if (!link) return;
  window.dialled.push(link.getAttribute("href"));
  event.preventDefault();
});
"""


class Pages:
    """The pages of one test."""

    def __init__(self, browser, service, pictures):
        self.browser = browser
        self.service = service
        self.pictures = pictures
        self.contexts = []
        self.foreign = []
        self.errors = []

    def context(self, size=PHONE, dark=False, lang=None, account=None, **options):
        """A browser of its own: nothing kept, nobody signed in unless `account` names somebody."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            has_touch=size[0] < 900, is_mobile=size[0] < 900,
            color_scheme="dark" if dark else "light", reduced_motion="reduce",
            timezone_id="Asia/Ho_Chi_Minh", locale="vi-VN", **options)
        context.set_default_timeout(20_000)
        context.add_init_script(DIALLING)
        if lang:
            context.add_init_script(f"localStorage.getItem('tuyen.lang') ?? "
                                    f"localStorage.setItem('tuyen.lang', '\"{lang}\"')")
        if account:
            name, value = self.service.cookies[account].split("=", 1)
            context.add_cookies([{
                "name": name, "value": value, "url": self.service.url.replace("http:", "https:"),
                "secure": True, "httpOnly": True, "sameSite": "Strict",
            }])
        context.on("request", self.note_request)
        self.contexts.append(context)
        return context

    def open(self, address="#/ask", **options):
        """A page of a context of its own; see `context` for the options."""
        return self.visit(self.context(**options), address)

    def visit(self, context, address="#/ask"):
        """A further page of a context."""
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self.note_console)
        page.goto(self.service.url + "/" + address)
        page.wait_for_selector("main h1")
        return page

    def note_request(self, request):
        address = request.url
        if not address.startswith((self.service.url, "blob:" + self.service.url)):
            self.foreign.append(address)

    def note_console(self, message):
        # That a request was refused, or that there was no network, the page itself has to tell.
        if message.type == "error" and not message.text.startswith(UNREACHED):
            self.errors.append(message.text)

    def until(self, page, expression, timeout=30):
        """Waits until an expression holds in the page.

        Playwright's own wait_for_function evaluates a text from within the page, which the policy of the
        page forbids.
        """
        end = time.monotonic() + timeout
        while not page.evaluate(expression):
            assert time.monotonic() < end, f"never held: {expression}"
            page.wait_for_timeout(50)

    def picture(self, page, name):
        """Keeps a picture of the whole page."""
        page.screenshot(path=str(self.pictures / f"{name}.png"), full_page=True)

    def every_screen(self, address, name, ready, prepare=None, **options):
        """A screen in each size, both languages, light and dark: pictures, axe, no sideways scrolling.

        `ready` is a selector to wait for; `prepare` is called with the page before it is looked at.
        """
        for size, lang, looks in [
            (PHONE, "vi", [(PHONE, True), (TABLET, False)]),
            (PHONE, "en", [(PHONE, False), (TABLET, True)]),
            (DESK, "vi", [(DESK, False), (DESK, True)]),
            (DESK, "en", [(DESK, False)]),
        ]:
            page = self.open(address, size=size, lang=lang, **options)
            page.wait_for_selector(ready)
            if prepare:
                prepare(page)
            for (width, height), dark in looks:
                page.set_viewport_size({"width": width, "height": height})
                page.emulate_media(color_scheme="dark" if dark else "light")
                self.picture(page, f"{name}-{width}-{lang}-{'dark' if dark else 'light'}")
                self.fits(page)
                # Findings of axe depend on the elements and the colours, not on the size.
                if (width, height) == PHONE:
                    self.axe(page)
            page.context.close()

    def axe(self, page):
        """Fails with what axe finds."""
        if not page.evaluate("'axe' in window"):
            page.evaluate(AXE + "; undefined")
        found = page.evaluate("(rules) => axe.run(document, rules)", RULES)["violations"]
        lines = []
        for violation in found:
            for node in violation["nodes"]:
                lines.append(f"{violation['id']}: {violation['help']}\n  {node['html'][:300]}\n"
                             f"  {(node.get('failureSummary') or '')[:300]}")
        assert not lines, "axe at " + page.url + "\n" + "\n".join(lines)

    def fits(self, page):
        """Fails where the page scrolls sideways, or a control is too small to be touched."""
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{page.url} is {wide} px wider than the screen"
        if page.viewport_size["width"] > 500:
            return
        small = page.evaluate("""() => [...document.querySelectorAll("button, select, summary, " +
            "input:not([type=checkbox]):not([type=radio]), a.button")]
          .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 47.5)
          .map((element) => element.outerHTML.slice(0, 120))""")
        assert not small, f"too small to be touched at {page.url}: {small}"

    def finish(self):
        """Fails where another host was asked, or a script had an error."""
        assert not self.foreign, f"other hosts were asked: {self.foreign}"
        assert not self.errors, f"errors of scripts: {self.errors}"

    def keep_failure(self, name):
        """Pictures of what was seen when a test failed."""
        for number, page in enumerate(page for context in self.contexts for page in context.pages):
            try:
                page.screenshot(path=str(self.pictures / f"FAILED-{name}-{number}.png"))
            except Exception:  # The page may be gone; the failure itself is told.
                pass

    def close(self):
        """Closes everything that the test has opened."""
        for context in self.contexts:
            context.close()
