#!/bin/bash
# The suite as processes on the loopback address: broker and store, and each service in a JVM of its own.
#   suite-apart.sh start [REPLICAS]   starts what does not run; with 2 replicas, a balancer stands before each service
#   suite-apart.sh status             what runs, on which ports, with which resident memory
#   suite-apart.sh restart NAME       stops one process by SIGTERM, starts it, waits until it is ready: gateway, feed-service-2, servers
#   suite-apart.sh kill NAME          kills one process (SIGKILL)
#   suite-apart.sh stop               stops everything
# Build first: mvn -q -B package -Dmaven.test.skip -pl standalone,gateway,post-service,feed-service,notification-service -am
# Settings: DIRECTORY (vedette-apart) for data, logs and process ids; OFFSET (0), added to every port; JAVA; JAVA_OPTS;
# DEBUG (none), a port for the debugger of the first process, the next ones take the following; every VEDETTE_… variable.
# Ports: gateway 8080, post-service 8081, feed-service 8082, notification-service 8083, management 1000 above; of two replicas,
# the first is 100 and the second 200 above. Kafka 9092, MongoDB 27017, SMTP 1025, caught mail 8025.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../../.." && pwd)
here=$(cd "$(dirname "$0")" && pwd)
directory=$(realpath -m "${DIRECTORY:-vedette-apart}")
offset=${OFFSET:-0}
java=${JAVA:-java}
options=${JAVA_OPTS:--Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1}
services=(post-service feed-service notification-service gateway)
declare -A base=([gateway]=8080 [post-service]=8081 [feed-service]=8082 [notification-service]=8083)

fail() { echo "$*" >&2; exit 1; }

replicas() { cat "$directory/replicas" 2>/dev/null || echo 1; }
front() { echo $((base[$1] + offset)); }

