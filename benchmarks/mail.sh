#!/bin/bash
# Measures how alerts are sent: messages a second, and processor time of the notification service for each message.
# Usage: benchmarks/mail.sh [disk|memory] [unsigned|signed]; without arguments, all four. benchmarks/README.md says what can be set.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

stores=${1:-disk memory}
signatures=${2:-unsigned signed}
messages=${VEDETTE_BENCH_MESSAGES:-20000}
rounds=${VEDETTE_BENCH_ROUNDS:-3}
connections=${VEDETTE_BENCH_CONNECTIONS:-10}
postfix=${VEDETTE_BENCH_POSTFIX:-/}
first_port=${VEDETTE_BENCH_PORT:-19200}
options="-Xmx384m -XX:+UseSerialGC -XX:ActiveProcessorCount=2 ${VEDETTE_BENCH_OPTIONS:-}"
sink_port=$first_port
kafka_port=$((first_port + 1))
service_port=$((first_port + 2))
management_port=$((first_port + 3))

work=${VEDETTE_BENCH_WORK:-$(mktemp -d)}
mkdir -p "$work"
started=()
stop_all() {
  local pid
  for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2>/dev/null || true; done
  [ -n "${VEDETTE_BENCH_WORK:-}" ] || rm -rf "$work"
}
trap stop_all EXIT
trap 'exit 130' INT TERM
fail() {
  echo "$*" >&2
  exit 1
}
built() {
  compgen -G "$1" || fail "$1 is not there. Build with: mvn -q -B package -Dmaven.test.skip -pl notification-service,benchmarks -am"
}
await() {
  local pid=$1 log=$2 end=$(($(date +%s) + 90))
  shift 2
  until "$@" >/dev/null 2>&1; do
    kill -0 "$pid" 2>/dev/null || { tail -n 40 "$log" >&2; fail "a server ended: see above"; }
    [ "$(date +%s)" -lt "$end" ] || { tail -n 40 "$log" >&2; fail "a server is not ready in time: see above"; }
    sleep 0.2
  done
}
# Processor time of a process so far, in milliseconds.
cpu() {
  local stat
  read -r -a stat < <(sed 's/^.*) //' "/proc/$1/stat")
  echo $(((stat[11] + stat[12]) * 1000 / $(getconf CLK_TCK)))
}
tool() { exec env LD_LIBRARY_PATH="$postfix/usr/lib/postfix" "$postfix/usr/sbin/$@"; }

for name in smtp-sink smtp-source; do
  [ -x "$postfix/usr/sbin/$name" ] || fail "$name is not there. It is in Debian's package postfix: apt-get download postfix && dpkg -x postfix_*.deb DIRECTORY, then set VEDETTE_BENCH_POSTFIX=DIRECTORY"
done
service_jar=$(built 'notification-service/target/notification-service-*-exec.jar')
service_jar=${VEDETTE_BENCH_SERVICE:-$service_jar}
class_path=$(built 'benchmarks/target/benchmarks-*.jar'):$(cat "$(built benchmarks/target/classpath)")
program() { java -Xmx1g -cp "$class_path" "org.vedette.benchmarks.$1" "${@:2}"; }
java -Djarmode=tools -jar "$service_jar" extract --destination "$work/service" >/dev/null
service_jar=$(built "$work/service/notification-service-*.jar")
java -jar "$service_jar" dkim-keys blog.example "$work/keys" >/dev/null 2>&1 || echo "this version does not sign" >&2

user=()
[ "$(id -u)" != 0 ] || user=(-u nobody)
tool smtp-sink "${user[@]}" 127.0.0.1:$sink_port 1000 &
started+=($!)

# smtp_source BYTES: Postfix's own generator against the same sink.
smtp_source() {
  local before after
  before=$(date +%s%N)
  TIMEFORMAT='%U %S'
  cpu_seconds=$({ time (tool smtp-source -m "$messages" -s "$connections" -l "$1" -f a@blog.example -t b@mailbox.example 127.0.0.1:$sink_port >/dev/null); } 2>&1 | tail -1)
  after=$(date +%s%N)
  awk -v n="$messages" -v ns=$((after - before)) -v cpu="$cpu_seconds" \
    'BEGIN { split(cpu, c, " "); printf "| smtp-source | | %.0f | %.3f | |\n", n / ns * 1e9, (c[1] + c[2]) * 1000 / n }'
}

