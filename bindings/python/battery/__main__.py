"""Prints the batteries: python -m battery."""

from __future__ import annotations

import argparse
import dataclasses
import datetime
import enum
import json
import sys
from typing import Any, List, Optional

from . import BatteryError, Manager, Snapshot, load, version


def main(arguments: Optional[List[str]] = None) -> int:
    """Runs the command line; 1 if the batteries cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m battery", description="Prints the batteries of this machine, or of a recording.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--recording", metavar="PATH", help="read a recording instead of this machine")
    source.add_argument("--sysfs-root", metavar="PATH", help="read this directory instead of /sys (Linux)")
    parser.add_argument("--peripherals", action="store_true", help="also list the batteries of mice, headsets and the like (Linux)")
    parser.add_argument("--json", action="store_true", help="print all values, as JSON; null is unknown")
    parser.add_argument("--version", action="store_true", help="print the version of the native library")
    options = parser.parse_args(arguments)
    try:
        load()
        if options.version:
            print(version())
            return 0
        with Manager(options.sysfs_root, options.peripherals, options.recording) as manager:
            batteries = list(manager)
    except BatteryError as error:
        print(f"battery: {error}", file=sys.stderr)
        return 1
    print(json.dumps([_values(one) for one in batteries], indent=2) if options.json else "\n".join(_line(one) for one in batteries))
    return 0


def _line(one: Snapshot) -> str:
    parts = [
        one.name, _charge(one), one.power_flow.name.lower().replace("_", " "),
        "" if one.energy_rate_w is None else f"{one.energy_rate_w:.1f} W", one.model or "",
    ]
    return "  ".join(part for part in parts if part)


def _charge(one: Snapshot) -> str:
    """The percentage; the level of a battery that reports no percentage, as those of many controllers."""
    if one.percentage is not None:
        return f"{one.percentage:.0f} %"
    return one.capacity_level.name.lower() if one.capacity_level else ""


def _values(one: Snapshot) -> dict[str, Any]:
    return {field.name: _plain(getattr(one, field.name)) for field in dataclasses.fields(one) if field.name != "status"}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value.isoformat()
    return value.name.lower() if isinstance(value, enum.IntEnum) else int(value) if isinstance(value, enum.IntFlag) else value


if __name__ == "__main__":
    sys.exit(main())
