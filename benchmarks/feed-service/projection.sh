#!/bin/bash
# Events a second from Kafka to a store in memory, and how long an instance takes to rebuild its store.
source "$(dirname "$0")/common.sh"
events=${VEDETTE_BENCH_EVENTS:-50000}
posts=${VEDETTE_BENCH_POSTS:-100000}
warm_up=5000

machine
echo '| what | rate or time | CPU ms of the service per event | CPU ms of broker and store per event |'
echo '|---|---|---|---|'

# The topic is full before the instance starts: nobody else needs the processors meanwhile.
start_servers memory
program PostPublisher kafka="$kafka" size=$((events + warm_up)) >/dev/null
start_feed
program Projection kafka="$kafka" management="$management" pid="$feed_pid" servers="$servers_pid" warm-up=$warm_up
stop "$feed_pid"

[ "${VEDETTE_BENCH_REBUILD:-true}" = true ] || exit 0
start_feed
[ "$posts" -le $((events + warm_up)) ] || fill "$posts" from=$((events + warm_up))
program Rebuild management="$management" pid="$feed_pid" size="$posts"
