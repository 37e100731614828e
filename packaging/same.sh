#!/usr/bin/env bash
# same.sh FIRST SECOND: compares the packages of two builds byte by byte. It lists every file and ends with 1 if one differs or is
# missing. Where diffoscope is installed, it writes what differs to stderr.
. "$(dirname "$0")/common.sh"

first=$1
second=$2
[ "$(ls "$first")" = "$(ls "$second")" ] || fail "the builds made different files: $(diff <(ls "$first") <(ls "$second") | tr '\n' ' ')"

differ=0
for file in "$first"/*; do
    name=$(basename "$file")
    if cmp --silent "$file" "$second/$name"; then
        echo "same    $name"
    else
        echo "differs $name"
        differ=1
        ! has diffoscope || diffoscope "$file" "$second/$name" --max-report-size 20000 >&2 || true
    fi
done
exit $differ
