#!/usr/bin/env bash
# compare.sh [RID...]: builds the release twice, in two clones of the last commit whose paths differ, and compares the packages byte by
# byte. It lists the files that differ and ends with 1 if there are any. The packages stay in artifacts/compare.
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
first=$place/one.release/release
second=$place/another/with/a/longer/path.release/release
[ "$(ls "$first")" = "$(ls "$second")" ] || fail "the builds made different files: $(diff <(ls "$first") <(ls "$second") | tr '\n' ' ')"

differ=0
for file in "$first"/*; do
    name=$(basename "$file")
    if cmp --silent "$file" "$second/$name"; then
        echo "same    $name"
    else
        echo "differs $name"
        differ=1
        ! has diffoscope || diffoscope "$file" "$second/$name" --max-report-size 20000 || true
    fi
done
exit $differ
