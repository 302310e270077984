#!/bin/bash
# Measures the feed service. Usage: benchmarks/feed-service.sh hot|cold|projection|search|live|all
# Each prints rows of the tables in benchmarks/README.md, which says what they mean and what can be set.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
topics="hot cold projection search live"

case " $topics all " in
  *" ${1:-} "*) ;;
  *) sed -n '2,3s/^# //p' "$0" >&2; exit 2 ;;
esac
[ "$1" = all ] || topics=$1
for topic in $topics; do
  bash "$here/feed-service/$topic.sh"
done
