"""Acting: a case from the answer to the arrival, with a refusal, an undo, and a second person looking on."""

import re

QUESTION = "#/ask?from=gso-2025:28903&need=stroke.thrombectomy"


def start_case(pages, address=QUESTION, **options):
    page = pages.open(address, account="dieu-phoi", **options)
    page.wait_for_selector(".first h2")
    page.get_by_role("button", name=re.compile("^(Mở ca|Start a case)$")).tap()
    page.wait_for_selector(".case")
    pages.until(page, "/#\\/case\\/./.test(location.hash)")
    return page, page.url.split("/case/")[1]


def call_next(page):
    """Calls the first target, and returns its id."""
    call = page.locator("[data-action^=call-]").first
    facility = call.get_attribute("data-action")[len("call-"):]
    call.tap()
    page.wait_for_selector(f"[data-action='accepted-{facility}']")
    assert page.evaluate("window.dialled.at(-1)").startswith("tel:")
    return facility


def case_of(service, case):
    return service.tell("dieu-phoi", "GET", f"/v1/cases/{case}")


def test_a_case_with_a_refusal(pages, service):
    page, case = start_case(pages)
    refusing = call_next(page)
    assert [step["kind"] for step in case_of(service, case)["steps"]] == ["called"]
    # Two touches: refused, and why.
    page.locator(f"[data-action='refused-{refusing}']").tap()
    page.locator("[data-action='reason-no_bed']").tap()
    # The next target comes by itself, and is another one.
    page.wait_for_selector(".first [data-action^=call-]")
    taking = call_next(page)
    assert taking != refusing
    steps = case_of(service, case)["steps"]
    assert [(step["kind"], step["facility"]) for step in steps] == [
        ("called", refusing), ("refused", refusing), ("called", taking)]
    assert steps[1]["reason"] == "no_bed"
    page.locator(f"[data-action='accepted-{taking}']").tap()
    page.locator("[data-action='left']").tap()
    page.wait_for_selector("[data-action='arrived']")
    assert case_of(service, case)["standing"] == "left"
    # A slip: undone, and told rightly.
    page.locator("[data-action='arrived']").tap()
    page.wait_for_selector("[data-action='reopened']")
    page.locator("[data-action='undo']").tap()
    page.wait_for_selector("[data-action='arrived']")
    assert case_of(service, case)["standing"] == "left"
    page.locator("[data-action='arrived']").tap()
    page.wait_for_selector("[data-action='reopened']")
    assert case_of(service, case)["standing"] == "arrived"
    # The refusal counts for everybody, so it is taken back for the tests that come after.
    page.close()
    undo_refusals(service)


def undo_refusals(service):
    """Whatever a test has reported of hospitals is over."""
    for entry in reversed(service.tell("dieu-phoi", "GET", "/v1/audit?limit=1000")["entries"]):
        if entry["kind"].startswith("case.") and entry["kind"] != "case.opened":
            try:
                service.tell("dieu-phoi", "POST", f"/v1/entries/{entry['entry']}/undo", {})
            except Exception:  # Undone already.
                pass


def test_somebody_else_sees_each_step(pages, service):
    page, case = start_case(pages)
    other = pages.open(f"#/case/{case}", account="admin", lang="en")
    other.wait_for_selector(".case .standing")
    facility = call_next(page)
    other.wait_for_selector(f"[data-action='accepted-{facility}']")
    other.locator(f"[data-action='accepted-{facility}']").tap()
    page.wait_for_selector("[data-action='left']")
    # Ending asks twice.
    page.locator("[data-action='ended']").tap()
    page.locator("[data-action='ended']").tap()
    other.wait_for_selector("[data-action='reopened']")
    assert case_of(service, case)["standing"] == "ended"


def test_minutes_go_by_and_what_is_kept_is_told_as_such(pages, service):
    page, case = start_case(pages)
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.clock.install()
    page.reload()
    page.wait_for_selector(".case")
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.clock.fast_forward(61_000)
    page.wait_for_timeout(500)
    assert any(f"/v1/cases/{case}" in url for url in asked), asked
    assert page.locator(".case [role=alert]").count() == 0
    # The device keeps the case: without network it is shown with its time.
    page.context.set_offline(True)
    page.clock.fast_forward(61_000)
    page.wait_for_selector(".case [role=alert]")
    assert "không có mạng" in page.inner_text(".case [role=alert]")


def test_by_keyboard_alone(pages, service):
    page, case = start_case(pages)
    first = page.locator("[data-action^=call-]").first
    facility = first.get_attribute("data-action")[len("call-"):]
    first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(f"[data-action='refused-{facility}']")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.action") == f"accepted-{facility}":
            break
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-action='left']")
    assert case_of(service, case)["standing"] == "accepted"


def test_who_is_not_signed_in_is_led_to_it_and_back(pages):
    page = pages.open(QUESTION)
    page.wait_for_selector(".first h2")
    page.get_by_role("button", name="Mở ca").tap()
    page.wait_for_selector("#field-password")
    page.fill("#field-account", "dieu-phoi")
    page.fill("#field-password", "một mật khẩu dài để thử")
    page.locator("form .primary").tap()
    page.wait_for_selector(".first h2")
    assert "from=gso-2025" in page.url
    assert page.inner_text("#account") == "dieu-phoi"


def test_who_may_not_is_told_so(pages):
    page = pages.open(QUESTION, account="bien-tap")
    page.wait_for_selector(".first h2")
    page.get_by_role("button", name="Mở ca").tap()
    page.wait_for_selector("#notice:not([hidden])")
    assert "không điều phối" in page.inner_text("#notice")


def test_every_screen(pages, service):
    made = service.tell(
        "dieu-phoi", "POST", "/v1/cases", {"need": "stroke.thrombectomy", "place": "gso-2025:28903"})
    case = made["subject"].split("/")[1]
    pages.every_screen(f"#/case/{case}", "case-asked", ".case", account="dieu-phoi")
    target = case_of(service, case)["next"][0]["id"]
    service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps", {"kind": "called", "facility": target})
    pages.every_screen(
        f"#/case/{case}", "case-called", ".case", account="dieu-phoi",
        prepare=lambda page: (
            page.locator("[data-action^=refused-]").click(),
            page.wait_for_selector("[data-action=reason-no_bed]")))
    service.tell("dieu-phoi", "POST", f"/v1/cases/{case}/steps", {"kind": "accepted", "facility": target})
    pages.every_screen(f"#/case/{case}", "case-accepted", ".case", account="dieu-phoi")
    pages.every_screen("#/case", "cases", "main li", account="dieu-phoi")
