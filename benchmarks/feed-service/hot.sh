#!/bin/bash
# Processor time of the servers for each request of pages that are asked for again and again, at 200 posts.
source "$(dirname "$0")/common.sh"
seconds=${VEDETTE_BENCH_SECONDS:-10}
warm_up=${VEDETTE_BENCH_WARM_UP:-10}
words=${VEDETTE_BENCH_WORDS:-2900}

# measure NAME "PID…" URL STATUS [ARGUMENT…]: a row of the table.
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
  wrk -t1 -c16 -d"${duration}s" --timeout 10s "$@" "$url" >"$work/wrk.out"
  ! grep -E 'Non-2xx|Socket errors' "$work/wrk.out" || fail "$url was not always answered"
}

# variants ROOT NAME PATH COMMAND…: the command with the name, the address, the status and the headers of each variant.
variants() {
  local url=$1$3 name=$2 tag
  shift 3
  tag=$(curl -s -o /dev/null -D - "$url" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p')
  "$@" "$name" "$url" 200
  "$@" "$name, gzip" "$url" 200 -H 'Accept-Encoding: gzip'
  "$@" "$name, 304" "$url" 304 -H "If-None-Match: $tag"
}

warm() {
  run "$warm_up" "$2" "${@:4}"
}

measure_feed() {
  measure "$1" "$feed_pid" "${@:2}"
}

measure_both() {
  measure "$1, gateway and service" "$gateway_pid $feed_pid" "${@:2}"
}

machine
start_servers memory
start_feed
fill 200
long=$(program PostPublisher kafka="$kafka" site="$site" size=200 from=200 to=201 words="$words")
post=/posts/$long

echo '| page | bytes | requests/s | CPU ms per request | × bare |'
echo '|---|---|---|---|---|'
start_bare
run "$warm_up" "http://127.0.0.1:$bare_port/"
measure 'bare controller, 28 KB' "$bare_pid" "http://127.0.0.1:$bare_port/" 200
bare=$(cat "$work/each")

# All of them are warm before the first one is measured: they share most of the code.
for command in warm measure_feed; do
  variants "$site" 'front page' / $command
  variants "$site" 'long post' "$post" $command
  variants "$site" RSS /feeds/rss.xml $command
done
start_gateway
for command in warm measure_both; do
  variants "http://127.0.0.1:$gateway_port" 'front page' / $command
  variants "http://127.0.0.1:$gateway_port" 'long post' "$post" $command
done
# Where this differs much from the first row, something else was busy: measure again.
measure 'bare controller, 28 KB, at the end' "$bare_pid" "http://127.0.0.1:$bare_port/" 200
