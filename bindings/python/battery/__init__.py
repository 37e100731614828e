"""The state of a machine's batteries, by libbattery.

    import battery

    with battery.Manager() as manager:
        for one in manager:
            print(one.name, one.percentage, one.state)

The library is the one that was installed with the package, unless the environment variable BATTERY_LIBRARY or
``battery.load(path)`` names another; a package without one uses the system's. An unknown value is None, and ``status``
has the reason. Snapshots are plain objects: nothing in them needs to be closed.
"""

from __future__ import annotations

import ctypes
import datetime
import math
import os
import sys
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional

from . import _adapter, _declarations, _estimate, _snapshot, _summary
from ._adapter import Adapter
from ._charge_limit import ChargeLimit
from ._declarations import (
    ABI_VERSION, UNKNOWN_UINT32, UNKNOWN_UINT64, AdapterType, CapacityLevel, ChargeBehavior, ChargeType, ChargeTypes, Condition, Error, ExternalPower,
    Field, Info, Kind, ManagerOptions, MetricFormat, PowerFlow, RecordingFlags, Scope, Scopes, State, Technology, ValueStatus, declare,
)
from ._estimate import Estimate
from ._explanation import Explanation, Source
from ._snapshot import Snapshot
from ._summary import Summary

__all__ = [
    "Adapter", "AdapterType", "BatteryError", "CapacityLevel", "ChargeBehavior", "ChargeLimit", "ChargeType", "ChargeTypes", "Condition", "Error",
    "Estimate", "Explanation", "ExternalPower", "Field", "Kind", "Manager", "MetricFormat", "PowerFlow", "Scope", "Snapshot", "Source", "State",
    "Summary", "Technology", "ValueStatus",
    "load", "time_to_percentage", "version",
]

_NAMES = {"win32": "battery.dll", "darwin": "libbattery.dylib"}

_library: Optional[ctypes.CDLL] = None


class BatteryError(Exception):
    """A call of libbattery failed; ``code`` is the error code."""

    def __init__(self, code: Error, message: str) -> None:
        super().__init__(message)
        self.code = code


def load(path: Optional[str] = None) -> None:
    """Loads the library for the whole process: from a path, else BATTERY_LIBRARY, else the package, else the system."""
    global _library
    name = _NAMES.get(sys.platform, f"libbattery.so.{ABI_VERSION}")
    installed = Path(__file__).parent / name
    given = path or os.environ.get("BATTERY_LIBRARY") or (installed if installed.exists() else None)
    try:
        library = ctypes.CDLL(os.path.abspath(given) if given else name)
    except OSError as error:
        raise BatteryError(
            Error.NOT_FOUND, f"cannot load libbattery: {error}; set BATTERY_LIBRARY to its path, or call battery.load(path)"
        ) from error
    try:
        declare(library)
    except AttributeError as error:
        raise BatteryError(
            Error.NOT_SUPPORTED, f"cannot load libbattery: {error}; give a libbattery of the version of this package or a newer one"
        ) from error
    if library.battery_abi_version() != ABI_VERSION:
        raise BatteryError(
            Error.NOT_SUPPORTED,
            f"libbattery {library.battery_version().decode()} has ABI {library.battery_abi_version()}; this package needs {ABI_VERSION}",
        )
    _library = library


def time_to_percentage(snapshot: Snapshot, percentage: float) -> Optional[float]:
    """Seconds until the battery of a snapshot is at a percentage, upwards while it charges, downwards while it discharges.

    None if unknown: the battery neither charges nor discharges, is beyond the percentage, or has a charge limit below it.
    """
    info = Info(power_flow=snapshot.power_flow)
    for name in _snapshot.NUMBERS:
        number = getattr(snapshot, name)
        setattr(info, name, math.nan if number is None else number)
    seconds = _lib().battery_info_time_to_percentage(ctypes.byref(info), ctypes.sizeof(info), percentage)
    if seconds != UNKNOWN_UINT64:
        return float(seconds)
    if _lib().battery_last_error_code() != Error.UNKNOWN_VALUE:
        _raise_last_error()
    return None


def version() -> str:
    """The version of the library."""
    return str(_lib().battery_version(), "utf-8")


