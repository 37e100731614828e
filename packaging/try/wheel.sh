#!/usr/bin/env bash
# wheel.sh [RELEASE]: installs the wheel of this system in a new virtual environment, prints the batteries of a recording, and removes it.
. "$(dirname "$0")/../common.sh"

folder=${1:-$release}
place=$(mktemp -d)
# Windows removes no folder that a process is in.
trap 'cd "$root" && rm -rf "$place"' EXIT
unset BATTERY_LIBRARY PYTHONPATH
"$(find_python)" -m venv "$place"
python=$place/bin/python
[ -x "$python" ] || python=$place/Scripts/python.exe
cd "$place"
"$python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$folder" libbattery
"$python" -c 'import battery; print("version", battery.version(), battery.__file__)'
"$python" -m battery --recording "$root/tests/fixtures/linux/thinkpad-t480-dual/sys"
"$python" -m pip uninstall --quiet --yes libbattery
if "$python" -c 'import battery' 2>/dev/null; then
    fail "the package can still be imported after its removal"
fi
