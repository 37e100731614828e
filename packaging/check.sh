#!/usr/bin/env bash
# check.sh [RELEASE]: checks the packages by the tools of their kind, the sums, and that the list of files is complete.
. "$(dirname "$0")/common.sh"

cd "${1:-$release}"
sha256sum --check --quiet SHA256SUMS
[ "$(find . -maxdepth 1 -type f ! -name SHA256SUMS | wc -l)" = "$(wc -l <SHA256SUMS)" ] || fail "SHA256SUMS does not list every file"
lintian --allow-root --fail-on error,warning --tag-display-limit 0 ./*.deb
twine check --strict ./*.whl

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
archives=("libbattery-$version-linux-"*.tar.gz)
tar -xzf "${archives[0]}" --strip-components=4 --directory "$pages" "$(basename "${archives[0]}" .tar.gz)/share/man/man3"
find "$pages" -type f -exec mandoc -T lint -W warning {} +
say "the packages have no errors"
