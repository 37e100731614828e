#!/usr/bin/env bash
# library.sh RID: tries the native library of this machine before it is packed: a program in C where there is a compiler, and Python.
. "$(dirname "$0")/../common.sh"

rid=$1
recording=$root/tests/fixtures/linux/thinkpad-t480-dual/sys
library=$libraries/$rid/lib/$(library_of "$rid")
python=$(find_python)
"$python" "$root/packaging/requirements.py" check "$library"
folder=$root
! has cygpath || folder=$(cygpath -w "$root")
! grep -qF "$folder" "$library" || fail "$library contains the path of the folder in which it was built"
export BATTERY_LIBRARY=$library PYTHONPATH=$root/bindings/python
"$python" -m battery --recording "$recording"

if [ "${rid#win}" = "$rid" ] && has cc; then
    place=$(mktemp -d)
    trap 'rm -rf "$place"' EXIT
    program=$place/battery_json
    cc "$root/examples/c/battery_json.c" -I"$libraries/$rid/include" -L"$libraries/$rid/lib" -lbattery -Wl,-rpath,"$libraries/$rid/lib" -o "$program"
    "$program" "$recording"
fi
