# Frames of the map in a real browser. Sourced by tools/bench; expects $root and setup.sh.
#   tools/bench page [NETWORK]      the page of the release build, panned and zoomed

bench_page() {
  local place port=18082
  require_packages curl
  offer_browser || fail "no browser: nothing is measured"
  . "$root/tools/lib/serve.sh"
  place=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "kill \$(cat '$place/server.pid' 2>/dev/null) 2>/dev/null; rm -rf '$place'" EXIT
  TUYEN_NETWORK="${1:-${TUYEN_NETWORK:-}}" serve_measured "$port"
  commit
  local part
  for part in areas ways facilities; do
    printf '/v1/map/%s: %s bytes, gzip\n' "$part" \
      "$(curl -s -H 'Accept-Encoding: gzip' "127.0.0.1:$port/v1/map/$part" | wc -c)"
  done
  "$root/.build/browser/venv/bin/python" -B "$root/tools/lib/bench-page.py" "http://127.0.0.1:$port"
}
