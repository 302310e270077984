#!/bin/sh
# What slow, stuck and hasty clients do to the readers of the packaged suite, with all limits on. Needs the build, curl and
# 5,000 open files (ulimit -n). Usage: benchmarks/slow-clients.sh [seconds for each] [name of one disturbance]
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-10}
port=${VEDETTE_PORT:-18480}
data=$(mktemp -d)
ulimit -n 5000

VEDETTE_DATA=$data VEDETTE_PORT=$port VEDETTE_MAIL_PORT=${VEDETTE_MAIL_PORT:-18481} \
  java -Xmx768m -XX:+UseSerialGC -jar standalone/target/vedette/vedette.jar >"$data.out" 2>&1 &
pid=$!
trap 'kill "$pid" 2>/dev/null; wait "$pid" || true; rm -rf "$data" "$data.out"' EXIT
until grep -q 'Vedette is running' "$data.out"; do
  kill -0 "$pid" || { cat "$data.out"; exit 1; }
  sleep 0.5
done

# Twenty posts that make a feed larger than the buffers of a connection.
words=$(seq -f 'word%g' -s ' ' 20000)
api() { curl -sf -H "Authorization: Bearer $(cat "$data/editor-token")" -H 'Content-Type: application/json' "$@"; }
for number in $(seq 20); do
  id=$(printf '{"title": "Huge %s", "body": "%s", "bylines": [{"name": "Ada"}]}' "$number" "$words" |
    api -d @- "http://127.0.0.1:$port/api/posts" | sed 's/.*"id":"\([^"]*\)".*/\1/')
  api -o /dev/null -X POST "http://127.0.0.1:$port/api/posts/$id/publication"
done
sleep 3

echo "| one client | requests of the others | median ms | 99 % ms | longest ms | their answers | its answers |"
echo "|---|---|---|---|---|---|---|"
java -cp "$(ls benchmarks/target/benchmarks-*.jar)" org.vedette.benchmarks.clients.SlowClients \
  port="$port" seconds="$seconds" only="${2:-}"
