# Frames of the map in a real browser. Sourced by tools/bench; expects $root and setup.sh.
#   tools/bench page [NETWORK]      the page of the release build, panned and zoomed

bench_page() {
  local place port=18082
  require_packages curl
  offer_browser || fail "no browser: nothing is measured"
  . "$root/tools/lib/serve.sh"
  mkdir -p "$server_build"
  server_is_current || build_server
  place=$(mktemp -d)
  # shellcheck disable=SC2064
  trap "kill \$(cat '$place/server.pid' 2>/dev/null) 2>/dev/null; rm -rf '$place'" EXIT
  TUYEN_NETWORK="${1:-$root/network-data/hcmc-mekong}" TUYEN_DATA="$place/data" \
    "$server" serve --port "$port" --rate 0 --log-level error 2>"$place/server.log" &
  echo $! >"$place/server.pid"
  local tries=0
  until curl -sf "127.0.0.1:$port/readyz" >/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$place/server.log" >&2; fail "the service does not answer"; }
    sleep 0.2
  done
  commit
  local part
  for part in areas ways facilities; do
    printf '/v1/map/%s: %s bytes, gzip\n' "$part" \
      "$(curl -s -H 'Accept-Encoding: gzip' "127.0.0.1:$port/v1/map/$part" | wc -c)"
  done
  "$root/.build/browser/venv/bin/python" -B "$root/tools/lib/bench-page.py" "http://127.0.0.1:$port"
}
