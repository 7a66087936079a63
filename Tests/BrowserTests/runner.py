"""Runs the browser tests: one service and one browser for all of them, a fresh context for each.

A test is a function test_NAME in a file test_FILE.py. What it needs it names as its parameters:
  pages     opens pages, keeps pictures, asks axe (see pages.py)
  service   the running service: url, stop(), start(), ask(), tell() (see service.py)
  browser   the browser itself
  base_url  the address of the service
"""

import argparse
import importlib.util
import inspect
import os
import pathlib
import sys
import time
import traceback

from playwright.sync_api import sync_playwright

from pages import Pages
from service import Service

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PICTURES = ROOT / ".build" / "browser" / "pictures"


def found_tests(words):
    """The tests whose file or name holds one of the words: (name, function)."""
    tests = []
    for path in sorted(HERE.glob("test_*.py")):
        specification = importlib.util.spec_from_file_location(path.stem, path)
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        for name, function in vars(module).items():
            if not name.startswith("test_") or not inspect.isfunction(function):
                continue
            full = f"{path.stem[5:]}.{name[5:]}"
            if not words or any(word in full for word in words):
                tests.append((full, function))
    return tests


def run(tests, service, browser):
    """Runs the tests one after the other, and returns the names of those that failed."""
    failed = []
    for name, function in tests:
        began = time.monotonic()
        pages = Pages(browser, service, PICTURES)
        given = {
            "pages": pages, "service": service, "browser": browser, "base_url": service.url,
        }
        try:
            wanted = inspect.signature(function).parameters
            function(**{key: given[key] for key in wanted})
            pages.finish()
        except Exception:
            failed.append(name)
            pages.keep_failure(name)
            print(f"FAILED {name}", flush=True)
            traceback.print_exc()
        else:
            print(f"ok {name} ({time.monotonic() - began:.1f} s)", flush=True)
        finally:
            pages.close()
            service.ensure_running()
    return failed


def main():
    parser = argparse.ArgumentParser(description="Tries the page in a real browser.")
    parser.add_argument("words", nargs="*", help="only tests whose file or name holds one of them")
    parser.add_argument("--page", help="a folder whose files are served as the page")
    parser.add_argument("--server", default=str(ROOT / ".build" / "debug" / "tuyen-server"))
    parser.add_argument("--network", default=str(ROOT / "network-data" / "hcmc-mekong"))
    options = parser.parse_args()

    tests = found_tests(options.words)
    if not tests:
        sys.exit("no test has such a name")
    PICTURES.mkdir(parents=True, exist_ok=True)
    chromium = os.environ.get("TUYEN_CHROMIUM", "/usr/bin/chromium")
    began = time.monotonic()
    with Service(options.server, options.network, options.page) as service:
        service.make_people()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium,
                args=[
                    "--no-sandbox", "--disable-dev-shm-usage",
                    # Whatever the page would ask of another host finds nobody.
                    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                ])
            failed = run(tests, service, browser)
            browser.close()
    seconds = time.monotonic() - began
    print(f"{len(tests)} browser tests, {len(failed)} failed, {seconds:.0f} s; "
          f"pictures: {PICTURES.relative_to(ROOT)}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
