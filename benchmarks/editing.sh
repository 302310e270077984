#!/bin/sh
# What editors of the packaged suite wait for, with many posts in its embedded store. Needs the build and curl.
# Usage: benchmarks/editing.sh [posts] [seconds]
set -eu
cd "$(dirname "$0")/.."
port=${VEDETTE_PORT:-18580}
data=$(mktemp -d)

VEDETTE_DATA=$data VEDETTE_PORT=$port VEDETTE_MAIL_PORT=${VEDETTE_MAIL_PORT:-18581} VEDETTE_DEMO=false \
  VEDETTE_GATEWAY_LIMITS_ENABLED=false \
  java -Xmx"${VEDETTE_BENCH_HEAP:-3g}" -XX:+UseSerialGC -jar standalone/target/vedette/vedette.jar >"$data.out" 2>&1 &
pid=$!
trap 'kill "$pid" 2>/dev/null; wait "$pid" || true; rm -rf "$data" "$data.out"' EXIT
until grep -q 'Vedette is running' "$data.out"; do
  kill -0 "$pid" || { cat "$data.out"; exit 1; }
  sleep 0.5
done

echo "| what | median or rate | 95 % |"
echo "|---|---|---|"
java -Xmx1g -cp "$(ls benchmarks/target/benchmarks-*.jar):$(cat benchmarks/target/classpath)" org.vedette.benchmarks.editing.EditorRequests \
  site="http://127.0.0.1:$port" token="$data/editor-token" posts="${1:-100000}" seconds="${2:-10}"
