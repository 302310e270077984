#!/bin/bash
# Sixteen readers search without a pause, each query once in a while, at 100,000 posts.
source "$(dirname "$0")/common.sh"
posts=${VEDETTE_BENCH_POSTS:-100000}
seconds=${VEDETTE_BENCH_SECONDS:-30}
warm_up=${VEDETTE_BENCH_WARM_UP:-30}
address=${VEDETTE_BENCH_SEARCH:-/api/feed/search?q=}
here=benchmarks/feed-service

search() {
  QUERIES=$work/queries ADDRESS=$address wrk -t1 -c16 -d"$1s" --timeout 10s -s $here/search.lua "$site" >"$work/wrk.out"
  ! grep -E 'Non-2xx|Socket errors' "$work/wrk.out" || fail "not every search was answered"
}

machine
start_servers memory
start_feed
fill "$posts"
program QueryGenerator size="$posts" count=1000 >"$work/queries"
while read -r query; do
  curl -sf -o /dev/null "$site$address$query" || fail "$address$query was not answered"
done < <(head -n 50 "$work/queries")

search "$warm_up"
before=$(cpu "$feed_pid")
search "$seconds"
after=$(cpu "$feed_pid")
requests=$(awk '/requests in/ {print $1}' "$work/wrk.out")
echo '| posts | searches/s | median ms | 95 % | 99 % | CPU ms per search | MB resident |'
echo '|---|---|---|---|---|---|---|'
awk -v posts="$posts" -v n="$requests" -v s="$seconds" -v cpu=$((after - before)) \
  -v rss="$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$feed_pid/status")" '
  /^percentiles/ {printf "| %d | %.0f | %.1f | %.1f | %.1f | %.2f | %d |\n", posts, n / s, $2, $3, $4, cpu / n, rss}
' "$work/wrk.out"
