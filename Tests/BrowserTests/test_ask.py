"""Asking: by touch and by keyboard alone, in both languages, on each size of screen, on a slow line."""

import re
import urllib.request

NIGHT = "#/ask?from=gso-2025:28903&need=stroke.thrombectomy&at=2026-12-01T02:00"


def choose_place(page, text, name):
    page.fill("#place", text)
    page.get_by_role("option", name=name).first.click()


def test_four_touches_to_a_thrombectomy_centre(pages, service):
    page = pages.open("#/ask")
    # 1: the field; 2: the place; 3: stroke; 4: thrombectomy.
    page.tap("#place")
    page.keyboard.type("mo cay")
    page.get_by_role("option", name=re.compile("^Xã Mỏ Cày")).tap()
    page.get_by_role("button", name="Đột quỵ", exact=True).tap()
    page.get_by_role("button", name=re.compile("^Lấy huyết khối")).tap()
    page.wait_for_selector(".first h2")
    at = re.search(r"(\d\d:\d\d) ngày (\d\d)/(\d\d)/(\d{4})", page.inner_text(".asked")).groups()
    answer = service.ask(
        "/v1/route", **{"from": "gso-2025:28903"}, need="stroke.thrombectomy",
        at=f"{at[3]}-{at[2]}-{at[1]}T{at[0]}")
    assert page.inner_text(".first h2") == answer["targets"][0]["facility"]["name"]


def test_the_answer_says_what_the_service_says(pages, service):
    page = pages.open(NIGHT)
    page.wait_for_selector(".first")
    answer = service.ask(
        "/v1/route", **{"from": "gso-2025:28903"}, need="stroke.thrombectomy",
        at="2026-12-01T02:00", lang="vi")
    first = answer["targets"][0]
    shown = page.inner_text(".first")
    assert first["facility"]["name"] in shown
    assert f"{round(first['minutes'])} phút" in shown
    assert f"({round(first['minutesLow'])}–{round(first['minutesHigh'])} phút)" in shown
    assert "tới nơi " + first["arrival"][11:16] in shown
    for caution in first["cautions"]:
        assert caution in shown
    call = page.locator(".first a.call")
    assert call.get_attribute("href") == "tel:" + first["facility"]["phone"].replace(" ", "")
    # Hours that nobody knows never look like open.
    assert "probability" not in first
    assert page.locator(".first .mark.unknown").count() == 1
    assert page.locator(".first .marks .mark.good").count() == 1  # The confidence alone.
    assert page.locator("section.next h3").count() == 2
    for candidate in answer["ask"]:
        assert candidate["facility"]["name"] in page.inner_text(".ask-first")
    assert answer["query"]["network"]["digest"] in page.inner_text(".basis")


def test_by_keyboard_alone(pages):
    page = pages.open("#/ask", size=(1440, 900))
    page.wait_for_selector("#place")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "place":
            break
    assert page.evaluate("document.activeElement.id") == "place"
    page.keyboard.type("mo cay")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#place", "aria-activedescendant") == "place-0"
    assert page.get_attribute("#place-0", "aria-selected") == "true"
    page.keyboard.press("Enter")
    assert page.input_value("#place") == "Xã Mỏ Cày, Tỉnh Vĩnh Long"

    def tab_to(name):
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.textContent.trim()").startswith(name):
                return
        raise AssertionError(f"no tab stop says {name}")

    tab_to("Đột quỵ")
    page.keyboard.press("Enter")
    tab_to("Lấy huyết khối")
    page.keyboard.press("Enter")
    page.wait_for_selector(".first")
    # The focus is where the new view begins.
    pages.until(page, "document.activeElement.tagName === 'H1'")
    tab_to("Vì sao không đến nơi gần hơn")
    page.keyboard.press("Enter")
    page.wait_for_selector(".why h3")


def test_a_name_of_several_places_is_asked_back(pages, service):
    page = pages.open("#/ask?from=an+binh&need=stroke")
    page.wait_for_selector("main .step")
    buttons = page.locator("main .step")
    assert buttons.count() >= 7
    page.get_by_role("button", name="Xã An Bình, Tỉnh Vĩnh Long").click()
    page.wait_for_selector(".first")
    assert "An Bình" in page.inner_text(".asked")
    page.goto(service.url + "/#/ask?from=xyzzy&need=stroke")
    page.wait_for_selector("main [role=alert]")
    assert "xyzzy" in page.inner_text("main [role=alert]")


def test_the_place_may_be_said_last_and_is_remembered(pages):
    page = pages.open("#/ask", lang="en")
    page.get_by_role("button", name="Birth").tap()
    page.locator(".step").first.tap()
    assert page.evaluate("document.activeElement.id") == "place"
    choose_place(page, "cai nuoc", re.compile("Cái Nước"))
    page.wait_for_selector(".first")
    page.goto(page.url.split("#")[0] + "#/ask")
    page.wait_for_selector(".chip")
    assert "Cái Nước" in page.inner_text(".chip >> nth=0")
    page.locator(".last a").tap()
    page.wait_for_selector(".first")


