"""The folds and buttons of an answer: clocks, second best, ways, patients, share, print; and news."""

import re

FROM = "gso-2025:28903"
NIGHT = f"#/ask?from={FROM}&need=stroke.thrombectomy&at=2026-12-01T02:00"


def open_fold(page, title):
    page.locator(".folds > details > summary", has_text=title).tap()


def test_the_strategy_with_its_clocks(pages, service):
    page = pages.open(NIGHT + "&onset=2026-12-01T01:00")
    page.wait_for_selector(".first")
    open_fold(page, "Đến thẳng hay ghé")
    page.wait_for_selector(".option")
    told = service.ask(
        "/v1/route", **{"from": FROM}, need="stroke.thrombectomy", at="2026-12-01T02:00",
        onset="2026-12-01T01:00", strategy="compare", lang="vi")
    assert page.locator(".option").count() == len(told["options"])
    text = page.text_content(".folds")
    assert told["recommendation"]["because"] in text
    for option in told["options"]:
        assert option["definitive"]["facility"]["name"] in text
        for clock in option["clocks"]:
            assert clock["name"] in text
    best = page.locator(".option", has_text="nên theo")
    assert best.inner_text().startswith(f"{told['recommendation']['option']}.")


def test_every_pathway_has_its_card(pages, service):
    for need in ["cardiology.pci", "trauma", "obstetrics.cemonc", "paediatrics.nicu"]:
        page = pages.open(f"#/ask?from={FROM}&need={need}&at=2026-12-01T02:00")
        page.wait_for_selector(".basis")
        open_fold(page, "Đến thẳng hay ghé")
        page.wait_for_selector(".option")
        page.context.close()
    page = pages.open(f"#/ask?from={FROM}&need=oncology&at=2026-12-01T10:00")
    page.wait_for_selector(".basis")
    assert page.get_by_text("Đến thẳng hay ghé").count() == 0


def test_the_second_best_and_the_ways(pages, service):
    page = pages.open(NIGHT)
    page.wait_for_selector(".first")
    told = service.ask(
        "/v1/route", **{"from": FROM}, need="stroke.thrombectomy", at="2026-12-01T02:00",
        card="true", lang="vi")
    open_fold(page, "Nếu cầu, phà hỏng")
    page.get_by_role("heading", name=re.compile("Nếu không qua được")).first.wait_for()
    text = page.text_content(".folds")
    for fallback in told["fallbacks"]:
        assert fallback["crossing"] in text
        assert fallback["facility"]["name"] in text
    open_fold(page, "Đường đi")
    page.wait_for_selector(".way ol")
    text = page.text_content(".folds")
    for leg in told["targets"][0]["legs"]:
        assert leg.get("crossing", leg.get("name", "")) in text


def test_several_patients(pages):
    page = pages.open(f"#/ask?from={FROM}&need=trauma&at=2026-12-01T02:00")
    page.wait_for_selector(".basis")
    open_fold(page, "Nhiều người bệnh")
    page.wait_for_selector(".patient")
    page.locator(".patient input").fill("3")
    page.get_by_role("button", name="Thêm dòng").tap()
    second = page.locator(".patient").nth(1)
    second.locator("select").first.select_option("stroke.lysis")
    second.locator("select").nth(1).select_option("T2")
    page.fill("#patients-capacity", "1")
    page.get_by_role("button", name="Chia nơi nhận").tap()
    page.wait_for_selector(".patients ol li")
    assert page.locator(".patients ol li").count() == 4
    assert "4 trong 4 người có nơi nhận" in page.inner_text(".patients")
    assert "giả định" in page.inner_text(".patients")
    pages.fits(page)
    pages.axe(page)
    pages.picture(page, "patients-360")


def test_the_link_of_exactly_this_answer(pages, service):
    context = pages.context(permissions=["clipboard-read", "clipboard-write"])
    page = pages.visit(context, f"#/ask?from={FROM}&need=stroke.thrombectomy")
    page.wait_for_selector(".first")
    page.evaluate("delete Navigator.prototype.share")
    first = page.inner_text(".first h2")
    page.get_by_role("button", name="Chia sẻ").tap()
    page.wait_for_selector("#notice:not([hidden])")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link.startswith(service.url + "/#/ask?") and "at=20" in link
    other = pages.context().new_page()
    other.goto(link)
    other.wait_for_selector(".first")
    assert other.inner_text(".first h2") == first


def test_the_card_on_paper(pages):
    page = pages.open(NIGHT, size=(768, 1024))
    page.wait_for_selector(".first")
    page.emulate_media(media="print")
    assert not page.locator("header.bar").is_visible()
    assert not page.locator(".folds").is_visible()
    assert page.locator(".first .call").is_visible()
    assert "2026-12-01T02" in page.inner_text(".print-only")
    pages.picture(page, "answer-print")


def test_news_reach_an_answer_about_now(pages, service):
    page = pages.open(f"#/ask?from={FROM}&need=stroke.thrombectomy")
    page.wait_for_selector(".first h2")
    before = page.inner_text(".first h2")
    first = service.ask("/v1/route", **{"from": FROM}, need="stroke.thrombectomy")["targets"][0]
    entry = service.tell("dieu-phoi", "POST", "/v1/diversions", {
        "facility": first["facility"]["id"], "until": "23:59", "diversion": "hard"})["entry"]
    try:
        page.wait_for_selector("#notice:not([hidden])")
        pages.until(page, f"document.querySelector('.first h2').textContent !== {before!r}")
        open_fold(page, "Vì sao không đến nơi gần hơn")
        page.wait_for_selector(".why")
        assert before in page.text_content(".folds")
    finally:
        service.tell("dieu-phoi", "POST", f"/v1/entries/{entry}/undo", {})
    pages.until(page, f"document.querySelector('.first h2').textContent === {before!r}")


def test_nothing_found_says_what_now(pages):
    page = pages.open(NIGHT + "&within=1")
    page.wait_for_selector(".first")
    assert page.locator(".first .call").count() == 0
    assert len(page.inner_text(".first p")) > 10
    open_fold(page, "Vì sao không đến nơi gần hơn")
    page.wait_for_selector(".why")
    pages.axe(page)
    pages.picture(page, "nothing-found-360")
