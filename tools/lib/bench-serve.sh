# Measures the service beside nginx in the same run. Sourced by tools/bench; expects $root and setup.sh.
#   tools/bench serve [SECONDS]     the server on one processor, wrk on another

bench_serve() {
  local seconds="${1:-10}" place port=18080 metrics=19464
  require_packages wrk nginx-light curl
  . "$root/tools/lib/serve.sh"
  place=$(mktemp -d)
  # The worker of nginx is another user.
  chmod 755 "$place"
  # shellcheck disable=SC2064
  trap "kill \$(cat '$place'/*.pid 2>/dev/null) 2>/dev/null; rm -rf '$place'" EXIT
  local last=$(($(nproc) - 1)) pin=()
  if command -v taskset >/dev/null 2>&1 && [ "$last" -gt 0 ]; then pin=(taskset -c 0); fi
  serve_measured "$port" ${pin[@]+"${pin[@]}"} -- --metrics-port "$metrics"

  local query="from=C%C3%A1i%20N%C6%B0%E1%BB%9Bc%2C%20C%C3%A0%20Mau&need=stroke.thrombectomy&at=2026-11-25T10:00"
  local route="http://127.0.0.1:$port/v1/route?$query"
  mkdir -p "$place/www"
  curl -sf "$route" -o "$place/www/route.json" || fail "no answer to a route"
  cat >"$place/nginx.conf" <<CONF
daemon off; pid $place/nginx-own.pid; error_log $place/nginx.log;
worker_processes 1; worker_cpu_affinity auto;
events { worker_connections 1024; }
http { access_log off; server { listen 127.0.0.1:18081; root $place/www; default_type application/json; } }
CONF
  "${pin[@]}" nginx -p "$place" -c "$place/nginx.conf" &
  echo $! >"$place/nginx.pid"
  sleep 1

  # A question that nobody asked before, each time: other communes, other minutes.
  cat >"$place/anew.lua" <<'LUA'
local places = {"Cái Nước, Cà Mau", "Năm Căn", "Mỏ Cày", "Xã Cù Lao Dung", "Cần Giờ", "Cái Bè", "bv-nam-can", "bv-ca-mau"}
local needs = {"stroke", "stroke.thrombectomy", "trauma", "obstetrics"}
local n = 0
local function encoded(text)
  return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end))
end
request = function()
  n = n + 1
  return wrk.format("GET", string.format("/v1/route?from=%s&need=%s&at=2026-11-25T%02d:%02d&k=%d",
    encoded(places[n % #places + 1]), needs[n % #needs + 1], n % 24, math.floor(n / 24) % 60, n % 5 + 1))
end
LUA

  commit
  printf 'machine: %s processors, %s\n' "$(nproc)" "$(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1)"
  printf 'answer: %s bytes, %s s each, 16 connections, the server on one processor\n' \
    "$(wc -c <"$place/www/route.json")" "$seconds"
  local name address options
  measure() {
    name=$1 address=$2
    shift 2
    wrk -t1 -c16 -d"${seconds}s" --latency "$@" "$address" >"$place/wrk.txt" || fail "wrk failed"
    awk -v name="$name" '/50%/ {p50=$2} /99%/ {p99=$2} /Requests\/sec/ {rate=$2} /Non-2xx/ {bad=$NF}
      END {printf "%-34s %10.0f/s   p50 %-9s p99 %-9s%s\n", name, rate, p50, p99, bad ? " refused: " bad : ""}' \
      "$place/wrk.txt"
    rate=$(awk '/Requests\/sec/ {print $2}' "$place/wrk.txt")
  }
  local rate kept static
  measure "route, kept" "$route"
  kept=$rate
  measure "route, anew" "http://127.0.0.1:$port/" -s "$place/anew.lua"
  measure "file of the same size by nginx" "http://127.0.0.1:18081/route.json"
  static=$rate
  awk -v kept="$kept" -v static="$static" 'BEGIN {printf "ratio to nginx: %.2f\n", kept / static}'
  printf 'memory: %s kB\n' "$(awk '/VmHWM/ {print $2}' "/proc/$(cat "$place/server.pid")/status")"
}
