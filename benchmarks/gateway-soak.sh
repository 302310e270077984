#!/bin/bash
# Whether the gateway holds on to anything: for some minutes, readers read while slow, stuck and hasty clients follow each other and
# the feed service stops answering again and again. Then its memory and its open files are compared with those at the beginning,
# and the log is searched for leaks of buffers. Usage: benchmarks/gateway-soak.sh [minutes]
source "$(dirname "$0")/feed-service/common.sh"
minutes=${1:-10}
disturbance_seconds=15
ulimit -n 12000
service_options="$service_options -Dio.netty.leakDetection.level=paranoid"

# state NAME: a row with what the gateway holds after a full collection.
state() {
  local heap buffers
  jcmd "$gateway_pid" GC.run >/dev/null
  heap=$(jcmd "$gateway_pid" GC.heap_info | grep -oE 'used [0-9]+K' | awk '{sum += $2} END {printf "%.0f", sum / 1024}')
  buffers=$(curl -sf "http://127.0.0.1:$gateway_management/actuator/prometheus" |
    awk '/^jvm_buffer_memory_used_bytes\{.*direct/ {printf "%.1f", $2 / 1048576}')
  echo "| $1 | $heap | $buffers | $(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$gateway_pid/status") |" \
    "$(find "/proc/$gateway_pid/fd" -mindepth 1 2>/dev/null | wc -l) | $(leaks) |"
}

leaks() {
  grep -c 'LEAK:' "$work/gateway.log" || true
}

# suspend_feed: no answer for longer than the gateway waits, in every minute.
suspend_feed() {
  while true; do
    sleep 45
    kill -STOP "$feed_pid"
    sleep 15
    kill -CONT "$feed_pid"
  done
}

machine
start_servers memory
start_feed
fill 200
start_gateway
program clients.SlowClients port="$gateway_port" seconds=2 >/dev/null
sleep 40
echo '| the gateway | MB of heap | MB of direct buffers | MB resident | open files | leaks logged |'
echo '|---|---|---|---|---|---|'
state 'after warming up'
suspend_feed &
suspending=$!
started+=("$suspending")
end=$(($(date +%s) + minutes * 60))
while [ "$(date +%s)" -lt "$end" ]; do
  program clients.SlowClients port="$gateway_port" seconds=$disturbance_seconds >>"$work/rows"
done
stop "$suspending"
kill -CONT "$feed_pid"
state "after $minutes minutes"
# Longer than any timeout of a connection.
sleep 40
state 'and 40 s of silence'
[ "$(leaks)" = 0 ] || { grep -A3 'LEAK:' "$work/gateway.log" | head -40 >&2; fail 'buffers leaked'; }
echo
echo "| one client | requests of the others | median ms | 99 % ms | longest ms | their answers | its answers |"
echo "|---|---|---|---|---|---|---|"
tail -n 8 "$work/rows"
