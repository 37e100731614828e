#!/usr/bin/env bash
# wheel.sh RID: makes the wheel of the Python package. The oldest system in its name is measured from the library.
. "$(dirname "$0")/common.sh"

cd "$root/bindings/python/backend"
address=$(property_of_library ProjectAddress)
BATTERY_LIBRARY=$work/libbattery-$version-$1/lib/$(library_of "$1") BATTERY_NOTICES=$work/THIRD-PARTY-NOTICES.txt BATTERY_ADDRESS=$address \
    PYTHONDONTWRITEBYTECODE=1 python3 -c 'import sys, battery_build; battery_build.build_wheel(sys.argv[1])' "$release"