# port NAME: of one process; NAME is that of a service, with the number of the instance if there are two
port() {
  local service=${1%-[12]} instance=0
  [ "$service" = "$1" ] || instance=${1##*-}
  echo $((base[$service] + offset + instance * 100))
}

names() {
  for service in "${services[@]}"; do
    if [ "$(replicas)" = 1 ]; then echo "$service"; else echo "$service-1" "$service-2"; fi
  done
}

runs() { [ -r "$directory/$1.pid" ] && kill -0 "$(cat "$directory/$1.pid")" 2>/dev/null; }

# launch NAME COMMAND…: in the background, with its log and process id beside the data
launch() {
  "${@:2}" </dev/null >>"$directory/$1.log" 2>&1 &
  echo $! >"$directory/$1.pid"
}

jar() {
  local found=("$root/$1/target/$1"-*-exec.jar)
  [ -r "${found[0]}" ] || fail "$1 is not built. Run: mvn -q -B package -Dmaven.test.skip -pl standalone,gateway,post-service,feed-service,notification-service -am"
  echo "${found[0]}"
}

ready() {
  local status=
  exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
  printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  read -r -t 4 _ status _ <&3 || true
  exec 3>&-
  [ "$status" = 200 ]
}

await_ready() {
  for _ in $(seq 480); do
    (ready $(($(port "$1") + 1000))) 2>/dev/null && return
    runs "$1" || fail "$1 has ended. Its log: $directory/$1.log"
    sleep 0.5
  done
  fail "$1 is not ready after four minutes. Its log: $directory/$1.log"
}

start_servers() {
  local program=$root/standalone/target/vedette/vedette.jar
  [ -r "$program" ] || fail "standalone is not built."
  # shellcheck disable=SC2086
  launch servers env VEDETTE_DATA="$directory/data" VEDETTE_KAFKA_PORT=$((9092 + offset)) \
    VEDETTE_MONGODB_PORT=$((27017 + offset)) VEDETTE_CATCHER_PORT=$((1025 + offset)) \
    VEDETTE_MAIL_PORT=$((8025 + offset)) "$java" $options -jar "$program" servers
  for _ in $(seq 240); do
    grep -q 'servers of Vedette are running' "$directory/servers.log" && return
    runs servers || fail "Broker and store have ended. Their log: $directory/servers.log"
    sleep 0.5
  done
  fail "Broker and store do not answer. Their log: $directory/servers.log"
}

debugging() {
  [ -z "${DEBUG:-}" ] && return
  local number=0
  for name in $(names); do
    [ "$name" = "$1" ] && echo "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:$((DEBUG + number))"
    number=$((number + 1))
  done
}

start_service() {
  local name=$1 service=${1%-[12]} program at
  program=$(jar "$service")
  at=$(port "$name")
  mkdir -p "$directory/$name"
  (
    # What the caller has set wins over what the servers say.
    declare -A given=()
    while IFS= read -r line; do given[$line]=${!line}; done < <(compgen -e VEDETTE_ || true)
    set -a
    # shellcheck disable=SC1091
    . "$directory/data/servers.env"
    for variable in "${!given[@]}"; do printf -v "$variable" %s "${given[$variable]}"; done
    set +a
    export SERVER_PORT=$at MANAGEMENT_SERVER_PORT=$((at + 1000)) SERVER_ADDRESS=127.0.0.1
    export VEDETTE_BASE_URL=${VEDETTE_BASE_URL:-http://localhost:$(front gateway)}
    export VEDETTE_JWKS=http://localhost:$(front gateway)/.well-known/jwks.json
    export VEDETTE_POST_SERVICE=http://localhost:$(front post-service)
    export VEDETTE_FEED_SERVICE=http://localhost:$(front feed-service)
    export VEDETTE_NOTIFICATION_SERVICE=http://localhost:$(front notification-service)
    export VEDETTE_ADMIN_PASSWORD_FILE=$directory/data/admin-password
    export VEDETTE_FEED_SEARCH_DIRECTORY=$directory/$name VEDETTE_POST_INDEX_DIRECTORY=$directory/$name
    # shellcheck disable=SC2046,SC2086
    launch "$name" "$java" $options $(debugging "$name") -jar "$program"
  )
}

start_balancer() {
  local rules=()
  for service in "${services[@]}"; do
    rules+=("$(front "$service")=$(port "$service-1"),$(port "$service-2")")
  done
  launch balancer python3 "$here/balance.py" "${rules[@]}"
}

start() {
  mkdir -p "$directory"
  runs gateway || runs gateway-1 || echo "${1:-1}" >"$directory/replicas"
  runs servers || start_servers
  local started=()
  for name in $(names); do runs "$name" || { start_service "$name"; started+=("$name"); }; done
  if [ "$(replicas)" != 1 ]; then runs balancer || start_balancer; fi
  for name in "${started[@]}"; do await_ready "$name"; done
  status
  echo "The editor's token: $directory/data/editor-token; the first password: $directory/data/admin-password"
}

# end NAME SIGNAL: returns when the process has ended
end() {
  runs "$1" || { rm -f "$directory/$1.pid"; return 0; }
  local pid
  pid=$(cat "$directory/$1.pid")
  kill "-$2" "$pid"
  for _ in $(seq 900); do
    kill -0 "$pid" 2>/dev/null || { rm -f "$directory/$1.pid"; return 0; }
    sleep 0.1
  done
  fail "$1 (process $pid) does not stop."
}

restart() {
  [ -e "$directory/$1.pid" ] || fail "There is no process '$1'; there are: $(cd "$directory" && echo ./*.pid)"
  end "$1" TERM
  if [ "$1" = servers ]; then : >"$directory/servers.log" && start_servers; else start_service "$1" && await_ready "$1"; fi
}

stop() {
  for name in balancer gateway gateway-1 gateway-2; do end "$name" TERM; done
  for service in post-service feed-service notification-service; do
    for name in "$service" "$service-1" "$service-2"; do end "$name" TERM; done
  done
  end servers TERM
}

status() {
  printf '%-24s %6s %11s %8s %s\n' process port management "rss MB" pid
  for name in servers $(names); do
    runs "$name" || { printf '%-24s is not running\n' "$name"; continue; }
    local pid at=- management=-
    pid=$(cat "$directory/$name.pid")
    [ "$name" = servers ] || { at=$(port "$name") && management=$((at + 1000)); }
    printf '%-24s %6s %11s %8s %s\n' "$name" "$at" "$management" \
      $(($(awk '/^VmRSS/ {print $2}' "/proc/$pid/status" 2>/dev/null || echo 0) / 1024)) "$pid"
  done
  echo "The site: http://localhost:$(front gateway)   caught mail: http://localhost:$((8025 + offset))"
}

case "${1:-}" in
  start) start "${2:-1}" ;;
  stop) stop ;;
  status) status ;;
  restart) restart "${2:?the name of a process}" ;;
  kill) end "${2:?the name of a process}" KILL ;;
  *) sed -n '2,/^set /{/^set /d;s/^# \{0,1\}//p}' "$0"; exit 2 ;;
esac
