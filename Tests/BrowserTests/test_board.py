"""The board: what one tells the other sees, and what nobody hears any more fades."""

import time

from pages import DESK, PHONE, TABLET

HOSPITAL = "bv-ca-mau"
# That of the reporter: its own word and that of others would be two of one minute.
OWN = "bv-tra-vinh"
ROW = f".facility[data-facility='{HOSPITAL}']"


def begin(service):
    """Something to see: one report, so that the board has a row."""
    service.tell("dieu-phoi", "POST", "/v1/diversions",
                 {"facility": HOSPITAL, "until": "23:59", "traffic": "normal"})


def test_two_browsers_see_each_others_diversion_within_a_second(pages, service):
    begin(service)
    desk = pages.open("#/board", size=DESK, account="dieu-phoi")
    phone = pages.open("#/board", size=PHONE)
    for page in (desk, phone):
        page.wait_for_selector(f"{ROW}[data-state=normal]")
        page.wait_for_selector("body:not(.silent)")
    # On a busy machine one try may be late: the best of three is what the page can do.
    took = min(diverted_and_seen(desk, phone) for _ in range(3))
    print(f"  the other browser sees it after {took:.0f} ms")
    assert took < 1_000, f"the other browser saw it after {took:.0f} ms"


def diverted_and_seen(desk, phone):
    """Diverts in two touches, and takes it back; the milliseconds until the other page has drawn it."""
    # The other page notes by its own clock when the change is drawn.
    phone.evaluate("""(row) => {
      window.seenAt = null;
      const seen = new MutationObserver(() => {
        if (document.querySelector(`${row}[data-state=closed]`)) {
          window.seenAt ??= Date.now();
          seen.disconnect();
        }
      });
      seen.observe(document.body, { subtree: true, childList: true, attributes: true });
    }""", ROW)
    desk.click(f"{ROW} button.danger")
    began = time.time() * 1000
    desk.click(f"{ROW} .until button >> nth=1")
    phone.wait_for_selector(f"{ROW}[data-state=closed]")
    assert "■" in phone.inner_text(f"{ROW} .state")
    # Taken back by the notice.
    desk.click("#notice button >> nth=0")
    for page in (desk, phone):
        page.wait_for_selector(f"{ROW}[data-state=normal]")
    return phone.evaluate("window.seenAt") - began


def test_a_diversion_is_set_and_ended_by_keyboard_alone(pages, service):
    begin(service)
    page = pages.open("#/board", size=DESK, account="dieu-phoi")
    page.focus(f"{ROW} button.danger")
    page.keyboard.press("Enter")
    # The focus is on the first of the usual times.
    page.wait_for_function("() => document.activeElement.closest('.until') !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{ROW}[data-state=closed]")
    # The first button of the row takes patients again.
    page.focus(f"{ROW} .row button >> nth=0")
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.activeElement.closest('.until') !== null")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{ROW}[data-state=normal]")


def test_what_is_not_heard_fades_and_comes_back(pages, service):
    begin(service)
    page = pages.open("#/board", size=PHONE)
    page.wait_for_selector(ROW)
    page.wait_for_selector("body:not(.silent)")
    live = f"{ROW} .live"
    style = """(live) => {
      const { opacity, outlineStyle } = getComputedStyle(document.querySelector(live));
      return [Number(opacity), outlineStyle];
    }"""
    assert page.evaluate(style, live) == [1, "none"]
    stopped = time.monotonic()
    service.stop()
    page.wait_for_selector("body.silent", timeout=25_000)
    silent = time.monotonic() - stopped
    # Ten seconds after the last sign of life, which came up to four seconds before; a second to look.
    assert 5 < silent < 14, f"the board faded after {silent:.1f} s"
    opacity, outline = page.evaluate(style, live)
    assert opacity < 1 and outline == "dashed"
    pages.axe(page)
    assert "mất tin từ" in page.inner_text("#stream")
    pages.picture(page, "board-silent")
    service.start()
    page.wait_for_selector("body:not(.silent)")
    assert page.evaluate(style, live) == [1, "none"]


def test_a_need_lists_all_that_are_able_and_what_is_not_known(pages, service):
    begin(service)
    page = pages.open("#/board", size=DESK, account="dieu-phoi")
    page.select_option("#board-need", "stroke.thrombectomy")
    page.wait_for_function("() => document.querySelectorAll('.facility').length > 10")
    unknown = page.locator(".facility[data-state=unknown]")
    assert unknown.count() > 5
    assert "?" in unknown.first.locator(".state").inner_text()
    page.fill("#board-text", "da khoa ca mau")
    page.wait_for_function("() => document.querySelectorAll('.facility').length < 4")
    assert page.locator(ROW).count() == 1
    page.fill("#board-text", "")
    page.select_option("#board-state", "normal")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.facility')].every((row) => row.dataset.state === 'normal')")


