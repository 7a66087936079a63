"""The map: everything is drawn, and can be reached by touch, mouse and keys."""

import pathlib
import subprocess
import tempfile

from pages import DESK, PHONE, Pages
from service import Service

MAP = "#/map"
DRAWN = ".marks .sign"


def opened(pages, address=MAP, **options):
    page = pages.open(address, **options)
    page.wait_for_selector(DRAWN, state="attached")
    return page


def zoom(page):
    return int(page.get_attribute(".map-sheet", "data-zoom"))


def until_zoom(pages, page, holds):
    pages.until(page, f"((zoom) => {holds})(Number(document.querySelector('.map-sheet').dataset.zoom))")



def test_the_ground_is_what_the_service_tells(pages, service):
    areas = service.ask("/v1/map/areas")
    ways = service.ask("/v1/map/ways")
    communes = [one for one in areas["objects"]["communes"]["geometries"] if one.get("arcs")]
    page = opened(pages, size=DESK)
    assert page.locator(".world .land").count() == len(communes)
    for kind in ("coast", "province", "commune"):
        assert page.get_attribute(f".border.{kind}", "d").count("M") > 10, kind
    for name in {link["class"] for link in ways["links"] if not link.get("unused")}:
        drawn = page.get_attribute(f".way.{name}:not(.unused)", "d").count("M")
        told = sum(link["class"] == name and not link.get("unused") for link in ways["links"])
        assert drawn == told, f"{name}: {drawn} of {told}"
    names = page.locator(".marks .of-province").count()
    assert names >= len(areas["objects"]["provinces"]["geometries"]) / 2
    titles = page.locator(".marks .sign title").all_text_contents()
    assert all(titles) and len(titles) > 10


def test_the_picture_is_not_empty(pages):
    page = opened(pages, size=DESK)
    colours = page.evaluate("""async () => {
      const svg = document.querySelector(".map-sheet").getBoundingClientRect();
      const fills = new Set();
      for (const land of document.querySelectorAll(".land")) {
        const box = land.getBoundingClientRect();
        if (box.width > 3 && box.right > svg.left) fills.add(getComputedStyle(land).fill);
      }
      return [...fills, getComputedStyle(document.querySelector(".map-stage")).backgroundColor];
    }""")
    assert len(set(colours)) == 2, f"land and water have colours of their own: {colours}"
    shot = page.locator(".map-stage").screenshot()
    # A picture of one colour is packed into a few hundred bytes.
    assert len(shot) > 40_000


def test_a_touch_picks_a_facility_with_its_call(pages):
    page = opened(pages, MAP + "?facility=bv-ca-mau")
    page.wait_for_selector(".map-page-sheet .button.primary[href^='tel:']")
    assert "Bệnh viện Đa khoa Cà Mau" in page.inner_text(".map-page-sheet h2")
    page.click(".map-page-head button")
    assert page.locator(".map-page-sheet").is_hidden()
    # The same by touching its sign.
    page.wait_for_selector(".sign.hospital")
    sign = page.locator(".sign.hospital", has=page.locator("title", has_text="Bệnh viện Đa khoa Cà Mau"))
    box = sign.first.locator(".outline").bounding_box()
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_selector(".map-page-sheet h2:has-text('Bệnh viện Đa khoa Cà Mau')")
    assert page.locator(".map-page-sheet").bounding_box()["height"] < 740 * 0.6, "the map is seen"


def test_a_touch_picks_a_place_and_asks_from_there(pages):
    page = opened(pages, MAP + "?from=8.9164,105.0271")
    page.wait_for_selector(".map-page-sheet h2:has-text('Cái Nước')")
    page.click(".map-page-sheet button:has-text('Hỏi từ đây')")
    pages.until(page, "location.hash.startsWith('#/ask?from=8.91')")


def test_minutes_around_a_place_are_areas_and_figures(pages, service):
    page = opened(pages, MAP + "?from=8.9164,105.0271")
    page.click(".map-page-reach button")
    page.wait_for_selector(".map-page-reach tbody tr")
    told = service.ask(
        "/v1/isochrone", **{"from": "8.9164,105.0271", "isochrone": "30,60,90"})
    rows = page.locator(".map-page-reach tbody tr").all_inner_texts()
    assert len(rows) == 3
    for row, one in zip(rows, told):
        assert f"{one['people']:,}".replace(",", ".") in row, (row, one)
    assert page.locator(".areas .area").count() == 3


def test_keys_alone_move_zoom_and_pick(pages):
    page = opened(pages, size=DESK)
    page.focus(".map-stage")
    before = zoom(page)
    page.keyboard.press("+")
    page.keyboard.press("+")
    until_zoom(pages, page, f"zoom >= {before + 2}")
    shift = page.get_attribute(".world", "transform")
    page.keyboard.press("ArrowLeft")
    pages.until(
        page, f"document.querySelector('.world').getAttribute('transform') !== {shift!r}")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("-")
    until_zoom(pages, page, f"zoom <= {before + 1}")
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-page-sheet:not([hidden]) h2")
    pages.until(page, "document.activeElement.matches('.map-page-sheet h2')")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    pages.until(page, "document.activeElement.matches('.map-stage')")
    assert page.locator(".map-page-sheet").is_hidden()


