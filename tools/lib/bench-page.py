"""Frames of the map while it is panned and zoomed, in a real browser.

    bench-page.py http://127.0.0.1:8080

The fingers are played within the page, one move a frame, so that the driver's own speed does not count.
Without a graphics card Chromium draws by the processor ("software"): a device with one is faster. What this
machine can do at all is told by a plain sheet of one colour that is moved the same way.
"""

import os
import sys

from playwright.sync_api import sync_playwright

CASES = [
    # name, width, height, scale of pixels, throttling, aim
    ("desk, 1440 x 900", 1440, 900, 1, 1, 60),
    ("phone, 360 x 740, processor throttled 4 times", 360, 740, 2, 4, 30),
]

# Moves in a circle, so that a long run leaves no edge behind; the first frames warm up.
PAN = """async ([frames, radius]) => {
  const stage = document.querySelector(".map-stage");
  const box = stage.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const send = (kind, px, py) => stage.dispatchEvent(new PointerEvent(kind, {
    pointerId: 1, clientX: px, clientY: py, button: 0, buttons: 1, bubbles: true, isPrimary: true,
    pointerType: "touch",
  }));
  stage.setPointerCapture = () => {};
  const times = [];
  send("pointerdown", x, y);
  await new Promise((done) => {
    let count = 0;
    const step = (now) => {
      times.push(now);
      const turn = count / 90 * 2 * Math.PI;
      send("pointermove", x + radius * Math.sin(turn), y + radius * (1 - Math.cos(turn)));
      count += 1;
      if (count < frames) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  send("pointerup", x, y);
  return times.slice(10).map((time, i) => time - times[i + 9]);
}"""

ZOOM = """async (frames) => {
  const stage = document.querySelector(".map-stage");
  const box = stage.getBoundingClientRect();
  const times = [];
  await new Promise((done) => {
    let count = 0;
    const step = (now) => {
      times.push(now);
      stage.dispatchEvent(new WheelEvent("wheel", {
        deltaY: count % 80 < 40 ? -20 : 20, clientX: box.left + box.width / 2,
        clientY: box.top + box.height / 2, bubbles: true, cancelable: true,
      }));
      count += 1;
      if (count < frames) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  return times.slice(10).map((time, i) => time - times[i + 9]);
}"""

# Two fingers part and come together again, three times: eight times nearer, and back.
PINCH = """async (frames) => {
  const stage = document.querySelector(".map-stage");
  const box = stage.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const send = (kind, pointerId, spread) => stage.dispatchEvent(new PointerEvent(kind, {
    pointerId, clientX: x, clientY: y + (pointerId === 1 ? -spread : spread), button: 0, buttons: 1,
    bubbles: true, isPrimary: pointerId === 1, pointerType: "touch",
  }));
  stage.setPointerCapture = () => {};
  const both = (kind, spread) => [1, 2].forEach((finger) => send(kind, finger, spread));
  const times = [];
  both("pointerdown", 40);
  await new Promise((done) => {
    let count = 0;
    const step = (now) => {
      times.push(now);
      both("pointermove", 40 * 8 ** ((1 - Math.cos(count / 40 * 2 * Math.PI)) / 2));
      count += 1;
      if (count < frames) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  both("pointerup", 40);
  return times.slice(10).map((time, i) => time - times[i + 9]);
}"""

PLAIN = """async (frames) => {
  const sheet = document.createElement("div");
  sheet.style.cssText =
    "position:fixed;inset:-25%;background:#9ab;will-change:transform;z-index:99";
  document.body.append(sheet);
  const times = [];
  await new Promise((done) => {
    const step = (now) => {
      times.push(now);
      const turn = times.length / 90 * 2 * Math.PI;
      sheet.style.transform = `translate(${60 * Math.sin(turn)}px, ${60 * Math.cos(turn)}px)`;
      if (times.length < frames) requestAnimationFrame(step);
      else done();
    };
    requestAnimationFrame(step);
  });
  sheet.remove();
  return times.slice(10).map((time, i) => time - times[i + 9]);
}"""


def summary(name, steps, aim):
    steps = sorted(steps)
    mean = sum(steps) / len(steps)
    slowest = steps[int(len(steps) * 0.95)]
    print(f"  {name:<28}{1000 / mean:6.1f} frames a second (aim {aim}); "
          f"95 of 100 frames within {slowest:.1f} ms", flush=True)


def main(base):
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("TUYEN_CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox"])
        print(f"Chromium {browser.version}, drawing by the processor unless it has a graphics card")
        for name, width, height, pixels, throttling, aim in CASES:
            context = browser.new_context(
                viewport={"width": width, "height": height}, device_scale_factor=pixels,
                service_workers="block")
            page = context.new_page()
            page.goto(base + "/#/map")
            page.wait_for_selector(".marks .sign", state="attached")
            context.new_cdp_session(page).send(
                "Emulation.setCPUThrottlingRate", {"rate": throttling})
            print(name)
            summary("a plain sheet", page.evaluate(PLAIN, 150), aim)
            page.evaluate(PAN, [30, 60])
            summary("panning, whole region", page.evaluate(PAN, [150, 60]), aim)
            page.evaluate("document.querySelector('.map-buttons button').click()")
            page.evaluate("document.querySelector('.map-buttons button').click()")
            page.evaluate("document.querySelector('.map-buttons button').click()")
            page.wait_for_timeout(1000)
            summary("panning, three zooms nearer", page.evaluate(PAN, [150, 60]), aim)
            summary("panning, beyond what is drawn", page.evaluate(PAN, [150, 400]), aim)
            summary("zooming by wheel", page.evaluate(ZOOM, 120), aim)
            page.wait_for_timeout(1000)
            summary("zooming by two fingers", page.evaluate(PINCH, 120), aim)
            context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
