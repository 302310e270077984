#!/bin/bash
# What pages cost that the instance has not kept, at 200 and at 100,000 posts. VEDETTE_BENCH_STORE: memory or disk.
source "$(dirname "$0")/common.sh"
small=200
large=${VEDETTE_BENCH_POSTS:-100000}
store=${VEDETTE_BENCH_STORE:-disk}
only=${VEDETTE_BENCH_ONLY:-.*}

# cold SIZE DAYS REVISIONS: the lines of ColdPages, in a file called by the size.
cold() {
  start_servers "$store"
  start_feed
  fill "$1" days="$2" until="$3"
  program cold.ColdPages site="$site" kafka="$kafka" pid="$feed_pid" size="$1" days="$2" only="$only" >"$work/$1"
  stop "$feed_pid" "$servers_pid"
  rm -rf "$work/servers"
}

machine
# The small blog is revised over and over, so that both instances have taken in as many events and are as warm.
# In half a year a month has more posts than a page shows, as it has in the large blog; so both pages are full.
cold "$small" 182 $((large / small))
cold "$large" 3652 1

echo "| cold page ($store) | pages | KB | median ms at $small | at $large | × | CPU ms at $small | at $large | × |"
echo '|---|---|---|---|---|---|---|---|---|'
awk -F '\t' '
  NR == FNR {median[$1] = $4; cpu[$1] = $6; next}
  {printf "| %s | %d | %.0f | %.2f | %.2f | %.2f | %.2f | %.2f | %.2f |\n", $1, $2, $3 / 1024,
    median[$1], $4, $4 / median[$1], cpu[$1], $6, $6 / (cpu[$1] > 0 ? cpu[$1] : 0.01)}
' "$work/$small" "$work/$large"
