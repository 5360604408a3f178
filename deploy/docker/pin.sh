#!/usr/bin/env bash
# Writes behind each tag of a foreign image, in docker-compose.yml and the Dockerfile, the digest that the tag has today. What
# was tested is then what runs, whoever moves the tag. The workflow "digests" proposes the change each week.
set -euo pipefail
cd -- "${1:-$(dirname -- "${BASH_SOURCE[0]}")/../..}"

files="docker-compose.yml deploy/docker/Dockerfile"
image='[a-z0-9][a-z0-9./_-]*:[A-Za-z0-9._-]+'
tagged=$(sed -n -E "s,^( *image: |FROM |ARG JAVA_IMAGE=)($image)(@sha256:[0-9a-f]+)?( AS .*)?\$,\2,p" $files | sort -u)
for name in $tagged; do
    digest=$(docker buildx imagetools inspect "$name" --format '{{.Manifest.Digest}}')
    case $digest in
        sha256:*) ;;
        *) echo "$name has no digest: $digest" >&2 && exit 1 ;;
    esac
    for file in $files; do
        sed -E "s,^( *image: |FROM |ARG JAVA_IMAGE=)(${name//./\\.})(@sha256:[0-9a-f]+)?( AS .*)?\$,\1\2@$digest\4," "$file" >"$file.new"
        cat "$file.new" >"$file"
        rm "$file.new"
    done
done
