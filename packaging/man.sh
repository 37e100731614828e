#!/usr/bin/env bash
# man.sh FOLDER: installs the manual pages with the date of the release, and a link for each further name of a page.
. "$(dirname "$0")/common.sh"

mkdir -p "$1"
date=$(date --utc --date="@$SOURCE_DATE_EPOCH" +%Y-%m-%d)
for page in "$root"/docs/man/*.3; do
    name=$(basename "$page")
    sed "s/@DATE@/$date/" "$page" >"$1/$name"
    # The line below '.SH NAME': battery\-waiting, battery_manager_wait \- what the page is about
    sed -n '/^\.SH NAME$/{n;s/ \\- .*//;s/\\-/-/g;s/, /\n/g;p}' "$page" | while read -r other; do
        [ "$other.3" = "$name" ] || ln -sf "$name" "$1/$other.3"
    done
done
