"""Prints the nanoseconds that psutil takes to read a battery of a sysfs tree: one number a round."""
import sys
import time

import psutil._pslinux

root, rounds, readings = sys.argv[1], int(sys.argv[2]), 500
psutil._pslinux.POWER_SUPPLY_PATH = root + "/class/power_supply"
if psutil._pslinux.sensors_battery() is None:
    sys.exit("psutil finds no battery")
for _ in range(rounds):
    start = time.perf_counter_ns()
    for _ in range(readings):
        psutil._pslinux.sensors_battery()
    print((time.perf_counter_ns() - start) / readings)
