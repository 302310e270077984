#!/bin/bash
# Processor time of the servers for each request of pages that are asked for again and again, at 200 posts.
source "$(dirname "$0")/common.sh"
seconds=${VEDETTE_BENCH_SECONDS:-10}
warm_up=${VEDETTE_BENCH_WARM_UP:-10}
words=${VEDETTE_BENCH_WORDS:-2900}

# variants ROOT NAME PATH COMMAND…: the command with the name, the address, the status and the headers of each variant.
variants() {
  local url=$1$3 name=$2 tag
  shift 3
  tag=$(entity_tag "$url")
  "$@" "$name" "$url" 200
  "$@" "$name, gzip" "$url" 200 -H 'Accept-Encoding: gzip'
  "$@" "$name, 304" "$url" 304 -H "If-None-Match: $tag"
}

warm_page() {
  warm "$1" '' "${@:2}"
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
for command in warm_page measure_feed; do
  variants "$site" 'front page' / $command
  variants "$site" 'long post' "$post" $command
  variants "$site" RSS /feeds/rss.xml $command
done
# Without the cache, which would answer everything itself: benchmarks/gateway.sh measures that.
start_gateway VEDETTE_GATEWAY_LIMITS_ENABLED=false VEDETTE_CACHE_SIZE=0B
for command in warm_page measure_both; do
  variants "http://127.0.0.1:$gateway_port" 'front page' / $command
  variants "http://127.0.0.1:$gateway_port" 'long post' "$post" $command
done
# Where this differs much from the first row, something else was busy: measure again.
measure 'bare controller, 28 KB, at the end' "$bare_pid" "http://127.0.0.1:$bare_port/" 200