class Manager:
    """The batteries of a machine. Iterating finds and reads those that are present."""

    def __init__(
        self, sysfs_root: Optional[str] = None, peripherals: bool = False, recording: Optional[str] = None
    ) -> None:
        """Opens the batteries of this machine, of a directory instead of /sys, or of a recording; peripherals only if requested."""
        self._handle: Optional[int] = None
        self._estimates: Dict[str, Estimate] = {}
        options = ManagerOptions(
            size=ctypes.sizeof(ManagerOptions),
            scopes=Scopes.ALL if peripherals else Scopes.SYSTEM,
            sysfs_root=None if sysfs_root is None else _path(sysfs_root),
            recording=None if recording is None else _path(recording),
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
        """Frees the manager and ends the waits of other threads. Closing twice is allowed."""
        _lib().battery_manager_free(self._handle)
        self._handle = None

    @property
    def external_power(self) -> ExternalPower:
        """Whether external (AC) power is connected."""
        power = ExternalPower(_lib().battery_manager_external_power(self._handle))
        _raise_last_error()
        return power

    @property
    def adapter_power_w(self) -> Optional[float]:
        """The power that the adapter in use can supply; None if none is in use or the system does not report it."""
        milliwatts = _lib().battery_manager_get_adapter_power(self._handle)
        if milliwatts != UNKNOWN_UINT32:
            return float(milliwatts) / 1000
        if _lib().battery_last_error_code() != Error.UNKNOWN_VALUE:
            _raise_last_error()
        return None

    @property
    def adapters(self) -> List[Adapter]:
        """The adapters of the machine and the ports for them. Empty on Windows, which reports none."""
        lib = _lib()
        iterator = lib.battery_manager_iter_adapters(self._handle)
        return [_read_adapter(handle) for handle in _handles(
            iterator, lib.battery_adapter_iterator_next, lib.battery_adapter_free, lib.battery_adapter_iterator_free)]

    def estimate(self, name: Optional[str] = None) -> Optional[Estimate]:
        """The time that is left by all iterations of this manager so far: of one battery, or of all system batteries as one.

        A single iteration gives at most a provisional estimate. None if no battery of that name was read by the last iteration.
        """
        if name is not None:
            return self._estimates.get(name)
        native = _declarations.Estimate()
        _count(_lib().battery_manager_get_estimate(self._handle, ctypes.byref(native), ctypes.sizeof(native)))
        return _estimate.read(native)

    def summary(self) -> Summary:
        """Reads all batteries that power the machine as one: one call, one reading. For prompts and status bars."""
        native = _declarations.Summary()
        _count(_lib().battery_manager_get_summary(self._handle, ctypes.byref(native), ctypes.sizeof(native)))
        return _summary.read(native)

    def format(self, format: MetricFormat) -> str:
        """Reads the batteries and writes them as one document for Prometheus, or as a line of JSON for each."""
        text = _text(_lib().battery_manager_format(self._handle, format))
        if text is None:
            _raise_last_error()
        assert text is not None
        return text

    def save_recording(self, path: str, overwrite: bool = False, serial_numbers: bool = False) -> None:
        """Saves the raw data of the power supplies, to be read on another machine; serial numbers are masked unless kept."""
        flags = (RecordingFlags.OVERWRITE if overwrite else 0) | (RecordingFlags.SERIAL_NUMBERS if serial_numbers else 0)
        _count(_lib().battery_manager_save_recording(self._handle, _path(path), flags))

    @property
    def has_events(self) -> bool:
        """Whether the system notifies of changes; otherwise ``wait`` polls every few seconds."""
        return _count(_lib().battery_manager_has_events(self._handle)) == 1

    def wait(self, timeout: Optional[float] = None) -> bool:
        """Waits for a change, until the timeout (seconds) or until another thread calls ``wake``.

        Ctrl+C is handled when the wait ends: in the main thread, use a timeout of a second or so in a loop.
        """
        milliseconds = -1 if timeout is None else min(int(timeout * 1000), 0x7FFFFFFF)
        return _count(_lib().battery_manager_wait(self._handle, milliseconds)) == 1

    def wake(self) -> None:
        """Ends the waits of other threads, or the next one if there is none."""
        _count(_lib().battery_manager_wake(self._handle))

    def explain(self, name: str, field: Optional[Field] = None) -> Dict[Field, Explanation]:
        """Why the values of a battery are what they are, or why they are not known: of one field, or of all."""
        for handle in self._handles():
            if _text(_lib().battery_get_name(handle)) == name:
                return {one: _explain(handle, one) for one in ([field] if field is not None else list(Field))}
        raise BatteryError(Error.NOT_FOUND, f"there is no battery {name}")

    def set_charge_limit(self, name: str, end: int, start: Optional[int] = None) -> ChargeLimit:
        """Sets the percentage at which a battery stops charging, and returns the limit in force, which may differ: devices round.

        ``end`` 100 without a ``start`` removes the limit. Without ``start`` the device's own stays as it is, or becomes 5 below
        ``end`` if it is not below. Linux only; writing needs root or a udev rule.
        """
        for percentage in (end, start):
            if percentage is not None and not 0 <= percentage <= 100:
                raise BatteryError(Error.INVALID_ARGUMENT, f"a percentage is from 0 to 100, not {percentage}")
        lower, upper = ctypes.c_uint32(), ctypes.c_uint32()
        for handle in self._handles():
            if _text(_lib().battery_get_name(handle)) == name:
                _count(_lib().battery_set_charge_limit(
                    handle, UNKNOWN_UINT32 if start is None else start, end, ctypes.byref(lower), ctypes.byref(upper)))
                return ChargeLimit(*(None if one.value == UNKNOWN_UINT32 else one.value for one in (lower, upper)))
        raise BatteryError(Error.NOT_FOUND, f"there is no battery {name}")

    def __iter__(self) -> Iterator[Snapshot]:
        self._estimates = {}
        for handle in self._handles():
            snapshot = _read(handle)
            native = _declarations.Estimate()
            _count(_lib().battery_get_estimate(handle, ctypes.byref(native), ctypes.sizeof(native)))
            self._estimates[snapshot.name] = _estimate.read(native)
            yield snapshot

    def _handles(self) -> Iterator[int]:
        lib = _lib()
        return _handles(lib.battery_manager_iter(self._handle), lib.battery_iterator_next, lib.battery_free, lib.battery_iterator_free)


def _lib() -> ctypes.CDLL:
    if _library is None:
        load()
    assert _library is not None
    return _library


def _handles(
    iterator: Optional[int], following: Callable[[int], Optional[int]], free: Callable[[int], None], free_iterator: Callable[[int], None]
) -> Iterator[int]:
    opened = _check(iterator)
    try:
        while handle := following(opened):
            try:
                yield handle
            finally:
                free(handle)
        _raise_last_error()
    finally:
        free_iterator(opened)


def _read_adapter(handle: int) -> Adapter:
    info = _declarations.AdapterInfo()
    _count(_lib().battery_adapter_get_info(handle, ctypes.byref(info), ctypes.sizeof(info)))
    return _adapter.read(_text(_lib().battery_adapter_get_name(handle)), info)


def _read(handle: int) -> Snapshot:
    info = Info()
    _count(_lib().battery_get_info(handle, ctypes.byref(info), ctypes.sizeof(info)))
    values: Dict[str, Any] = {name: kind(getattr(info, name)) for name, kind in _snapshot.ENUMERATIONS.items()}
    for name in _snapshot.TEXTS:
        values[name] = _text(getattr(_lib(), f"battery_get_{name}")(handle))
    for name in _snapshot.NUMBERS:
        number = getattr(info, name)
        values[name] = None if math.isnan(number) else number
    for name in _snapshot.COUNTS + _snapshot.DATES:
        number = getattr(info, name)
        values[name] = None if number == UNKNOWN_UINT32 else number
    for name in _snapshot.DATES:
        date = values[name]
        values[name] = None if date is None else datetime.date(date // 10000, date // 100 % 100, date % 100)
    return Snapshot(**values, status={field: ValueStatus(_lib().battery_field_status(handle, field)) for field in Field})


def _explain(handle: int, field: Field) -> Explanation:
    sources = [line.split("\t") for line in _written(_lib().battery_explain_sources, handle, field).split("\n")[:-1]]
    return Explanation(
        text=_written(_lib().battery_explain, handle, field),
        is_derived=_count(_lib().battery_is_derived(handle, field)) == 1,
        sources=[Source(name, value or None, unit or None) for name, value, unit in sources],
    )


def _written(function: Any, handle: int, field: Field) -> str:
    buffer = ctypes.create_string_buffer(_count(function(handle, field, None, 0)) + 1)
    _count(function(handle, field, buffer, len(buffer)))
    return buffer.value.decode("utf-8")


def _path(path: str) -> bytes:
    """A path for the library, which would end it at a NUL."""
    encoded = os.fsencode(path)
    if b"\0" in encoded:
        raise BatteryError(Error.INVALID_ARGUMENT, f"the path {path!r} has a NUL")
    return encoded


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
