#!/usr/bin/env bash
# archive.sh RID: makes libbattery-VERSION-RID.tar.gz, whose folder can be copied to any prefix.
. "$(dirname "$0")/common.sh"

tar_folder "$work/libbattery-$version-$1" "$release/libbattery-$version-$1.tar.gz"
