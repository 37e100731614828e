"""What this machine's batteries are doing, by libbattery.

    import battery

    with battery.Manager() as manager:
        for one in manager:
            print(one.name, one.percentage, one.state)

The library is taken from the environment variable BATTERY_LIBRARY, or from ``battery.load(path)``.
A value that is not known is None. Snapshots are plain objects: nothing in them needs to be closed.
"""

from __future__ import annotations

import ctypes
import datetime
import enum
import math
import os
from dataclasses import dataclass
from typing import Iterator, Optional

from _declarations import Info, Options, declare

__all__ = ["BatteryError", "ExternalPower", "Manager", "Snapshot", "State", "load"]

UINT32_MAX = 0xFFFFFFFF

_library: Optional[ctypes.CDLL] = None


class State(enum.IntEnum):
    """What a battery is doing."""

    UNKNOWN = 0
    CHARGING = 1
    DISCHARGING = 2
    EMPTY = 3
    FULL = 4
    NOT_CHARGING = 5


class ExternalPower(enum.IntEnum):
    """Whether the machine is fed from outside."""

    UNKNOWN = 0
    OFFLINE = 1
    ONLINE = 2


class BatteryError(Exception):
    """A call of libbattery failed. ``code`` is a ``battery_error`` of battery.h."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Snapshot:
    """One battery at one moment. Units: %, Wh, W, V, degrees Celsius, Ah, A, seconds."""

    name: str
    kind: int
    scope: int
    state: State
    technology: int
    capacity_level: int
    percentage: Optional[float]
    energy_wh: Optional[float]
    energy_full_wh: Optional[float]
    energy_full_design_wh: Optional[float]
    energy_rate_w: Optional[float]
    voltage_v: Optional[float]
    temperature_c: Optional[float]
    state_of_health_percent: Optional[float]
    cycle_count: Optional[int]
    time_to_full_s: Optional[float]
    time_to_empty_s: Optional[float]
    charge_start_threshold_percent: Optional[float]
    charge_end_threshold_percent: Optional[float]
    charge_ah: Optional[float]
    charge_full_ah: Optional[float]
    charge_full_design_ah: Optional[float]
    current_a: Optional[float]
    manufacture_date: Optional[datetime.date]
    vendor: Optional[str]
    model: Optional[str]
    serial_number: Optional[str]


def load(path: str) -> None:
    """Loads the library from a path, for the whole process."""
    global _library
    _library = declare(ctypes.CDLL(os.path.abspath(path)))


class Manager:
    """The batteries of a machine. Iterating finds and reads those that are there now."""

    def __init__(self, sysfs_root: Optional[str] = None, peripherals: bool = False) -> None:
        """Opens this machine's batteries, or those of a tree in place of /sys; peripherals' too where asked."""
        if _library is None:
            path = os.environ.get("BATTERY_LIBRARY")
            if not path:
                raise BatteryError(-3, "libbattery is not loaded: set BATTERY_LIBRARY to its path, or call battery.load(path)")
            load(path)
        self._handle: Optional[int] = None
        root = None if sysfs_root is None else os.fsencode(sysfs_root)
        options = Options(ctypes.sizeof(Options), 3 if peripherals else 1, root)
        self._handle = _check(_library.battery_manager_new_with(ctypes.byref(options)))

    def __enter__(self) -> Manager:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the manager. Doing it twice is no error."""
        _library.battery_manager_free(self._handle)
        self._handle = None

    @property
    def external_power(self) -> ExternalPower:
        """Whether the machine is fed from outside."""
        power = ExternalPower(_library.battery_manager_external_power(self._handle))
        _raise_last_error()
        return power

    def __iter__(self) -> Iterator[Snapshot]:
        iterator = _check(_library.battery_manager_iter(self._handle))
        try:
            while handle := _library.battery_iterator_next(iterator):
                try:
                    snapshot = _read(handle)
                finally:
                    _library.battery_free(handle)
                yield snapshot
            _raise_last_error()
        finally:
            _library.battery_iterator_free(iterator)


def _read(handle: int) -> Snapshot:
    info = Info()
    if _library.battery_get_info(handle, ctypes.byref(info), ctypes.sizeof(info)) != 0:
        _raise_last_error()
    values = {name: getattr(info, name) for name, _ in Info._fields_ if name not in ("present", "reserved")}
    for name, value in values.items():
        if isinstance(value, float) and math.isnan(value):
            values[name] = None
    date = info.manufacture_date
    values["cycle_count"] = None if info.cycle_count == UINT32_MAX else info.cycle_count
    values["manufacture_date"] = (
        None if date == UINT32_MAX else datetime.date(date // 10000, date // 100 % 100, date % 100)
    )
    values["state"] = State(info.state)
    for name in ("name", "vendor", "model", "serial_number"):
        values[name] = _text(getattr(_library, f"battery_get_{name}")(handle))
    return Snapshot(**values)


def _text(pointer: Optional[int]) -> Optional[str]:
    if not pointer:
        return None
    try:
        return ctypes.string_at(pointer).decode("utf-8")
    finally:
        _library.battery_str_free(pointer)


def _check(handle: Optional[int]) -> int:
    if not handle:
        _raise_last_error()
    return handle


def _raise_last_error() -> None:
    code = _library.battery_last_error_code()
    if code != 0:
        buffer = ctypes.create_string_buffer(max(1, _library.battery_last_error_length()))
        _library.battery_last_error_message(buffer, len(buffer))
        raise BatteryError(code, buffer.value.decode("utf-8"))