accepted() {
  curl -sf "http://127.0.0.1:$management_port/actuator/prometheus" \
    | awk '/^vedette_notification_mails_total.*reply="accepted"/ { sum += $2 } END { printf "%d", sum }'
}

# service STORE SIGNATURE: one process, which sends an alert in each round to all subscribers.
service() {
  local store=$1 signature=$2 keys='' log=$work/service.log servers_log=$work/servers.log round before sent cpu0 servers0 ns
  [ "$signature" = unsigned ] || keys=$work/keys/vedette-rsa.pem,$work/keys/vedette-ed25519.pem
  rm -rf "$work/servers" && mkdir "$work/servers"
  java -Xmx4g -XX:+UseParallelGC -cp "$class_path" org.vedette.benchmarks.EmbeddedServers \
    directory="$work/servers" store="$store" kafka-port=$kafka_port >"$servers_log" 2>&1 &
  local servers=$!
  started+=("$servers")
  await $servers "$servers_log" grep -q '^ready' "$servers_log"
  read -r _ kafka mongodb < <(grep '^ready' "$servers_log")
  # shellcheck disable=SC2086
  env VEDETTE_KAFKA="$kafka" VEDETTE_MONGODB="$mongodb" SERVER_PORT=$service_port MANAGEMENT_SERVER_PORT=$management_port \
    VEDETTE_BASE_URL=https://blog.example VEDETTE_LINK_KEY=a-key-for-measurements-that-is-long-enough VEDETTE_MAIL_FROM=alerts@blog.example \
    VEDETTE_SMTP_HOST=127.0.0.1 VEDETTE_SMTP_PORT=$sink_port VEDETTE_NOTIFICATION_SMTP_CONNECTIONS="$connections" \
    VEDETTE_NOTIFICATION_ALERTS_NEWSFOR=36500d VEDETTE_DKIM_KEYS="$keys" \
    java $options -jar "$service_jar" >"$log" 2>&1 &
  local pid=$!
  started+=("$pid")
  await $pid "$log" curl -sf "http://127.0.0.1:$management_port/actuator/health/readiness"
  program mail.Audience mongodb="$mongodb" size="$messages"
  sleep 5 # The topics are assigned.
  for round in $(seq "$rounds"); do
    sent=$(accepted)
    cpu0=$(cpu $pid)
    servers0=$(cpu $servers)
    before=$(date +%s%N)
    program mail.AlertPublisher kafka="$kafka" number="$round" >/dev/null
    until [ $(($(accepted) - sent)) -ge "$messages" ]; do
      sleep 0.1
      [ $(($(date +%s%N) - before)) -lt 600000000000 ] || { tail -n 20 "$log" >&2; fail "not done in ten minutes: $(accepted)"; }
    done
    ns=$(($(date +%s%N) - before))
    awk -v store="$store" -v signature="$signature" -v round="$round" -v n="$messages" -v ns=$ns -v cpu=$(($(cpu $pid) - cpu0)) \
      -v servers=$(($(cpu $servers) - servers0)) \
      'BEGIN { printf "| %s, %s, alert %d | %.1f s | %.0f | %.3f | %.3f |\n", store, signature, round, ns / 1e9, n / ns * 1e9, cpu / n, servers / n }'
  done
  kill $pid $servers
  wait $pid $servers 2>/dev/null || true
}

echo "$(nproc) processors, load $(cut -d' ' -f1 /proc/loadavg), $messages messages, $connections connections, service with $options" >&2
echo "| | time | messages/s | processor ms of the sender per message | of broker and store |"
echo "|---|---|---|---|---|"
smtp_source 10000
for store in $stores; do
  for signature in $signatures; do
    service "$store" "$signature"
  done
done