def test_a_ferry_is_stopped_and_the_weather_is_set(pages, service):
    page = pages.open("#/board", size=PHONE, account="dieu-phoi")
    page.click("section:has(#crossings) > button")
    page.fill("#crossing-name", "vam cong")
    page.click("section:has(#crossings) li:not(.closed):has-text('Phà') button")
    page.click("section:has(#crossings) .until button >> nth=0")
    ferry = ".card.closed:has-text('Phà Vàm Cống')"
    name = page.inner_text(f"{ferry} strong")
    assert name in closed(service)
    page.click(f"{ferry} button")
    page.wait_for_selector(ferry, state="detached")
    assert name not in closed(service)

    page.click("section:has(#weather) > button")
    page.click("section:has(#weather) .card button >> nth=0")
    page.click("section:has(#weather) .until button >> nth=0")
    page.wait_for_selector("section:has(#weather) .live strong")
    assert service.ask("/v1/board")["weather"]["weather"]
    page.click("section:has(#weather) .live button")
    page.wait_for_selector("section:has(#weather) .live strong", state="detached")


def test_a_way_is_closed_by_touching_it_on_the_map(pages, service):
    before = len(closed(service))
    page = pages.open("#/board", size=DESK, account="dieu-phoi")
    page.click("section:has(#crossings) > button")
    page.click("section:has(#crossings) .card > button")
    page.wait_for_selector(".board-map .world path >> nth=20", state="attached")
    # The keyboard picks what is in the middle of the map: of the whole network, some way is near.
    page.focus(".board-map .map-stage")
    page.keyboard.press("Enter")
    page.wait_for_selector("section:has(#crossings) .until")
    pages.axe(page)
    pages.picture(page, "board-map")
    page.click("section:has(#crossings) .until button >> nth=0")
    page.wait_for_selector(".card.closed")
    assert len(closed(service)) == before + 1
    page.click("#notice button >> nth=0")
    page.wait_for_selector("#notice p:has-text('Đã hoàn tác')")
    assert len(closed(service)) == before


def closed(service):
    """The names of the crossings that are closed."""
    return [one.get("crossing") for one in service.ask("/v1/board")["closures"]]


def test_a_hospital_reports_and_sees_who_comes_to_it(pages, service):
    page = pages.open(f"#/hospital/{OWN}", size=PHONE, account="truc-tra-vinh")
    page.check(".report input[value=advisory]")
    page.fill("#beds-icu", "hai")
    page.click(".report .until button >> nth=0")
    # A wrong value is marked, and nothing is sent.
    page.wait_for_selector("#beds-icu[aria-invalid]")
    page.fill("#beds-icu", "2")
    page.click(".report .until button >> nth=0")
    page.wait_for_selector("section:has(#now) .state-advisory")
    live = service.ask("/v1/board", facility=OWN)["facilities"][0]["live"]
    assert live["beds"]["icu"]["value"] == 2 and live["traffic"]["value"] == "advisory"

    case = service.tell("dieu-phoi", "POST", "/v1/cases",
                        {"need": "stroke.lysis", "place": "gso-2025:29242"})["subject"][5:]
    for kind in ("called", "accepted"):
        service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps",
                     {"kind": kind, "facility": OWN})
    page.wait_for_selector("section:has(#coming) li.card")
    # A reporter of this hospital may not speak for another one.
    other = pages.open(f"#/hospital/{HOSPITAL}", size=PHONE, account="truc-tra-vinh")
    other.wait_for_selector("#facts")
    assert other.locator(".report").count() == 0
    service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps", {"kind": "ended"})
    page.wait_for_selector("section:has(#coming) li.card", state="detached")


def test_readers_are_told_how_many_come_and_not_what_they_have(pages, service):
    case = service.tell("dieu-phoi", "POST", "/v1/cases",
                        {"need": "stroke.lysis", "place": "gso-2025:29242"})["subject"][5:]
    for kind in ("called", "accepted"):
        service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps",
                     {"kind": kind, "facility": OWN})
    name = service.ask(f"/v1/records/{OWN}")["records"][0]["name"]
    coordinator = pages.open("#/board", size=DESK, account="dieu-phoi")
    coordinator.wait_for_selector("section:has(#inbound) li.card:has-text('→')")
    need = coordinator.inner_text("section:has(#inbound) li.card strong")
    own = coordinator.locator("section:has(#inbound) a").get_attribute("href")
    board = pages.open("#/board", size=PHONE)
    board.wait_for_selector("section:has(#inbound) li[data-withheld='1']")
    board.locator("section:has(#inbound)").get_by_role("link", name=name).wait_for()
    assert board.locator("section:has(#inbound) a").get_attribute("href") == own
    told = board.inner_text("section:has(#inbound)")
    assert "1 người bệnh" in told and "Không có ai" not in told and need not in told, told
    pages.axe(board)
    pages.picture(board, "board-withheld")
    hospital = pages.open(f"#/hospital/{OWN}", size=PHONE)
    hospital.wait_for_selector("section:has(#coming) li[data-withheld='1']")
    told = hospital.inner_text("section:has(#coming)")
    assert "1 người bệnh" in told and "Không có ai" not in told and need not in told, told
    service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps", {"kind": "ended"})
    board.wait_for_selector("section:has(#inbound):has-text('Không có ai')")
    hospital.wait_for_selector("section:has(#coming):has-text('Không có ai')")


