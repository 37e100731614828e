#!/usr/bin/env bash
# tag.sh TAG [CHANGELOG]: checks that a tag is that of the version, and that the first section of the changelog, which becomes the notes
# of the release, is that of the version too.
. "$(dirname "$0")/common.sh"

[ "$1" = "v$version" ] || fail "the tag is $1, and the version in Directory.Build.props is $version; change one of them"
section=$(grep --max-count=1 '^## ' "${2:-$root/CHANGELOG.md}")
[[ $section =~ ^'## '\[$version\]' - '[0-9]{4}-[0-9]{2}-[0-9]{2}$ ]] ||
    fail "the changelog begins with '$section'; give the section the version and the date: '## [$version] - YYYY-MM-DD'"
