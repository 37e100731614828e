"""Prints the batteries: python -m battery."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import List, Optional

from . import BatteryError, Manager, MetricFormat, Snapshot, load, version


def main(arguments: Optional[List[str]] = None) -> int:
    """Runs the command line; 1 if the batteries cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m battery", description="Prints the batteries of this machine, or of a recording.")
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--recording", metavar="PATH", help="read a recording instead of this machine")
    source.add_argument("--sysfs-root", metavar="PATH", help="read this directory instead of /sys (Linux)")
    parser.add_argument("--peripherals", action="store_true", help="also list the batteries of mice, headsets and the like (Linux)")
    output = parser.add_mutually_exclusive_group()
    output.add_argument("--json", action="store_true", help="print all known values, a line of JSON for each battery")
    output.add_argument("--prometheus", action="store_true", help="print all known values in the text format of Prometheus")
    output.add_argument("--version", action="store_true", help="print the version of the native library")
    options = parser.parse_args(arguments)
    try:
        load()
        if options.version:
            print(version())
            return 0
        with Manager(options.sysfs_root, options.peripherals, options.recording) as manager:
            if options.json or options.prometheus:
                text = manager.format(MetricFormat.JSON if options.json else MetricFormat.PROMETHEUS)
            else:
                text = "".join(f"{_line(one)}\n" for one in manager)
    except BatteryError as error:
        print(f"battery: {error}", file=sys.stderr)
        return 1
    if isinstance(sys.stdout, io.TextIOWrapper):
        if options.json or options.prometheus:
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        else:
            # A question mark for a character that the terminal does not have.
            sys.stdout.reconfigure(errors="replace")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except OSError as error:
        # The rest is dropped: Python would report it again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"battery: cannot write the output: {error.strerror}", file=sys.stderr)
        return 1
    if not text:
        print("battery: no battery was found", file=sys.stderr)
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


if __name__ == "__main__":
    sys.exit(main())
