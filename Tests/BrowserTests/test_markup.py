"""Names from data are never markup."""

import pathlib

from pages import Pages
from service import Service

SCENARIO = pathlib.Path(__file__).parent / "scenario-markup.xml"
NAME = "<img src=x onerror=\"document.title='taken'\"> <b>Bệnh viện</b>"


def test_a_name_that_is_markup_is_shown_as_it_is(service, browser, pages):
    with Service(service.program, service.network, service.page,
                 ["--scenario", str(SCENARIO)]) as other:
        there = Pages(browser, other, pages.pictures)
        try:
            page = there.open("#/ask?from=gso-2025:28903&need=stroke.thrombectomy")
            page.wait_for_selector(".first h2")
            assert page.inner_text(".first h2") == NAME
            for summary in page.locator(".folds > details > summary").all():
                summary.click()
            page.wait_for_selector(".way h3")
            page.goto(other.url + "/#/ask")
            page.fill("#place", "img src")
            page.wait_for_selector("#place-0")
            assert NAME in page.inner_text("#place-0")
            assert page.locator("main img, main b, main script").count() == 0
            assert page.title() == "Tuyến"
            there.finish()
        finally:
            there.close()
