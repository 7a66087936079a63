# Builds the service and starts it. Sourced by tools/tuyen; expects $root and tools/lib/setup.sh.
# It has a build folder of its own: the command line is built without Hummingbird and its packages.

server_build="$root/.build-server"
server="$server_build/release/tuyen-server"

server_is_current() {
  [ -x "$server" ] && [ -f "$server_build/tuyen-built" ] &&
    [ -z "$(find "$root/Sources" "$root/Package.swift" "$root/tools/service/versions.json" \
      -newer "$server_build/tuyen-built" -print -quit)" ]
}

build_server() {
  require_packages libxml2-dev libzip-dev zlib1g-dev libssl-dev libpq-dev libsqlite3-dev pkg-config git
  local options=()
  has_osmium || options+=(--disable-default-traits)
  options+=(-Xswiftc -gnone)
  if [ "$(uname -s)" = Linux ]; then options+=(-Xlinker -s); fi
  offer_solver
  require_swift
  say "building the service (the first time takes some minutes)"
  local log="$server_build/tuyen-build.log" built=yes
  : >"$server_build/tuyen-building"
  # The versions that were tried, each by its commit, and no others. They are not left behind: the command
  # line would fetch every package that they name.
  cp "$root/tools/service/versions.json" "$root/Package.resolved"
  (
    cd "$root" && TUYEN_BUILD=program TUYEN_SERVER=1 swift build -c release --static-swift-stdlib \
      --force-resolved-versions --scratch-path "$server_build" --product tuyen-server \
      ${options[@]+"${options[@]}"}
  ) >"$log" 2>&1 || built=
  rm -f "$root/Package.resolved"
  if [ -z "$built" ]; then
    tail -n 40 "$log" >&2
    fail "the build failed; the whole log: .build-server/tuyen-build.log"
  fi
  mv "$server_build/tuyen-building" "$server_build/tuyen-built"
}

# Builds the service unless it is current.
ensure_server() {
  mkdir -p "$server_build"
  server_is_current || build_server
}

# Starts the service with the arguments of "tuyen-server serve".
serve() {
  mkdir -p "$server_build" "$root/.build"
  if ! server_is_current; then
    exec 9>"$server_build/tuyen-lock"
    if command -v flock >/dev/null 2>&1; then flock 9; fi
    server_is_current || build_server
    exec 9>&-
  fi
  export TUYEN_NETWORK="${TUYEN_NETWORK:-$root/network-data/hcmc-mekong}"
  export TUYEN_DATA="${TUYEN_DATA:-$root/.tuyen/service}"
  exec "$server" serve "$@"
}

# Starts a service of its own to be measured, with the shipped network and an empty store, and waits
# until it answers. Expects $place, a folder that is empty; leaves the process there in server.pid.
#   serve_measured PORT [WORD ...] [-- OPTION ...]   WORDs before the program, OPTIONs of "serve"
serve_measured() {
  local port="$1" before=() tries=0
  shift
  while [ $# -gt 0 ] && [ "$1" != -- ]; do
    before+=("$1")
    shift
  done
  [ $# -eq 0 ] || shift
  ensure_server
  TUYEN_NETWORK="${TUYEN_NETWORK:-$root/network-data/hcmc-mekong}" TUYEN_DATA="$place/data" \
    ${before[@]+"${before[@]}"} "$server" serve --port "$port" --rate 0 --log-level error "$@" \
    2>"$place/server.log" &
  echo $! >"$place/server.pid"
  until curl -sf "127.0.0.1:$port/readyz" >/dev/null; do
    tries=$((tries + 1))
    [ "$tries" -lt 300 ] || { cat "$place/server.log" >&2; fail "the service does not answer"; }
    sleep 0.2
  done
}
