"""What this machine's batteries are doing, by libbattery.

    import battery

    with battery.Manager() as manager:
        for one in manager:
            print(one.name, one.percentage, one.state)

The library is found where the system keeps libraries, or at the path in the environment variable BATTERY_LIBRARY, or is
given with ``battery.load(path)``. A value that is not known is None, and ``status`` says why. Snapshots are plain
objects: nothing in them needs to be closed.
"""

from __future__ import annotations

import ctypes
import datetime
import math
import os
import sys
from dataclasses import dataclass
from typing import Any, Dict, Iterator, Optional

from ._declarations import (
    ABI_VERSION, CapacityLevel, Error, ExternalPower, Field, Info, Kind, ManagerOptions, RecordingSaving, Scope, Scopes, State,
    Technology, ValueStatus, declare,
)

__all__ = [
    "BatteryError", "CapacityLevel", "Error", "ExternalPower", "Field", "Kind", "Manager", "Scope", "Snapshot", "State",
    "Technology", "ValueStatus", "load", "version",
]

_UINT32_MAX = 0xFFFFFFFF
_NAMES = {"win32": "battery.dll", "darwin": "libbattery.dylib"}

_library: Optional[ctypes.CDLL] = None


class BatteryError(Exception):
    """A call of libbattery failed; ``code`` says how."""

    def __init__(self, code: Error, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Snapshot:
    """One battery at one moment. Units: %, Wh, W, V, degrees Celsius, Ah, A, seconds."""

    name: str
    kind: Kind
    scope: Scope
    state: State
    technology: Technology
    capacity_level: CapacityLevel
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

    status: Dict[Field, ValueStatus]
    """For each value: present, or why it is not known."""


def load(path: Optional[str] = None) -> None:
    """Loads the library, for the whole process: from a path, else from BATTERY_LIBRARY, else from the system."""
    global _library
    name = path or os.environ.get("BATTERY_LIBRARY")
    try:
        library = ctypes.CDLL(os.path.abspath(name) if name else _NAMES.get(sys.platform, f"libbattery.so.{ABI_VERSION}"))
    except OSError as error:
        raise BatteryError(
            Error.NOT_FOUND, f"cannot load libbattery: {error}; set BATTERY_LIBRARY to its path, or call battery.load(path)"
        ) from error
    declare(library)
    if library.battery_abi_version() != ABI_VERSION:
        raise BatteryError(
            Error.NOT_SUPPORTED,
            f"libbattery {library.battery_version().decode()} has ABI {library.battery_abi_version()}; this package needs {ABI_VERSION}",
        )
    _library = library


def version() -> str:
    """The library's version."""
    return str(_lib().battery_version(), "utf-8")


class Manager:
    """The batteries of a machine. Iterating finds and reads those that are there now."""

    def __init__(
        self, sysfs_root: Optional[str] = None, peripherals: bool = False, recording: Optional[str] = None
    ) -> None:
        """Opens this machine's batteries, those of a tree in place of /sys, or a recording's; peripherals' too where asked."""
        self._handle: Optional[int] = None
        options = ManagerOptions(
            size=ctypes.sizeof(ManagerOptions),
            scopes=Scopes.ALL if peripherals else Scopes.SYSTEM,
            sysfs_root=None if sysfs_root is None else os.fsencode(sysfs_root),
            recording=None if recording is None else os.fsencode(recording),
        )
        self._handle = _check(_lib().battery_manager_new_with(ctypes.byref(options)))

    def __enter__(self) -> Manager:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __del__(self) -> None:
        if self._handle and _library:
            self.close()

    def close(self) -> None:
        """Ends the manager, and the waits of other threads. Doing it twice is no error."""
        _lib().battery_manager_free(self._handle)
        self._handle = None

    @property
    def external_power(self) -> ExternalPower:
        """Whether the machine is fed from outside."""
        power = ExternalPower(_lib().battery_manager_external_power(self._handle))
        _raise_last_error()
        return power

    @property
    def adapter_power_w(self) -> Optional[float]:
        """The power that the adapter in use can give; None where none is in use or the system does not say."""
        milliwatts = _lib().battery_manager_get_adapter_power(self._handle)
        if milliwatts != _UINT32_MAX:
            return milliwatts / 1000
        if _lib().battery_last_error_code() != Error.UNKNOWN_VALUE:
            _raise_last_error()
        return None

    def save_recording(self, path: str, overwrite: bool = False, serial_numbers: bool = False) -> None:
        """Saves what the machine says of its power supplies, for another to read; serial numbers masked unless kept."""
        saving = (RecordingSaving.OVERWRITE if overwrite else 0) | (RecordingSaving.SERIAL_NUMBERS if serial_numbers else 0)
        _count(_lib().battery_manager_save_recording(self._handle, os.fsencode(path), saving))

    @property
    def has_events(self) -> bool:
        """Whether the system announces changes here; where not, ``wait`` looks again every few seconds."""
        return _count(_lib().battery_manager_has_events(self._handle)) == 1

    def wait(self, timeout: Optional[float] = None) -> bool:
        """Waits until something changes, or until the time (seconds) is up or another thread calls ``wake``.

        Ctrl+C is seen when the wait ends: in the main thread, wait in turns of a second or so.
        """
        milliseconds = -1 if timeout is None else min(int(timeout * 1000), 0x7FFFFFFF)
        return _count(_lib().battery_manager_wait(self._handle, milliseconds)) == 1

    def wake(self) -> None:
        """Ends the waits of other threads; where there is none, the next one."""
        _count(_lib().battery_manager_wake(self._handle))

    def __iter__(self) -> Iterator[Snapshot]:
        iterator = _check(_lib().battery_manager_iter(self._handle))
        try:
            while handle := _lib().battery_iterator_next(iterator):
                try:
                    snapshot = _read(handle)
                finally:
                    _lib().battery_free(handle)
                yield snapshot
            _raise_last_error()
        finally:
            _lib().battery_iterator_free(iterator)


def _lib() -> ctypes.CDLL:
    if _library is None:
        load()
    assert _library is not None
    return _library


def _read(handle: int) -> Snapshot:
    info = Info()
    _count(_lib().battery_get_info(handle, ctypes.byref(info), ctypes.sizeof(info)))
    date = info.manufacture_date
    values: Dict[str, Any] = {name: getattr(info, name) for name, kind in Info._fields_ if kind is ctypes.c_double}
    values = {name: None if math.isnan(value) else value for name, value in values.items()}
    for name in ("name", "vendor", "model", "serial_number"):
        values[name] = _text(getattr(_lib(), f"battery_get_{name}")(handle))
    return Snapshot(
        **values,
        kind=Kind(info.kind),
        scope=Scope(info.scope),
        state=State(info.state),
        technology=Technology(info.technology),
        capacity_level=CapacityLevel(info.capacity_level),
        cycle_count=None if info.cycle_count == _UINT32_MAX else info.cycle_count,
        manufacture_date=None if date == _UINT32_MAX else datetime.date(date // 10000, date // 100 % 100, date % 100),
        status={field: ValueStatus(_lib().battery_field_status(handle, field)) for field in Field},
    )


def _text(pointer: Optional[int]) -> Optional[str]:
    if not pointer:
        return None
    try:
        return ctypes.string_at(pointer).decode("utf-8")
    finally:
        _lib().battery_str_free(pointer)


def _check(handle: Optional[int]) -> int:
    if not handle:
        _raise_last_error()
    assert handle
    return handle


def _count(result: int) -> int:
    if result < 0:
        _raise_last_error()
    return result


def _raise_last_error() -> None:
    code = _lib().battery_last_error_code()
    if code != 0:
        buffer = ctypes.create_string_buffer(max(1, _lib().battery_last_error_length()))
        _lib().battery_last_error_message(buffer, len(buffer))
        raise BatteryError(Error(code), buffer.value.decode("utf-8"))
