#!/usr/bin/env bash
# wheel.sh [RELEASE]: installs the wheel of this system in a new virtual environment, prints the batteries of a recording, and removes it.
. "$(dirname "$0")/../common.sh"

folder=${1:-$release}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
unset BATTERY_LIBRARY PYTHONPATH
"$(command -v python3.9 || command -v python3 || command -v python)" -m venv "$place"
python=$(ls "$place"/bin/python "$place"/Scripts/python.exe 2>/dev/null | head -1)
cd "$place"
"$python" -m pip install --quiet --disable-pip-version-check --no-index --find-links "$folder" libbattery
"$python" -c 'import battery; print("version", battery.version(), battery.__file__)'
"$python" -m battery --recording "$root/tests/fixtures/linux/thinkpad-t480-dual/sys"
"$python" -m pip uninstall --quiet --yes libbattery
if "$python" -c 'import battery' 2>/dev/null; then
    fail "the package can still be imported after its removal"
fi
