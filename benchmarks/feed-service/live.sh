#!/bin/bash
# What 10,000 open streams cost one instance, and how soon an event has reached all of them.
source "$(dirname "$0")/common.sh"
streams=${VEDETTE_BENCH_STREAMS:-10000}
files=$((streams + 2000))
ulimit -n $files 2>/dev/null ||
  fail "$files open files are needed, and $(ulimit -Hn) are the most this user may have: raise it (ulimit -Hn, limits.conf)"

machine
start_servers memory
start_feed
fill 200
echo '| streams | MB before | MB with all open | MB after ten events | first has it | last has it (median) | last has it (worst) |'
echo '|---|---|---|---|---|---|---|'
program live.LiveStreams site="$site" kafka="$kafka" pid="$feed_pid" size=200 streams="$streams"
