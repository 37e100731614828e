"""Prints the batteries and adapters of a machine for Prometheus, or the batteries as JSON, a line for each.

usage: metrics.py prometheus|json [[--recording] <sysfs root, or recording>]
"""

import sys

import battery


def main() -> int:
    formats = {"prometheus": battery.MetricFormat.PROMETHEUS, "json": battery.MetricFormat.JSON}
    recording = sys.argv[2:3] == ["--recording"]
    machine = {"recording" if recording else "sysfs_root": path for path in sys.argv[2 + recording:]}
    if sys.argv[1:2] and sys.argv[1] in formats and len(sys.argv) <= 3 + recording:
        try:
            with battery.Manager(**machine, peripherals=True) as manager:
                sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # both formats are
                sys.stdout.write(manager.format(formats[sys.argv[1]]))
            return 0
        except battery.BatteryError as error:
            print(f"metrics: {error}", file=sys.stderr)
            return 1
    print("usage: metrics.py prometheus|json [[--recording] <sysfs root, or recording>]", file=sys.stderr)
    return 64


if __name__ == "__main__":
    sys.exit(main())
