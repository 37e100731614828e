"""Prints what libbattery says of a machine as JSON, in the shape of a fixture's expected.json.

usage: battery_json.py <sysfs root>
"""

import dataclasses
import json
import sys

import battery

TECHNOLOGIES = [
    None, "lithium-ion", "lead-acid", "lithium-polymer", "nickel-metal-hydride", "nickel-cadmium", "nickel-zinc",
    "lithium-iron-phosphate", "rechargeable-alkaline-manganese", "lithium-manganese",
]
LEVELS = [None, "critical", "low", "normal", "high", "full"]
KINDS = [None, "battery", "ups"]
SCOPES = [None, "system", "peripheral"]


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: battery_json.py <sysfs root>", file=sys.stderr)
        return 64
    try:
        with battery.Manager(sys.argv[1], peripherals=True) as manager:
            power = manager.external_power.name.lower()
            batteries = [plain(snapshot) for snapshot in manager]
    except battery.BatteryError as error:
        print(f"battery_json: {error}", file=sys.stderr)
        return 1
    json.dump({"external_power": power, "batteries": batteries}, sys.stdout, indent=1)
    print()
    return 0


def plain(snapshot: battery.Snapshot) -> dict:
    values = dataclasses.asdict(snapshot)
    values["state"] = snapshot.state.name.lower().replace("_", "-")
    values["kind"] = KINDS[snapshot.kind]
    values["scope"] = SCOPES[snapshot.scope]
    values["technology"] = TECHNOLOGIES[snapshot.technology]
    values["capacity_level"] = LEVELS[snapshot.capacity_level]
    values["manufacture_date"] = snapshot.manufacture_date and snapshot.manufacture_date.isoformat()
    return values


if __name__ == "__main__":
    sys.exit(main())
