"""Prints the batteries and the adapters of a machine as JSON. Values that are unknown are null.

usage: battery_json.py [--recording] <sysfs root, or recording>
"""

import dataclasses
import datetime
import enum
import json
import sys
from typing import Union

import battery


def main() -> int:
    recording = sys.argv[1:2] == ["--recording"]
    if len(sys.argv) != 2 + recording:
        print("usage: battery_json.py [--recording] <sysfs root, or recording>", file=sys.stderr)
        return 64
    machine = {"recording" if recording else "sysfs_root": sys.argv[-1]}
    try:
        with battery.Manager(**machine, peripherals=True) as manager:
            power = manager.external_power.name.lower()
            batteries = [plain(snapshot) for snapshot in manager]
            adapters = [plain(adapter) for adapter in manager.adapters]
    except battery.BatteryError as error:
        print(f"battery_json: {error}", file=sys.stderr)
        return 1
    json.dump({"external_power": power, "batteries": batteries, "adapters": adapters}, sys.stdout, indent=1)
    print()
    return 0


def plain(one: Union[battery.Snapshot, battery.Adapter]) -> dict:
    values = dataclasses.asdict(one)
    values.pop("status", None)
    for name, value in values.items():
        if isinstance(value, enum.IntFlag):
            values[name] = [word(member) for member in type(value) if member & value] or None
        elif isinstance(value, enum.IntEnum):
            values[name] = word(value) if value else None
        elif isinstance(value, datetime.date):
            values[name] = value.isoformat()
    return values


def word(member: enum.Enum) -> str:
    return member.name.lower().replace("_", "-")


if __name__ == "__main__":
    sys.exit(main())
