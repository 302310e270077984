# What the measurements of the feed service share: it starts servers, and stops by its id whatever it started.
# shellcheck shell=bash
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# The services get what they have in production: half of a container's 768 MiB as heap, two processors, and so the
# collector the JVM chooses there. VEDETTE_BENCH_JAVA is the java of the services.
heap=${VEDETTE_BENCH_HEAP:-384m}
service_java=${VEDETTE_BENCH_JAVA:-java}
service_options="-Xmx$heap -XX:+UseSerialGC -XX:ActiveProcessorCount=2 -XX:+ExitOnOutOfMemoryError ${VEDETTE_BENCH_OPTIONS:-}"
servers_heap=${VEDETTE_BENCH_BACKING_HEAP:-6g}
tools_heap=1g
first_port=${VEDETTE_BENCH_PORT:-19100}
feed_port=$first_port
feed_management=$((first_port + 1))
gateway_port=$((first_port + 2))
gateway_management=$((first_port + 3))
bare_port=$((first_port + 4))
kafka_port=$((first_port + 5))

site=http://127.0.0.1:$feed_port
management=http://127.0.0.1:$feed_management
work=$(mktemp -d)
started=()

stop_all() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT TERM

fail() {
  echo "$*" >&2
  exit 1
}

need() {
  command -v "$1" >/dev/null || fail "$1 is not installed: apt-get install $1"
}

# The one jar that matches.
built() {
  local found
  found=$(compgen -G "$1") || fail "$1 is not there. Build with: mvn -q -B package -Dmaven.test.skip -pl feed-service,gateway,benchmarks -am"
  echo "$found"
}

need curl
need wrk
feed_jar=$(built 'feed-service/target/feed-service-*-exec.jar')
gateway_jar=$(built 'gateway/target/gateway-*-exec.jar')
class_path=$(built 'benchmarks/target/benchmarks-*.jar'):$(cat "$(built benchmarks/target/classpath)")

# program CLASS name=value…: one of the programs of this module, to its end.
program() {
  local class=$1
  shift
  java -Xmx$tools_heap -cp "$class_path" "org.vedette.benchmarks.$class" "$@"
}

# await PID LOG SECONDS COMMAND…: until the command succeeds, while the process lives.
await() {
  local pid=$1 log=$2 end=$(($(date +%s) + $3))
  shift 3
  until "$@" >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { tail -n 40 "$log" >&2; fail "a server ended: see above"; }
    [ "$(date +%s)" -lt "$end" ] || { tail -n 40 "$log" >&2; fail "a server is not ready in time: see above"; }
    sleep 0.2
  done
}

# start_servers memory|disk: the broker and the store; sets servers_pid, kafka and mongodb.
start_servers() {
  local log=$work/servers.log
  mkdir -p "$work/servers"
  java -Xmx"$servers_heap" -XX:+UseParallelGC -cp "$class_path" org.vedette.benchmarks.EmbeddedServers \
    directory="$work/servers" store="$1" kafka-port=$kafka_port >"$log" 2>&1 &
  servers_pid=$!
  started+=("$servers_pid")
  await "$servers_pid" "$log" 60 grep -q '^ready' "$log"
  read -r _ kafka mongodb < <(grep '^ready' "$log")
}

# As in the image: unpacked, not a jar of jars. unpack NAME JAR
unpack() {
  [ -d "$work/$1" ] || "$service_java" -Djarmode=tools -jar "$2" extract --destination "$work/$1" >/dev/null
}

# start_feed: sets feed_pid.
start_feed() {
  local log=$work/feed.log
  unpack feed "$feed_jar"
  # shellcheck disable=SC2086
  env VEDETTE_KAFKA="$kafka" VEDETTE_MONGODB="$mongodb" SERVER_PORT="$feed_port" \
    MANAGEMENT_SERVER_PORT="$feed_management" MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE='*' \
    "$service_java" $service_options -jar "$work"/feed/feed-service-*.jar >"$log" 2>&1 &
  feed_pid=$!
  started+=("$feed_pid")
  await "$feed_pid" "$log" 120 curl -sf "$management/actuator/health/readiness"
}