def test_the_board_is_asked_anew_when_the_stream_has_missed_entries(pages, service):
    begin(service)
    context = pages.context(size=DESK, service_workers="block")
    events = ["event: pulse\ndata: 0\n\n"]
    context.route("**/v1/changes", lambda route: route.fulfill(
        body="retry: 200\n\n" + events[-1], headers={"Content-Type": "text/event-stream"}))
    page = pages.visit(context, "#/board")
    page.wait_for_selector(f"{ROW}[data-state=normal]")
    page.wait_for_selector("body:not(.silent)")
    until = {"facility": HOSPITAL, "until": "23:59"}
    service.tell("dieu-phoi", "POST", "/v1/diversions", {**until, "traffic": "closed"})
    events.append("event: reload\ndata: {\"entry\": 1}\n\n")
    page.wait_for_selector(f"{ROW}[data-state=closed]")
    service.tell("dieu-phoi", "POST", "/v1/diversions", {**until, "traffic": "normal"})
    page.wait_for_selector(f"{ROW}[data-state=normal]")


def test_a_correction_is_proposed_compared_confirmed_and_undone(pages, service):
    before = statement(service)
    assert before["value"] == "yes"
    page = pages.open(f"#/hospital/{OWN}", size=DESK, account="truc-tra-vinh")
    page.click(".skill[data-code='stroke.thrombectomy'] button")
    page.select_option("#correct-value", "no")
    # Markup in a value stays text, in the page and in the document.
    page.fill("#correct-source", "trưởng khoa <img src=x onerror=alert(1)> & \"nói\"")
    page.click(".correction button[type=submit]")
    proposed = page.wait_for_selector(".correction-item[data-standing=proposed]")
    item = f".correction-item[data-entry='{proposed.get_attribute('data-entry')}']"
    # A reporter proposes, and decides nothing.
    assert page.locator(f"{item} button.primary").count() == 0

    editor = pages.open("#/corrections", size=DESK, account="bien-tap")
    hospital = service.ask(f"/v1/records/{OWN}")["records"][0]["name"]
    editor.wait_for_selector(f"{item} a:has-text('{hospital}')")
    editor.click(f"{item} button >> nth=0")
    editor.wait_for_selector(f"{item} .compare")
    assert "<img src=x" in editor.inner_text(f"{item} .compare")
    pages.axe(editor)
    editor.click(f"{item} button.primary")
    editor.wait_for_selector(f"{item}[data-standing=confirmed]")
    assert statement(service)["value"] == "no"
    page.wait_for_selector(f"{item}[data-standing=confirmed]")
    editor.click(f"{item} > .row button >> nth=-1")
    editor.wait_for_selector(f"{item}[data-standing=undone]")
    assert statement(service) == before


def statement(service):
    """The statement on thrombectomy there."""
    return next(one for one in service.ask(f"/v1/facilities/{OWN}")["statements"]
                if one["code"] == "stroke.thrombectomy")


def test_every_screen_of_the_board(pages, service):
    begin(service)
    service.tell("dieu-phoi", "POST", "/v1/status", {
        "facility": HOSPITAL, "expires": "23:59", "beds": {"icu": 2, "emergency": 0},
        "off": [{"capability": "stroke.thrombectomy"}]})
    closed = service.tell("dieu-phoi", "POST", "/v1/closures",
                          {"crossing": "Cầu Rạch Miễu 2 (QL60)", "until": "23:59"})

    def divert(page):
        page.click(f"{ROW} button.danger")

    pages.every_screen("#/board", "board", ROW, divert, account="dieu-phoi")
    pages.every_screen(f"#/hospital/{HOSPITAL}", "hospital", ".report", account="dieu-phoi")
    corrections = pages.open("#/corrections", size=PHONE, lang="en", dark=True, account="bien-tap")
    corrections.wait_for_selector("main[data-view=corrections] section")
    pages.picture(corrections, "corrections-360-en-dark")
    pages.fits(corrections)
    pages.axe(corrections)
    service.tell("dieu-phoi", "POST", f"/v1/entries/{closed['entry']}/undo", {})


def test_nobody_signed_in_reads_and_is_led_to_the_sign_in(pages, service):
    begin(service)
    page = pages.open("#/board", size=TABLET)
    page.wait_for_selector(ROW)
    assert page.locator(f"{ROW} button").count() == 0
    page.click("a[href='#/account?then=board']")
    page.wait_for_function("() => location.hash.startsWith('#/account')")
