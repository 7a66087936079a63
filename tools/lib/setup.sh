# What the tools share: says what it does on standard error, installs what is missing, once.
# Sourced by tools/tuyen, tools/test and tools/bench; expects $root to be the top of the project.

say() { printf 'tuyen: %s\n' "$*" >&2; }

fail() {
  say "$@"
  exit 69
}

# A Swift toolchain of 6.2 or newer, on the PATH or where swiftly, Swift's installer, puts it.
require_swift() {
  if ! command -v swift >/dev/null 2>&1; then
    local swiftly="${SWIFTLY_BIN_DIR:-${XDG_DATA_HOME:-${HOME:-}/.local/share}/swiftly/bin}"
    if [ -x "$swiftly/swift" ]; then PATH="$swiftly:$PATH"; fi
  fi
  command -v swift >/dev/null 2>&1 ||
    fail "no Swift toolchain found; install Swift 6.2 or newer (https://www.swift.org/install) and put swift on the PATH"
  # Asking Swift takes a while; the answer holds as long as the same file is there.
  local known="$root/.build/tuyen-swift"
  [ -f "$known" ] && [ "$known" -nt "$(command -v swift)" ] && return 0
  local version
  version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
  case "$version" in
    "" | [0-5].* | 6.0 | 6.1) fail "Swift ${version:-of an unknown version} found, 6.2 or newer is needed (https://www.swift.org/install)" ;;
  esac
  mkdir -p "$root/.build" && : >"$known"
}

# Debian packages that the build needs; asks for root only when one is missing.
require_packages() {
  command -v dpkg-query >/dev/null 2>&1 || {
    pkg-config --exists libxml-2.0 2>/dev/null ||
      fail "no libxml2 found by pkg-config; install the development files of libxml2 for this system"
    return 0
  }
  local missing
  missing=$(missing_packages "$@")
  [ -z "$missing" ] && return 0
  local become=""
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null 2>&1 ||
      fail "missing Debian packages:$missing; run as root: apt-get install$missing"
    become=sudo
  fi
  say "installing$missing"
  # shellcheck disable=SC2086
  { $become apt-get update -qq && $become env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $missing; } >&2 ||
    fail "could not install$missing; is there a network? run: apt-get update && apt-get install$missing"
}

# What of some Debian packages is not installed.
missing_packages() {
  local package
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || printf ' %s' "$package"
  done
}

# Whether libosmium is there or can be installed: "tuyen import osm" needs it, all the rest does not.
has_osmium() {
  if command -v dpkg-query >/dev/null 2>&1; then
    [ -z "$(missing_packages libosmium2-dev)" ] && return 0
    (require_packages libosmium2-dev) && return 0
  else
    for folder in /usr/include /usr/local/include /opt/homebrew/include; do
      [ -f "$folder/osmium/version.hpp" ] && return 0
    done
  fi
  say "no libosmium: building without \"tuyen import osm\""
  return 1
}

# The solver of "tuyen site": found when the command runs, never linked; without it heuristics answer.
offer_solver() {
  command -v dpkg-query >/dev/null 2>&1 || return 0
  [ -z "$(missing_packages coinor-cbc)" ] && return 0
  (require_packages coinor-cbc) || say "no CBC: \"tuyen site\" answers by heuristics with a bound"
}

# The browser of the tests of the page: Debian's Chromium, driven by Playwright from PyPI.
offer_browser() {
  if [ "${TUYEN_BROWSER:-1}" = 0 ]; then
    say "TUYEN_BROWSER=0: the browser is not asked for"
    return 1
  fi
  local venv="$root/.build/browser/venv"
  if [ ! -x "${TUYEN_CHROMIUM:-/usr/bin/chromium}" ]; then
    command -v dpkg-query >/dev/null 2>&1 && (require_packages chromium) ||
      { say "no Chromium found; name one in TUYEN_CHROMIUM"; return 1; }
  fi
  [ -f "$venv/complete" ] && return 0
  if command -v dpkg-query >/dev/null 2>&1; then
    (require_packages python3-venv) || return 1
  fi
  say "installing the driver of the browser from PyPI into .build/browser"
  { python3 -m venv --clear "$venv" &&
    "$venv/bin/pip" install --quiet --disable-pip-version-check \
      'playwright>=1.49,<2' 'axe-playwright-python>=0.1.4,<0.2' &&
    : >"$venv/complete"; } >&2 ||
    { say "no driver of the browser: Playwright could not be had from PyPI"; return 1; }
}

# SwiftPM does not see changes of a C header that a module map names.
forget_stale_header() {
  local mark="$root/.build/tuyen-shim" now="$root/.build/tuyen-shim-now"
  mkdir -p "$root/.build" && cat "$root"/Sources/CLib*/shim.h >"$now"
  if [ -f "$mark" ] && ! cmp -s "$now" "$mark"; then
    say "the C shim changed: building from the beginning"
    find "$root/.build" -mindepth 1 -maxdepth 1 ! -name checkouts ! -name repositories ! -name tuyen-shim-now -exec rm -rf {} +
  fi
  mv "$now" "$mark"
}