# start_gateway NAME=VALUE…: in front of the feed service, with so much more in its environment; sets gateway_pid.
start_gateway() {
  local log=$work/gateway.log
  unpack gateway "$gateway_jar"
  # shellcheck disable=SC2086
  env VEDETTE_FEED_SERVICE="$site" VEDETTE_MONGODB="$mongodb" SERVER_PORT="$gateway_port" MANAGEMENT_SERVER_PORT="$gateway_management" "$@" \
    "$service_java" $service_options -jar "$work"/gateway/gateway-*.jar >"$log" 2>&1 &
  gateway_pid=$!
  started+=("$gateway_pid")
  await "$gateway_pid" "$log" 60 curl -sf "http://127.0.0.1:$gateway_port/"
}

# start_bare: the framework alone; sets bare_pid.
start_bare() {
  local log=$work/bare.log
  # shellcheck disable=SC2086
  env SERVER_PORT=$bare_port \
    "$service_java" $service_options -cp "$class_path" org.vedette.benchmarks.BareServer >"$log" 2>&1 &
  bare_pid=$!
  started+=("$bare_pid")
  await "$bare_pid" "$log" 60 curl -sf "http://127.0.0.1:$bare_port/"
}

# stop PID…: and forgets them, since another process may get the number.
stop() {
  local pid left=()
  for pid in "$@"; do kill "$pid" 2>/dev/null || true; done
  for pid in "$@"; do wait "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do
    case " $* " in *" $pid "*) ;; *) left+=("$pid") ;; esac
  done
  started=("${left[@]}")
}

# Processor time of processes so far, in milliseconds. cpu PID…
cpu() {
  local pid sum=0 stat
  for pid in "$@"; do
    read -r -a stat < <(sed 's/^.*) //' "/proc/$pid/stat")
    sum=$((sum + (stat[11] + stat[12]) * 1000 / $(getconf CLK_TCK)))
  done
  echo $sum
}

# fill SIZE [name=value…]: publishes a blog and waits until the site shows all of it and the search finds it.
fill() {
  local size=$1
  shift
  program PostPublisher kafka="$kafka" site="$site" size="$size" "$@" >/dev/null
  await "$feed_pid" "$work/feed.log" 300 searchable "$size"
}

# Whether so many posts are in the search index.
searchable() {
  curl -sf "$management/actuator/health" | grep -Eq "\"search\":\{\"details\":\{[^}]*\"posts\":$1[,}]"
}

machine() {
  echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $("$service_java" -version 2>&1 | sed -n '2s/.*(build \(.*\))/\1/p'), services with $service_options" >&2
}

# measure NAME "PID…" URL STATUS [ARGUMENT…]: a row of a table, of as many seconds as $seconds says, compared with $bare.
measure() {
  local name=$1 pids=$2 url=$3 status=$4 before after requests
  shift 4
  expect "$url" "$status" "$@"
  # shellcheck disable=SC2086
  before=$(cpu $pids)
  run "$seconds" "$url" "$@"
  # shellcheck disable=SC2086
  after=$(cpu $pids)
  requests=$(awk '/requests in/ {print $1}' "$work/wrk.out")
  # shellcheck disable=SC2086
  awk -v name="$name" -v cpu=$((after - before)) -v n="$requests" -v s="$seconds" -v bytes="$bytes" \
    -v bare="${bare:-0}" 'BEGIN {
      each = cpu / n
      if (bare == 0) bare = each
      printf "| %s | %d | %.0f | %.3f | %.2f |\n", name, bytes, n / s, each, each / bare
      printf "%.5f\n", each > "'"$work"'/each"
    }'
}

# expect URL STATUS ARGUMENTS…: refuses to measure another answer than it seems; sets bytes.
expect() {
  local url=$1 status=$2 answer
  shift 2
  answer=$(curl -s -o /dev/null -w '%{http_code} %{size_download}' "$@" "$url")
  [ "${answer% *}" = "$status" ] || fail "$url was answered ${answer% *}, not $status"
  bytes=${answer#* }
}

run() {
  local duration=$1 url=$2
  shift 2
  wrk -t1 -c"${connections:-16}" -d"${duration}s" --timeout 10s "$@" "$url" >"$work/wrk.out"
  ! grep -E 'Non-2xx|Socket errors' "$work/wrk.out" || fail "$url was not always answered"
}

# warm NAME "PID…" URL STATUS [ARGUMENT…]: like measure, for as many seconds as $warm_up says, without a row.
warm() {
  run "$warm_up" "$3" "${@:5}"
}

# entity_tag URL
entity_tag() {
  curl -s -o /dev/null -D - "$1" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p'
}
