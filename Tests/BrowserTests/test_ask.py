"""Asking: by touch and by keyboard alone, in both languages, on each size of screen, on a slow line."""

import re
import time
import urllib.request

NIGHT = "#/ask?from=gso-2025:28903&need=stroke.thrombectomy&at=2026-12-01T02:00"


def choose_place(page, text, name):
    page.fill("#place", text)
    page.get_by_role("option", name=name).first.click()


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
    assert f"từ {round(first['minutesLow'])} phút đến {round(first['minutesHigh'])} phút" in shown
    assert "tới nơi " + first["arrival"][11:16] in shown
    for caution in first["cautions"]:
        assert caution in shown
    call = page.locator(".first a.call")
    assert call.get_attribute("href") == "tel:" + first["facility"]["phone"].replace(" ", "")
    # Hours that nobody knows never look like open.
    assert "probability" not in first
    assert page.locator(".first .mark.unknown").count() == 1
    assert page.locator(".first .marks .mark.good").count() == 1  # The confidence alone.
    assert page.locator(".next h3").count() == 2
    for candidate in answer["ask"]:
        assert candidate["facility"]["name"] in page.inner_text(".ask-first")
    assert answer["query"]["network"]["digest"] in page.inner_text(".basis")


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
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    began = time.monotonic()
    page.goto(service.url + "/", wait_until="commit")
    page.wait_for_selector(".needs button")
    usable = time.monotonic() - began
    files = [url for url in asked if "/v1/" not in url and not url.endswith((".svg", "manifest"))]
    size = 0
    for url in asked:
        if "/v1/" in url:
            continue
        request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(request) as response:
            size += len(response.read())
    print(f"  first screen: usable after {usable * 1000:.0f} ms (4x CPU, 400 ms, 1.6 Mbit/s), "
          f"{len(files)} files, {size / 1000:.1f} kB gzipped")
    assert size < 150_000
    # The frame, its styles, and the five modules; icon and manifest come beside it.
    assert len([url for url in files if not url.endswith(("sw.js", "webmanifest"))]) <= 7, files
