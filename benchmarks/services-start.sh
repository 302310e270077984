#!/bin/bash
# Start and size of each service as its image runs it: the options of the Dockerfile, of a container of 512 MiB, on two processors,
# beside a broker and a store on this machine. Prints a table: from the start to ready, processor time until then, and the resident
# memory 20 s later.
#   services-start.sh [SERVICE…]
# Build first: mvn -q -B package -Dmaven.test.skip -pl standalone,gateway,post-service,feed-service,notification-service -am
# Settings: JAVA (of a JDK; with 25 or newer the AOT cache is made and used), RUNS (3), LIMIT (512, MiB), WORK (a directory; caches are
# kept there).
set -euo pipefail

root=$(cd "$(dirname "$0")/.." && pwd)
java=$(realpath "$(command -v "${JAVA:-java}")")
work=$(realpath -m "${WORK:-$(mktemp -d)}")
services=("$@")
[ $# -gt 0 ] || services=(gateway post-service feed-service notification-service)
declare -A base=([gateway]=8080 [post-service]=8081 [feed-service]=8082 [notification-service]=8083)
offset=16000
major=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
servers=
pid=

finish() {
  for each in $pid $servers; do kill -9 "$each" 2>/dev/null || true; done
}
trap finish EXIT

options=$(sed -n 's/.*JDK_JAVA_OPTIONS="\(.*\)".*/\1/p' "$root/Dockerfile" | sed "s|/app/app.aot|app.aot|")
options="-XX:MaxRAM=${LIMIT:-512}m -XX:ActiveProcessorCount=2 $options"
if [ "$major" -lt 25 ]; then
  options=$(sed 's/-XX:AOTCache=[^ ]*//;s/--sun-misc-unsafe-memory-access=allow//;s/-XX:+UseCompactObjectHeaders//;s/-XX:TrimNativeHeapInterval=[0-9]*//' <<<"$options")
fi

mkdir -p "$work"
rm -rf "$work/data" "$work/servers.log"
VEDETTE_DATA=$work/data VEDETTE_KAFKA_PORT=$((9092 + offset)) VEDETTE_MONGODB_PORT=$((27017 + offset)) \
  VEDETTE_CATCHER_PORT=$((1025 + offset)) VEDETTE_MAIL_PORT=$((8025 + offset)) \
  java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$root/standalone/target/vedette/vedette.jar" servers >"$work/servers.log" 2>&1 &
servers=$!
until grep -qs 'are running' "$work/servers.log"; do kill -0 "$servers" || exit 1; sleep 0.5; done
set -a
# shellcheck disable=SC1091
. "$work/data/servers.env"
set +a
export MALLOC_ARENA_MAX=2

ready() {
  local status=
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  read -r -t 4 _ status _ <&3 || true
  exec 3>&-
  [ "$status" = 200 ]
}

prepare() {
  local app=$work/$major/$1
  [ -e "$app/service.jar" ] || {
    mkdir -p "$app"
    cp "$root/$1/target/$1"-*-exec.jar "$app.jar"
    "$java" -Djarmode=tools -jar "$app.jar" extract --destination "$app" >/dev/null
    mv "$app/$1.jar" "$app/service.jar" 2>/dev/null || mv "$app"/*.jar "$app/service.jar"
  }
  if [ "$major" -ge 25 ] && [ ! -e "$app/app.aot" ]; then
    (cd "$app" && PATH=$(dirname "$java"):$PATH "$root/docker/train" "$app/app.aot")
  fi
}

# measure SERVICE: seconds to ready, processor seconds, resident MB
measure() {
  local at=$((base[$1] + offset)) start now ticks
  cd "$work/$major/$1"
  start=$(date +%s%N)
  # shellcheck disable=SC2086
  SERVER_PORT=$at MANAGEMENT_SERVER_PORT=$((at + 100)) VEDETTE_BASE_URL=http://localhost:$((8080 + offset)) \
    VEDETTE_JWKS=http://localhost:$((8080 + offset))/.well-known/jwks.json VEDETTE_FEED_SEARCH_DIRECTORY=$work/data \
    VEDETTE_POST_INDEX_DIRECTORY=$work/data "$java" $options -jar service.jar >"$work/$1.log" 2>&1 &
  pid=$!
  until (ready $((at + 100))) 2>/dev/null; do kill -0 "$pid" || { cat "$work/$1.log" >&2; exit 1; }; sleep 0.05; done
  now=$(date +%s%N)
  ticks=$(awk '{print $14 + $15}' "/proc/$pid/stat")
  sleep 20
  awk -v service="$1" -v wall=$(((now - start) / 1000000)) -v ticks="$ticks" \
    '/^VmRSS/ {printf "| %s | %.1f s | %.1f s | %d MB |\n", service, wall / 1000, ticks / 100, $2 / 1024}' "/proc/$pid/status"
  kill "$pid"
  wait "$pid" || true
  pid=
}

for service in "${services[@]}"; do prepare "$service"; done
echo "JDK $major, load $(cut -d ' ' -f 1 /proc/loadavg)"
echo "| service | ready | processor | resident |"
for service in "${services[@]}"; do for _ in $(seq "${RUNS:-3}"); do (measure "$service"); done; done
