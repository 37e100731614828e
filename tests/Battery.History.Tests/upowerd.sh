#!/bin/bash
# Lets a real upowerd record a battery of a mocked sysfs in two runs: discharging at 80 %, then charging at 78 %.
# Usage: upowerd.sh FOLDER; the history is in FOLDER/history. The daemon reads the battery every 30 s, and writes when it ends.
set -eu
folder=$1
mkdir -p "$folder/history"
cat > "$folder/bus.conf" <<EOF
<busconfig><type>system</type><listen>unix:path=$folder/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
EOF
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$folder/bus UPOWER_HISTORY_DIR=$folder/history
dbus-daemon --config-file="$folder/bus.conf" --nofork 2>/dev/null &
bus=$!
trap 'kill $bus' EXIT

record() {
    printf '%s\n' 'P: /devices/virtual/power_supply/BAT0' 'E: SUBSYSTEM=power_supply' 'A: type=Battery\n' 'A: present=1\n' "A: status=$1\\n" \
        'A: technology=Li-ion\n' 'A: model_name=MOCK 50\n' 'A: serial_number=12 34\n' 'A: energy_full=50000000\n' 'A: energy_full_design=57000000\n' \
        "A: energy_now=$3\\n" "A: power_now=$4\\n" 'A: voltage_now=12000000\n' "A: capacity=$2\\n" '' > "$folder/battery.umockdev"

    # On a busy machine the first reading can be late.
    for ((i = 0; i < 4; i++)); do
        timeout --signal=TERM 40 umockdev-run --device "$folder/battery.umockdev" -- /usr/libexec/upowerd || true
        if grep -q "$(printf '\t%s.000\t' "$2")" "$folder"/history/history-charge-*.dat; then
            return
        fi
    done
    echo "upowerd recorded nothing" >&2
    exit 1
}

record Discharging 80 40000000 9500000
record Charging 78 39000000 20000000
