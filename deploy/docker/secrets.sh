#!/usr/bin/env bash
# Fills in each secret of .env that is empty, by 32 random bytes; what is there stays. Run it again after an upgrade: a
# secret that is new in .env.example is added.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."
umask 077
file=${1:-.env}

unfinished=$(mktemp "$file.XXXXXX")
trap 'rm -f -- "$unfinished" "$unfinished.new"' EXIT
cat -- "$file" >"$unfinished"
for name in $(sed -n -E 's/^([A-Z0-9_]+_(PASSWORD|KEY|SECRET)|KEY_[A-Z_]+)=$/\1/p' .env.example); do
    grep -q "^$name=" "$unfinished" || echo "$name=" >>"$unfinished"
    sed "s|^$name=\$|$name=$(head -c 32 /dev/urandom | base64)|" "$unfinished" >"$unfinished.new"
    mv -- "$unfinished.new" "$unfinished"
done
mv -- "$unfinished" "$file"
