#!/bin/bash
# Fills the disk of a running standalone suite while posts are published, makes room again, and then cuts its store short.
# Shows what was answered and fails when something was lost or did not recover.
#   fill-disk.sh [DIRECTORY]     DIRECTORY: an empty one on a small file system of its own (64 to 512 MB). Without it a
#                                tmpfs of 96 MB is mounted, which takes root.
# Build first: mvn -q -B package -Dmaven.test.skip -pl standalone -am. Settings: JAR, PORT (28080), MAIL_PORT (28025), JAVA.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../../.." && pwd)
jar=${JAR:-$root/standalone/target/vedette/vedette.jar}
port=${PORT:-28080}
site=http://127.0.0.1:$port
work=$(mktemp -d)
disk=${1:-}
mounted=
pid=

finish() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  [ -z "$mounted" ] || { sleep 1; umount "$disk"; }
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

if [ -z "$disk" ]; then
  disk=$work/disk
  mkdir "$disk"
  mount -t tmpfs -o size=96m tmpfs "$disk"
  mounted=yes
fi
data=$disk/data

start() {
  VEDETTE_DATA=$data VEDETTE_PORT=$port VEDETTE_MAIL_PORT=${MAIL_PORT:-28025} VEDETTE_DEMO=false env "$@" \
    "${JAVA:-java}" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" >"$work/out" 2>&1 &
  pid=$!
  for _ in $(seq 240); do
    grep -q 'Ctrl+C' "$work/out" && return
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 0.5
  done
  fail "the suite did not start: $(cat "$work/out")"
}

stop() {
  kill "$pid"
  wait "$pid" || true
  pid=
}

# request METHOD PATH [BODY]: prints the status, Retry-After and the detail of a problem; leaves the body in $work/body
request() {
  local token=()
  [ -r "$data/editor-token" ] && token=(-H "Authorization: Bearer $(cat "$data/editor-token")")
  : >"$work/body" && : >"$work/head"
  curl -s -m 30 -o "$work/body" -D "$work/head" -X "$1" "${token[@]}" -H 'Content-Type: application/json' \
    ${3:+-d "$3"} "$site$2" || true
  status=$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$work/head")
  retry=$(tr -d '\r' <"$work/head" | sed -n 's/^[Rr]etry-[Aa]fter: //p')
  detail=$(sed -n 's/.*"detail":"\([^"]*\)".*/\1/p' "$work/body")
  echo "   $1 $2 -> ${status:-no answer}${retry:+, Retry-After: $retry}${detail:+ ($detail)}"
}

# publish SLUG: writes and publishes a post; sets $status to that of the last request
publish() {
  request POST /api/posts "{\"title\":\"$1\",\"slug\":\"$1\",\"body\":\"$(printf 'Words of %s. %.0s' "$1"{1..99})\",\"bylines\":[{\"name\":\"Ada Example\"}]}"
  [ "$status" = 201 ] || return 0
  request POST "/api/posts/$(sed -n 's/.*"id":"\([^"]*\)".*/\1/p' "$work/body")/publication"
}

# on_page SLUG: waits until readers see the post
on_page() {
  for _ in $(seq 60); do
    [ "$(curl -s -m 10 -o /dev/null -w '%{http_code}' "$site/posts/$1")" = 200 ] && return
    sleep 1
  done
  fail "the post $1 is not on the site"
}

reads() {
  for path in / /posts/before-1 '/search?q=words' /feeds/atom.xml; do
    request GET "$path"
    [ "$status" = 200 ] || fail "$path was answered $status while the disk was full"
  done
}

say "An empty disk: posts are published"
start
for n in 1 2 3; do publish before-$n; [ "$status" = 200 ] || fail "not published"; done
on_page before-3
sleep 35 # the broker writes its checkpoints half a minute after its start

for round in 1 2; do
  say "The disk is filled ($round)"
  dd if=/dev/zero of="$disk/fill" bs=1M 2>/dev/null || true
  df -k "$disk" | tail -1
  sleep 3
  publish "full-$round"
  [ "$status" = 503 ] || fail "a write was answered $status, not 503"
  [ -n "$retry" ] || fail "the 503 has no Retry-After"
  reads
  sleep 30
  publish "full-$round"
  [ "$status" = 503 ] || fail "a write was answered $status, not 503"
  reads

  say "There is room again ($round)"
  rm "$disk/fill"
  for _ in $(seq 60); do
    publish "after-$round"
    [ "$status" = 503 ] || break
    sleep 1
  done
  [ "$status" = 200 ] || fail "a write was answered $status after there was room"
  on_page "after-$round"
done

say "The disk fills up while posts are published without a pause"
published=()
megabytes=$(($(df -m "$disk" | awk 'END {print $4}') / 30 + 1))
for n in $(seq 40); do
  dd if=/dev/zero of="$disk/fill" bs=1M count=$megabytes oflag=append conv=notrunc 2>/dev/null || true
  publish "under-way-$n" >"$work/log"
  tail -1 "$work/log"
  [ "$status" != 200 ] || published+=("under-way-$n")
done
rm -f "$disk/fill"
for _ in $(seq 90); do
  kill -0 "$pid" 2>/dev/null || break
  publish last >"$work/log"
  [ "$status" = 200 ] && break
  sleep 1
done
if kill -0 "$pid" 2>/dev/null; then
  echo "   the suite runs on; published while the disk filled up: ${#published[@]}"
else
  echo "   the suite ended: $(tail -1 "$work/out")"
  start
fi
for slug in before-1 before-2 before-3 after-1 after-2 "${published[@]}"; do on_page "$slug"; done
echo "   every acknowledged post is on the site"

say "The store is cut to half its size while the suite is stopped"
stop
ls -l "$data/store"
cp -r "$data/store" "$work/store"
truncate -s $(($(stat -c %s "$data/store/vedette.mv") / 2)) "$data/store/vedette.mv"
start
if kill -0 "$pid" 2>/dev/null; then fail "the suite started on a store that was cut short"; fi
wait "$pid" && code=0 || code=$?
pid=
echo "   exit code $code: $(tail -1 "$work/out")"
[ "$code" = 1 ] || fail "the exit code is $code"

say "Without the store, the pages come back from Kafka"
mv "$data/store" "$work/damaged"
start VEDETTE_FEED_REBUILD=true
for slug in before-1 after-2; do on_page "$slug"; done
request GET /api/posts
stop

say "With the store from the backup, everything is there"
rm -r "$data/store"
mv "$work/store" "$data/store"
start
for slug in before-1 after-2 "${published[@]}"; do on_page "$slug"; done
request GET /api/posts
stop
say "All as it should be"
