#!/bin/sh
# How long the packaged suite takes to its first page and to its demo blog, and how much memory it holds when idle.
# Needs the build (mvn package) and curl. Usage: benchmarks/standalone-start.sh [seconds to idle]
set -eu
cd "$(dirname "$0")/.."
idle=${1:-60}
port=${VEDETTE_PORT:-18180}
mail_port=${VEDETTE_MAIL_PORT:-18125}
data=$(mktemp -d)
command=$(awk '/^## Run it/ {found = 1} found && /^```/ {if (inside) exit; inside = 1; next} inside' README.md)
java=$(printf '%s' "$command" | sed 's/.*&& *//')

measure() {
  started=$(date +%s%N)
  # shellcheck disable=SC2086
  VEDETTE_DATA=$data VEDETTE_PORT=$port VEDETTE_MAIL_PORT=$mail_port $java >"$data.out" 2>&1 &
  pid=$!
  until curl -sf -o /dev/null "http://127.0.0.1:$port/"; do
    kill -0 "$pid" 2>/dev/null || { cat "$data.out"; exit 1; }
    sleep 0.05
  done
  first=$(( ($(date +%s%N) - started) / 1000000 ))
  until grep -q 'Vedette is running' "$data.out"; do sleep 0.05; done
  ready=$(( ($(date +%s%N) - started) / 1000000 ))
  sleep "$idle"
  rss=$(awk '/^VmRSS/ {print int($2 / 1024)}' "/proc/$pid/status")
  echo "$1: first page after $first ms, ready after $ready ms, $rss MB resident after $idle s idle"
  stopping=$(date +%s%N)
  kill "$pid"
  wait "$pid" || true
  echo "$1: stopped within $(( ($(date +%s%N) - stopping) / 1000000 )) ms"
}

measure "first start"
measure "second start"
rm -rf "$data" "$data.out"
