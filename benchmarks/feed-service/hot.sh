#!/bin/bash
# Processor time of the servers for each request of pages that are asked for again and again, at 200 posts.
source "$(dirname "$0")/common.sh"
seconds=${VEDETTE_BENCH_SECONDS:-10}
warm_up=${VEDETTE_BENCH_WARM_UP:-20}
words=${VEDETTE_BENCH_WORDS:-4100}

# measure NAME "PID…" URL STATUS [HEADER…]: a row of the table.
measure() {
  local name=$1 pids=$2 url=$3 status=$4 headers=() curl_headers=() before after requests
  shift 4
  for header in "$@"; do headers+=(-H "$header"); done
  expect "$url" "$status" "${headers[@]}"
  run "$warm_up" "$url" "${headers[@]}"
  # shellcheck disable=SC2086
  before=$(cpu $pids)
  run "$seconds" "$url" "${headers[@]}"
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

tag_of() {
  curl -s -o /dev/null -D - "$@" | tr -d '\r' | sed -n 's/^[Ee][Tt][Aa][Gg]: //p'
}

machine
start_backing memory
start_feed
fill 200
long=$(program Posts kafka="$kafka" site="$site" size=200 from=200 to=201 words="$words")
post=/posts/$long

echo '| page | bytes | requests/s | CPU ms per request | × bare |'
echo '|---|---|---|---|---|'
start_bare
measure 'bare controller, 28 KB' "$bare_pid" "http://127.0.0.1:$bare_port/" 200
bare=$(cat "$work/each")
stop "$bare_pid"

for page in "front page|/" "long post|$post" "RSS|/feeds/rss.xml"; do
  url=$site${page#*|}
  measure "${page%|*}" "$feed_pid" "$url" 200
  measure "${page%|*}, gzip" "$feed_pid" "$url" 200 'Accept-Encoding: gzip'
  measure "${page%|*}, 304" "$feed_pid" "$url" 304 "If-None-Match: $(tag_of "$url")"
done

start_gateway
for page in "front page|/" "long post|$post"; do
  url=http://127.0.0.1:$gateway_port${page#*|}
  measure "${page%|*}, gateway and service" "$gateway_pid $feed_pid" "$url" 200
  measure "${page%|*}, gateway and service, gzip" "$gateway_pid $feed_pid" "$url" 200 'Accept-Encoding: gzip'
  measure "${page%|*}, gateway and service, 304" "$gateway_pid $feed_pid" "$url" 304 "If-None-Match: $(tag_of "$url")"
done
