"""Without network: the page opens, answers from what it keeps, and sends once what was entered."""

import json
import time

from pages import DESK, PHONE

HOSPITAL = "bv-ca-mau"
ROW = f".facility[data-facility='{HOSPITAL}']"


def until(page, question, seconds=30):
    """Waits until a promise of the page holds true: `wait_for_function` does not wait for promises."""
    end = time.monotonic() + seconds
    while not page.evaluate(question):
        assert time.monotonic() < end, f"never true: {question}"
        page.wait_for_timeout(100)


def visit(pages, address="#/board", **options):
    """A first visit, until the device has kept everything."""
    page = pages.open(address, **options)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    # The handbook is made when it is first asked for: once a service.
    until(page, """async () => {
      const cache = await caches.open("tuyen-handbook");
      return Boolean(await cache.match("/v1/handbook"));
    }""", seconds=240)
    until(page, """async () => {
      const keys = await (await caches.open("tuyen-answers")).keys();
      return keys.some((key) => new URL(key.url).pathname === "/v1/board");
    }""")
    return page


def visit_open_hospital(pages, service):
    """A coordinator's visit of the board, with a hospital that takes patients, and the board's last entry."""
    page = visit(pages, account="dieu-phoi", size=DESK)
    service.tell("dieu-phoi", "POST", "/v1/diversions",
                 {"facility": HOSPITAL, "until": "23:59", "traffic": "normal"})
    page.wait_for_selector(f"{ROW}[data-state=normal]")
    return page, service.ask("/v1/board")["entry"]


def diversion_behind(service, entry):
    """The only diversion that the journal holds behind an entry."""
    journal = service.tell("admin", "GET", f"/v1/audit?after={entry}")["entries"]
    found = [one for one in journal if one["kind"] == "status.diversion"]
    assert len(found) == 1, found
    return found[0]


def test_the_page_can_be_installed(pages, service):
    page = visit(pages)
    session = page.context.new_cdp_session(page)
    manifest = session.send("Page.getAppManifest")
    assert not manifest["errors"], manifest["errors"]
    document = json.loads(manifest["data"])
    assert document["display"] == "standalone" and document["start_url"].startswith("/")
    sizes = {icon["sizes"] for icon in document["icons"]}
    assert {"192x192", "512x512"} <= sizes, sizes
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A window without a profile on the disk installs nothing; else nothing is amiss.
    assert [one["errorId"] for one in errors if one["errorId"] != "in-incognito"] == [], errors
    for icon in document["icons"]:
        answer = page.request.get(service.url + icon["src"])
        assert answer.ok and answer.headers["content-type"] == icon["type"], icon


def test_it_opens_and_answers_without_the_service(pages, service):
    service.tell("dieu-phoi", "POST", "/v1/diversions",
                 {"facility": HOSPITAL, "until": "23:59", "traffic": "normal"})
    page = visit(pages, size=PHONE)
    page.wait_for_selector(ROW)
    table = service.ask("/v1/handbook")
    service.stop()
    page.reload()
    # The last answer, with its time, and not as if it were the present.
    page.wait_for_selector(ROW)
    page.wait_for_selector("main.stored")
    assert "không có mạng" in page.inner_text(".board-head")
    # A module that was never fetched before opens, too, and a question nobody asked is answered from the handbook.
    page.goto(service.url + "/#/ask?from=mo%20cay&need=stroke.thrombectomy")
    page.wait_for_selector("#offline-best")
    assert "Xã Mỏ Cày" in page.inner_text("#offline-best")
    first = page.locator(".offline-target a[href^='tel:']").first
    assert first.inner_text().strip()
    shown = page.locator(".offline-target strong").first.inner_text()
    pages.picture(page, "offline-answer-360-vi")
    pages.axe(page)
    pages.fits(page)
    # The directory has everybody's number.
    page.fill("#offline-directory", "cho ray")
    page.wait_for_selector("section:has(#directory) li a[href^='tel:']")
    assert "Chợ Rẫy" in page.inner_text("section:has(#directory) li >> nth=0")

    # So has the address of a hospital that nobody has looked at.
    page.goto(service.url + "/#/hospital/bv-cho-ray")
    page.wait_for_selector("h1:has-text('Chợ Rẫy')")
    assert page.locator("main a[href^='tel:']").count() == 1

    # It is the first one of the table that the service has made, by day or by night.
    commune = next(one for one in table["communes"] if one["id"] == "gso-2025:28903")
    need = [one["code"] for one in table["needs"]].index("stroke.thrombectomy")
    firsts = {table["facilities"][commune["best"][need * 2 + half][0]]["name"] for half in (0, 1)}
    assert shown in firsts


