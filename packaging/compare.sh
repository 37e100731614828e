#!/usr/bin/env bash
# compare.sh [RID...]: builds the release twice, in two clones of the last commit whose paths differ, and compares the packages byte by
# byte. It ends with 1 if one differs. The packages stay in artifacts/compare.
. "$(dirname "$0")/common.sh"

place=$root/artifacts/compare
rm -rf "$place"
mkdir -p "$place"
for name in one another/with/a/longer/path; do
    git clone --quiet "$root" "$place/$name"
    (cd "$place/$name" && packaging/build.sh "$@")
    mkdir "$place/$name.release"
    mv "$place/$name/artifacts/release" "$place/$name.release/"
    rm -rf "${place:?}/$name"
done
"$root/packaging/same.sh" "$place/one.release/release" "$place/another/with/a/longer/path.release/release"
