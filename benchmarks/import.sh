#!/bin/sh
# How fast posts are imported into the packaged suite with its embedded store, exported, and restored into an empty one. Needs the build.
# Usage: benchmarks/import.sh [posts] [pictures]
set -eu
cd "$(dirname "$0")/.."
port=${VEDETTE_PORT:-18580}
directory=$(mktemp -d)
pid=
trap 'test -z "$pid" || { kill "$pid" 2>/dev/null; wait "$pid" || true; }; rm -rf "$directory"' EXIT

start() {
  VEDETTE_DATA=$directory/$1 VEDETTE_PORT=$port VEDETTE_MAIL_PORT=${VEDETTE_MAIL_PORT:-18581} VEDETTE_DEMO=false \
    VEDETTE_GATEWAY_LIMITS_ENABLED=false VEDETTE_IMPORTS_MAXBYTES=2GB VEDETTE_IMPORTS_MAXREQUEST=2GB \
    java -Xmx"${VEDETTE_BENCH_HEAP:-1g}" -XX:+UseSerialGC -jar standalone/target/vedette/vedette.jar >"$directory/$1.out" 2>&1 &
  pid=$!
  until grep -q 'Vedette is running' "$directory/$1.out"; do
    kill -0 "$pid" || { cat "$directory/$1.out"; exit 1; }
    sleep 0.5
  done
}

measure() {
  java -Xmx512m -cp "$(ls benchmarks/target/benchmarks-*.jar):$(cat benchmarks/target/classpath)" \
    org.vedette.benchmarks.editing.BlogImport site="http://127.0.0.1:$port" token="$directory/$1/editor-token" \
    export="$directory/export.zip" what="$2" posts="$posts" pictures="$pictures"
}

posts=${1:-10000}
pictures=${2:-0}
echo "| what | rate | seconds |"
echo "|---|---|---|"
start first
measure first import
kill "$pid"; wait "$pid" || true; pid=
start second
measure second restore