def test_search_without_marks_by_keys(pages):
    page = opened(pages, size=PHONE)
    page.fill(".map-page-search input", "mo cay")
    page.wait_for_selector("#map-found-0")
    page.keyboard.press("ArrowDown")
    pages.until(
        page, "document.querySelector('#map-found-1').getAttribute('aria-selected') === 'true'")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-page-sheet h2:has-text('Mỏ Cày')")


def test_wheel_and_two_fingers_zoom(pages):
    page = opened(pages, size=DESK)
    before = zoom(page)
    box = page.locator(".map-stage").bounding_box()
    page.mouse.move(box["x"] + 700, box["y"] + 400)
    for _ in range(8):
        page.mouse.wheel(0, -150)
    until_zoom(pages, page, f"zoom > {before}")
    phone = opened(pages, size=PHONE)
    before = zoom(phone)
    fingers = phone.context.new_cdp_session(phone)

    def touch(kind, spread):
        points = [] if kind == "touchEnd" else [
            {"x": 180 - spread, "y": 400, "id": 1}, {"x": 180 + spread, "y": 400, "id": 2}]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 20)
    for spread in range(25, 120, 5):
        touch("touchMove", spread)
    touch("touchEnd", 0)
    until_zoom(pages, phone, f"zoom >= {before + 2}")


def test_dragging_moves_the_map_and_picks_nothing(pages):
    page = opened(pages, size=DESK)
    box = page.locator(".map-stage").bounding_box()
    before = page.get_attribute(".world", "transform")
    page.mouse.move(box["x"] + 700, box["y"] + 400)
    page.mouse.down()
    page.mouse.move(box["x"] + 600, box["y"] + 350, steps=6)
    page.mouse.up()
    pages.until(
        page, f"document.querySelector('.world').getAttribute('transform') !== {before!r}")
    assert page.locator(".map-page-sheet").is_hidden()


def test_the_list_says_what_the_map_shows(pages):
    page = opened(pages, MAP + "?facility=bv-ca-mau", size=PHONE)
    page.click(".map-page-head button")
    page.click("summary:has-text('Danh sách cơ sở')")
    chosen = page.locator(".map-page-list button", has_text="Bệnh viện Đa khoa Cà Mau")
    chosen.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-page-sheet h2:has-text('Bệnh viện Đa khoa Cà Mau')")


def test_layers_are_kept(pages):
    page = opened(pages, size=DESK)
    page.click(".map-page-layers summary")
    page.uncheck("label:has-text('Đường, cầu, phà') input")
    pages.until(page, "!document.querySelector('.way.national').checkVisibility()")
    page.reload()
    page.wait_for_selector(DRAWN, state="attached")
    assert not page.evaluate("document.querySelector('.way.national').checkVisibility()")


def street_grid():
    """Twelve streets of a town that is nowhere, as OpenStreetMap has them, six each way."""
    lines = ["<osm version='0.6'>"]
    for row in range(6):
        for column in range(6):
            lines.append(f"<node id='{row * 6 + column + 1}' version='1' "
                         f"lat='{10.75 + row * 0.002:.4f}' lon='{106.65 + column * 0.002:.4f}'/>")
    for number in range(12):
        nodes = [number * 6 + step + 1 if number < 6 else step * 6 + number - 5 for step in range(6)]
        references = "".join(f"<nd ref='{node}'/>" for node in nodes)
        lines.append(
            f"<way id='{number + 1}' version='1'>{references}<tag k='highway' v='residential'/>"
            f"<tag k='name' v='Đường Số {number + 1}'/></way>")
    return "\n".join(lines + ["</osm>"])


def test_streets_are_drawn_where_the_network_has_them(service, browser, pages):
    with tempfile.TemporaryDirectory(prefix="tuyen-streets-") as folder:
        extract = pathlib.Path(folder) / "town.osm"
        extract.write_text(street_grid())
        network = pathlib.Path(folder) / "network"
        program = pathlib.Path(service.program).parent / "tuyen"
        subprocess.run(
            [program, "import", "osm", extract, "--into", service.network, "--out", network],
            check=True, capture_output=True)
        with Service(service.program, str(network), service.page) as other:
            there = Pages(browser, other, pages.pictures)
            try:
                page = there.open(MAP + "?from=10.755,106.655", size=DESK)
                page.wait_for_selector(DRAWN, state="attached")
                page.focus(".map-stage")
                for _ in range(4):
                    page.keyboard.press("+")
                page.wait_for_selector(".streets [data-tile^='14/'] .street.local", state="attached")
                there.until(page, """[...document.querySelectorAll(".name.of-street")]
                  .some((name) => /^Đường Số \\d+$/.test(name.textContent))""")
                drawn = page.evaluate("""[...document.querySelectorAll(".streets [data-tile^='14/']")]
                  .map((tile) => tile.getBBox()).filter((box) => box.width > 0).length""")
                assert drawn > 0
                there.picture(page, "map-streets")
                there.finish()
            finally:
                there.close()


def test_every_screen_of_the_map(pages):
    pages.every_screen(MAP, "map", DRAWN)
    pages.every_screen(
        MAP + "?facility=bv-cho-ray", "map-facility", ".map-page-sheet h2",
        prepare=lambda page: page.click(".map-page-layers summary"))
