"""Signing in and out, passwords, and what administrators do."""

from pages import Pages
from service import PASSWORD, Service


def sign_in(page, account, password):
    page.wait_for_selector("#field-password")
    page.fill("#field-account", account)
    page.fill("#field-password", password)
    page.locator("form .primary").tap()


def test_in_and_out(pages):
    page = pages.open("#/account")
    sign_in(page, "dieu-phoi", "sai mật khẩu rồi nhé")
    page.wait_for_selector("[role=alert]:not(:empty)")
    assert "không đúng" in page.inner_text("[role=alert]")
    sign_in(page, "dieu-phoi", PASSWORD)
    page.get_by_role("heading", name="Tài khoản dieu-phoi").wait_for()
    assert "điều phối viên" in page.inner_text("main")
    # A session outlives a reload, and no script can read it.
    page.reload()
    page.get_by_role("heading", name="Tài khoản dieu-phoi").wait_for()
    assert page.evaluate("document.cookie") == ""
    page.get_by_role("button", name="Đăng xuất").tap()
    page.wait_for_selector("#field-password")
    assert page.inner_text("#account") == "Đăng nhập"


def test_a_new_account_sets_its_password_with_the_secret(pages, service):
    page = pages.open("#/account", account="admin", size=(1440, 900))
    page.get_by_text("Thêm tài khoản").click()
    page.fill("#field-account", "moi-vao")
    page.select_option("#field-role", "report")
    page.fill("#field-facilities", "bv-ca-mau")
    page.get_by_role("button", name="Tạo").first.click()
    page.wait_for_selector(".secret")
    secret = page.inner_text(".secret")
    # The secret is shown before the list is asked for again.
    page.locator(".people strong", has_text="moi-vao").wait_for()

    other = pages.open("#/account")
    sign_in(other, "moi-vao", secret)
    other.wait_for_selector("#field-password[autocomplete=new-password]")
    other.fill("#field-password", PASSWORD)
    other.locator("form .primary").tap()
    other.get_by_role("heading", name="Tài khoản moi-vao").wait_for()
    assert "bv-ca-mau" in other.inner_text("main")

    # Revoking asks twice, and ends the session.
    row = page.locator(".people li", has_text="moi-vao")
    row.get_by_role("button", name="Thu hồi moi-vao").click()
    row.get_by_role("button", name="Thu hồi moi-vao thật").click()
    row.get_by_text("đã thu hồi").wait_for()
    other.reload()
    other.wait_for_selector("#field-password")


def test_a_key_of_a_machine(pages, service):
    page = pages.open("#/account", account="admin", size=(1440, 900), lang="en")
    page.get_by_text("Add a key").click()
    page.fill("#field-sender", "his-thu")
    page.select_option("#field-keyRole", "read")
    page.get_by_role("button", name="Make").last.click()
    page.wait_for_selector(".secret")
    key = page.inner_text(".secret")
    assert key.startswith("tuyen_")
    row = page.locator(".people li", has_text="his-thu")
    row.get_by_role("button").click()
    row.get_by_role("button", name="Really revoke his-thu").click()
    row.get_by_text("revoked on").wait_for()


def test_sessions_are_seen_and_ended(pages, service):
    here = pages.open("#/account", account="dieu-phoi")
    other = pages.open("#/account")
    sign_in(other, "dieu-phoi", PASSWORD)
    other.get_by_role("heading", name="Các phiên đăng nhập").wait_for()
    here.reload()
    here.get_by_text("phiên này").first.wait_for()
    lines = here.locator(".people li").all_inner_texts()
    assert len(lines) >= 2 and all("127.0.0.1" in line for line in lines)
    assert sum("phiên này" in line for line in lines) == 1
    # A wrong password ends nothing.
    here.locator("summary", has_text="Kết thúc phiên").tap()
    password = here.locator("[id='field-confirm-dieu-phoi']")
    password.fill("sai mật khẩu rồi nhé")
    here.get_by_role("button", name="Kết thúc phiên").tap()
    here.get_by_text("không đúng").wait_for()
    password.fill(PASSWORD)
    here.get_by_role("button", name="Kết thúc phiên").tap()
    here.get_by_text("Số phiên đã kết thúc").wait_for()
    pages.until(here, "document.querySelectorAll('.people li').length === 1")
    # The other page has to sign in again; this one goes on.
    other.reload()
    other.wait_for_selector("#field-password[autocomplete=current-password]")
    here.reload()
    here.get_by_role("heading", name="Tài khoản dieu-phoi").wait_for()


def test_an_administrator_ends_the_sessions_of_another(pages, service):
    made = service.tell("admin", "POST", "/v1/accounts", {"account": "tam-thoi", "role": "read"})
    service.set_password("tam-thoi", made["oneTimeSecret"])
    other = pages.open("#/account")
    sign_in(other, "tam-thoi", PASSWORD)
    other.get_by_role("heading", name="Tài khoản tam-thoi").wait_for()
    page = pages.open("#/account", account="admin", size=(1440, 900), lang="en")
    page.get_by_role("button", name="Sessions tam-thoi").click()
    page.get_by_role("heading", name="Sessions of tam-thoi").wait_for()
    heading = page.get_by_role("heading", name="Sessions of tam-thoi")
    section = page.locator("section", has=heading).last
    section.locator("summary").click()
    section.locator("input[type=password]").fill(PASSWORD)
    section.get_by_role("button", name="End sessions").click()
    section.get_by_text("There are none.").wait_for()
    other.reload()
    other.wait_for_selector("#field-password")


def test_the_language_is_kept(pages):
    page = pages.open("#/ask")
    page.get_by_role("button", name="English").tap()
    page.get_by_role("heading", name="Where to take the patient?").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    page.reload()
    page.get_by_role("heading", name="Where to take the patient?").wait_for()


def test_every_screen(pages):
    pages.every_screen("#/account", "sign-in", "#field-password")
    pages.every_screen("#/account", "account", ".people strong", account="admin")


def test_where_only_those_are_answered_who_are_signed_in(service, browser, pages):
    with Service(service.program, service.network, service.page, ["--readers", "nobody"]) as other:
        other.make_people()
        there = Pages(browser, other, pages.pictures)
        try:
            page = there.open("#/ask?from=gso-2025:28903&need=stroke&at=2026-12-01T02:00")
            sign_in(page, "dieu-phoi", PASSWORD)
            page.wait_for_selector(".first h2")
            assert "need=stroke" in page.url
            page = there.open("#/ask")
            sign_in(page, "dieu-phoi", PASSWORD)
            page.wait_for_selector(".needs button")
            there.finish()
        finally:
            there.close()
