#!/bin/bash
# Lets a real upowerd record a battery of a mocked sysfs in two runs: discharging at 80 %, then charging at 78 %.
# Usage: upowerd.sh FOLDER; the history is in FOLDER/history. The daemon reads the battery 30 s after its start, and writes when it ends.
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

    # shellcheck disable=SC2016 # The inner shell expands them.
    umockdev-run --device "$folder/battery.umockdev" -- sh -c 'echo $$ > "$1/pid"; exec /usr/libexec/upowerd 2> "$1/messages"' sh "$folder" &
    local run=$! i
    # The daemon itself says when it has the reading: no fixed time fits a busy machine.
    for ((i = 0; i < 300; i++)); do
        if LC_ALL=C upower -i /org/freedesktop/UPower/devices/battery_BAT0 2>/dev/null | grep -q "$(printf '\t%s.000\t' "$2")"; then
            break
        fi
        sleep 1
    done
    # It writes after the signal: only its end, and not the signal, says that the files are there.
    kill "$(cat "$folder/pid")"
    wait "$run" || true
    if ((i == 300)); then
        echo "upowerd had no reading of $2 % after 300 s. Its messages:" >&2
        cat "$folder/messages" >&2
        exit 1
    fi
}

record Discharging 80 40000000 9500000
record Charging 78 39000000 20000000
