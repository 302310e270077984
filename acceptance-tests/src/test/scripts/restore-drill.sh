#!/bin/bash
# Backs up a standalone suite, restores it elsewhere, then loses its store: what docs/operations/backup.md says, tried.
# Fails when something is not there that should be.
#   restore-drill.sh
# Build first: mvn -q -B package -Dmaven.test.skip -pl standalone -am. Settings: JAR, PORT (28180), MAIL_PORT (28125), JAVA.
set -euo pipefail

root=$(cd "$(dirname "$0")/../../../.." && pwd)
jar=${JAR:-$root/standalone/target/vedette/vedette.jar}
port=${PORT:-28180}
site=http://127.0.0.1:$port
work=$(mktemp -d)
pid=

finish() {
  [ -z "$pid" ] || kill -9 "$pid" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

say() { printf '\n== %s\n' "$*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }

# start DATA [VARIABLE=VALUE…]
start() {
  data=$1
  env VEDETTE_DATA="$data" VEDETTE_PORT="$port" VEDETTE_MAIL_PORT="${MAIL_PORT:-28125}" VEDETTE_DEMO=false "${@:2}" \
    "${JAVA:-java}" -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "$jar" >"$work/out" 2>&1 &
  pid=$!
  for _ in $(seq 240); do
    grep -q 'Ctrl+C' "$work/out" && return
    kill -0 "$pid" 2>/dev/null || fail "the suite has ended: $(cat "$work/out")"
    sleep 0.5
  done
  fail "the suite did not start: $(cat "$work/out")"
}

stop() {
  kill "$pid"
  wait "$pid" || true
  pid=
}

api() {
  curl -sS -m 30 -X "$1" -H "Authorization: Bearer $(cat "$data/editor-token")" -H "Content-Type: ${4:-application/json}" \
    ${3:+--data-binary "$3"} "$site$2"
}

draft() {
  api POST /api/posts "{\"title\": \"$1\", \"body\": \"Text.\", \"standfirst\": \"In short.\", \"bylines\": [{\"name\": \"Ada Example\", \"affiliation\": \"Example Labs\"}]}" |
    sed 's/.*"id":"\([^"]*\)".*/\1/'
}

publish() { api POST "/api/posts/$(draft "$1")/publication" '{}' >/dev/null; }

# shows TITLE: within twenty seconds
shows() {
  for _ in $(seq 40); do
    [[ $(curl -sS -m 10 "$site/") == *"$1"* ]] && { echo "the site shows \"$1\""; return; }
    sleep 0.5
  done
  fail "the site does not show \"$1\""
}

hides() { [[ $(curl -sS -m 10 "$site/") != *"$1"* ]] || fail "the site shows \"$1\""; }

say "A suite with a post, a draft and a subscriber"
start "$work/one"
publish "Before the backup"
kept=$(draft "A draft in between")
api POST '/api/subscribers/import?dryRun=false' $'address,state\nada@example.org,active\n' text/csv >/dev/null
shows "Before the backup"

say "Stop, copy, go on"
stop
cp -a "$work/one" "$work/backup"
start "$work/one"
publish "After the backup"
shows "After the backup"
stop

say "The backup in another directory"
cp -a "$work/backup" "$work/two"
start "$work/two"
shows "Before the backup"
hides "After the backup"
api GET "/api/posts/$kept" | grep -q "A draft in between" || fail "the draft is lost"
api POST '/api/subscribers/import?dryRun=true' $'address,state\nada@example.org,active\n' text/csv | tee "$work/report" >/dev/null
grep -q '"known":1' "$work/report" || fail "the subscriber is lost: $(cat "$work/report")"
publish "After the restore"
shows "After the restore"
stop

say "The first suite loses its store, and has its topic"
mv "$work/one/store" "$work/lost-store"
start "$work/one" VEDETTE_FEED_REBUILD=true
shows "Before the backup"
shows "After the backup"
[ "$(api GET "/api/posts/$kept" | grep -c '"status":404')" = 1 ] || fail "a draft came back from nowhere"
echo "the draft is lost, as disaster.md says"
stop
say "All of it was as the pages say"