def test_a_place_is_typed_and_a_need_touched_without_network(pages, service):
    page = visit(pages, "#/ask", size=PHONE)
    page.context.set_offline(True)
    page.fill("#place", "mo cay")
    page.click("#place-list li:has-text('Xã Mỏ Cày')")
    page.click(".need-stroke")
    page.click(".step:has-text('Lấy huyết khối')")
    page.wait_for_selector("#offline-best")
    assert "Xã Mỏ Cày" in page.inner_text("#offline-best")
    assert page.locator(".offline-target a[href^='tel:']").count() > 0


def test_what_is_entered_without_network_is_sent_once(pages, service):
    page, before = visit_open_hospital(pages, service)
    page.context.set_offline(True)
    page.click(f"{ROW} button.danger")
    page.click(f"{ROW} .until button >> nth=0")
    page.wait_for_selector(".waiting li[data-state=waiting]")
    assert "1 mục chờ gửi" in page.inner_text("#stream")
    pages.picture(page, "board-waiting")
    pages.axe(page)
    # It waits on the device, not in this page.
    page.reload()
    page.wait_for_selector(".waiting li[data-state=waiting]")
    assert service.ask("/v1/board")["entry"] == before
    page.context.set_offline(False)
    page.wait_for_selector(".waiting li", state="detached")
    page.wait_for_selector(f"{ROW}[data-state=closed]")
    sent = diversion_behind(service, before)
    assert sent["content"]["reported"] <= sent["received"]


def test_a_page_that_is_closed_while_it_sends_loses_nothing(pages, service):
    page, before = visit_open_hospital(pages, service)
    held = []
    page.route("**/v1/diversions*", lambda route: held.append(route))
    page.click(f"{ROW} button.danger")
    page.click(f"{ROW} .until button >> nth=0")
    end = time.monotonic() + 5
    while not held:
        assert time.monotonic() < end, "nothing was sent"
        page.wait_for_timeout(20)
    assert service.ask("/v1/board")["entry"] == before
    context = page.context
    page.close()
    # Another page of the device finds what was on its way, and sends it once.
    page = pages.visit(context, "#/board")
    page.wait_for_selector(f"{ROW}[data-state=closed]")
    page.wait_for_selector(".waiting li", state="detached")
    diversion_behind(service, before)


def test_what_the_service_refuses_later_is_shown_and_not_lost(pages, service):
    page = visit(pages, account="dieu-phoi", size=PHONE)
    page.context.set_offline(True)
    # Another facility than any: as if it had been closed meanwhile.
    page.evaluate("""async () => {
      const script = document.querySelector("script[type=module]").src;
      const { tell } = await import(script.replace("app.js", "queue.js"));
      await tell("/v1/diversions", { facility: "bv-khong-co", until: "23:59" }, "một câu để thử");
    }""")
    page.wait_for_selector(".waiting li[data-state=waiting]")
    page.context.set_offline(False)
    page.wait_for_selector(".waiting li[data-state=refused]")
    assert "bv-khong-co" in page.inner_text(".waiting li")
    page.reload()
    page.wait_for_selector(".waiting li[data-state=refused]")
    pages.picture(page, "board-refused")
    page.click(".waiting li button:has-text('Bỏ')")
    page.wait_for_selector(".waiting li", state="detached")


def test_what_is_kept_is_bounded_and_forgotten_at_the_sign_out(pages, service):
    page = visit(pages, account="dieu-phoi", size=DESK)
    page.evaluate("""async () => {
      for (let number = 0; number < 100; number += 1) {
        await fetch("/v1/search?limit=1&text=ca%20mau%20" + number);
      }
    }""")
    count = "async () => (await (await caches.open('tuyen-answers')).keys()).length"
    until(page, f"async () => (await ({count})()) <= 80")
    # An answer older than two days goes when something newer is kept.
    page.evaluate("""async () => {
      const cache = await caches.open("tuyen-answers");
      for (const key of await cache.keys()) {
        const kept = await cache.match(key);
        const headers = new Headers(kept.headers);
        headers.set("X-Tuyen-Stored", new Date(Date.now() - 49 * 3_600_000).toISOString());
        await cache.put(key, new Response(await kept.arrayBuffer(), { headers }));
      }
      await fetch("/v1/search?limit=1&text=ca%20mau");
    }""")
    until(page, f"async () => (await ({count})()) <= 5")
    page.evaluate("""async () => {
      const script = document.querySelector("script[type=module]").src;
      const { signOut } = await import(script.replace("app.js", "session.js"));
      await signOut();
    }""")
    # Answers for anybody may be asked and kept again at once; nothing that was kept before is there.
    kept = """async () => {
      const cache = await caches.open("tuyen-answers");
      const texts = await Promise.all((await cache.keys()).map(async (key) =>
        key.url + " " + await (await cache.match(key)).text()));
      return texts.filter((text) => /ca%20mau|"case"/.test(text)).length;
    }"""
    until(page, f"async () => (await ({kept})()) === 0")
