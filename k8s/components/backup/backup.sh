#!/bin/bash
# Dumps each database of the suite into a compressed archive, all in one directory, and keeps the newest seven directories. It gets its
# name when it is complete and each archive is whole.
set -euo pipefail
cd "${BACKUP_DIRECTORY:-/backup}"
databases=(vedette_posts vedette_notifications vedette_gateway vedette_feed)
target=vedette-$(date -u +%Y%m%dT%H%M%SZ)
# By a file, so that the password is no argument that others can see.
config=$(mktemp)
trap 'rm -rf "$target.part" "$config"' EXIT
printf 'uri: "%s"\n' "${VEDETTE_BACKUP_MONGODB:?the address of MongoDB}" >"$config"
options=(--config="$config" --quiet)
[ -z "${VEDETTE_BACKUP_CA:-}" ] || options+=(--sslCAFile="$VEDETTE_BACKUP_CA")
mkdir "$target.part"
for database in "${databases[@]}"; do
  mongodump "${options[@]}" --db="$database" --gzip --archive="$target.part/$database.archive.gz"
  gzip -t "$target.part/$database.archive.gz"
  # Reads the head of the archive, not what is in it.
  mongorestore "${options[@]}" --dryRun --gzip --archive="$target.part/$database.archive.gz"
done
mv "$target.part" "$target"
find . -maxdepth 1 -name 'vedette-*Z' | sort | head -n "-${BACKUP_KEEP:-7}" | xargs -r rm -r --
echo "backup: $target, $(du -sk "$target" | cut -f 1) KB"