def test_by_position(pages):
    context = pages.context(
        geolocation={"latitude": 10.1, "longitude": 106.3}, permissions=["geolocation"])
    page = pages.visit(context)
    page.get_by_role("button", name=re.compile("Vị trí của tôi")).tap()
    pages.until(page, "document.getElementById('place').value.includes('10.1')")
    page.get_by_role("button", name="Tim", exact=True).tap()
    page.locator(".step").first.tap()
    page.wait_for_selector(".first")
    assert "Xã Mỏ Cày" in page.inner_text(".asked")


def test_why_not_the_nearer_asks_again(pages, service):
    page = pages.open("#/ask?from=gso-2025:28903&need=stroke.thrombectomy&at=2026-12-01T02:00&k=1")
    page.get_by_text("Vì sao không đến nơi gần hơn?").tap()
    page.wait_for_selector(".why h3")
    answer = service.ask(
        "/v1/route", **{"from": "gso-2025:28903"}, need="stroke.thrombectomy",
        at="2026-12-01T02:00", k=1, lang="vi")
    text = page.text_content(".folds")
    for rejected in answer["rejected"]:
        for reason in rejected["reasons"]:
            assert reason["text"] in text, reason["text"]
    page.locator(".why .step").first.tap()
    pages.until(page, "!location.hash.endsWith('k=1')")
    page.wait_for_selector(".first")


def test_circumstances_reach_the_question(pages):
    page = pages.open("#/ask")
    page.get_by_text("Thêm: giờ").tap()
    page.fill("#detail-at", "2026-12-01T02:00")
    page.select_option("#detail-weather", "storm")
    page.select_option("#detail-severity", "critical")
    choose_place(page, "mo cay", re.compile("^Xã Mỏ Cày"))
    page.get_by_role("button", name="Chấn thương").tap()
    page.locator(".step").first.tap()
    page.wait_for_selector(".asked")
    assert "at=2026-12-01T02%3A00" in page.url and "weather=storm" in page.url
    assert "02:00 ngày 01/12/2026" in page.inner_text(".asked")
    assert "thời tiết" in page.inner_text(".asked")


def test_an_hour_of_another_night_is_seen_and_left(pages):
    page = pages.open(NIGHT)
    page.wait_for_selector(".first")
    page.get_by_role("link", name="Đổi nơi").tap()
    page.wait_for_selector("#detail-at")
    assert page.input_value("#detail-at") == "2026-12-01T02:00"
    page.go_back()
    page.wait_for_selector(".first")
    page.get_by_role("link", name="Hỏi cho bây giờ").tap()
    page.wait_for_selector(".asked:has-text('bây giờ')")
    assert "at=" not in page.url


def test_every_screen(pages):
    pages.every_screen("#/ask", "ask", ".needs button")
    pages.every_screen(
        "#/ask", "ask-steps", ".needs button",
        prepare=lambda page: (
            page.locator(".needs button").first.click(), page.wait_for_selector(".step >> nth=1")))
    pages.every_screen(
        NIGHT, "answer", ".first",
        prepare=lambda page: (
            page.locator(".folds summary").first.click(), page.wait_for_selector(".why h3")))
    pages.every_screen("#/ask?from=an+binh&need=stroke", "choices", "main .step")


def test_the_first_screen_on_a_slow_line(pages, service):
    context = pages.context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {
        "offline": False, "latency": 400, "downloadThroughput": 1.6e6 / 8,
        "uploadThroughput": 750e3 / 8,
    })
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    # The page itself notes when the first button is there: nobody's polling is in the figure.
    page.add_init_script("""
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".needs button")) return;
        window.usableAt = performance.now();
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    """)
    page.goto(service.url + "/", wait_until="commit")
    page.wait_for_selector(".needs button")
    usable, files = page.evaluate("""[window.usableAt, [
      location.href.split("#")[0],
      ...performance.getEntriesByType("resource")
        .filter(({ name, startTime }) => startTime < window.usableAt && name.includes("/page/"))
        .map(({ name }) => name)]]""")
    size = 0
    for url in files:
        request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as response:
            size += len(response.read())
    print(f"  first screen: usable after {usable:.0f} ms (4x CPU, 400 ms, 1.6 Mbit/s), "
          f"{len(files)} files, {size / 1000:.1f} kB gzipped")
    assert size < 150_000
    # The frame, then six files at once: a browser opens six connections to a host.
    assert len([url for url in files if not url.endswith(".svg")]) <= 7, files
