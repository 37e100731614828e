"""A power adapter as a plain object."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from ._declarations import AdapterInfo, AdapterType, ExternalPower


@dataclass(frozen=True)
class Adapter:
    """A power adapter, or a port for one, when it was read. An unknown value is None.

    Voltage, current and power are known only while the adapter is online.
    """

    name: Optional[str]
    """The name of the supply on Linux, for example AC; the model on macOS; None without one."""

    type: AdapterType
    """What it is."""

    is_online: Optional[bool]
    """Whether it supplies power."""

    voltage_v: Optional[float]
    """The voltage of its USB-PD contract, else as measured. Unit: V."""

    current_a: Optional[float]
    """The most that its USB-PD contract or a limit allows, else as measured. Unit: A."""

    max_power_w: Optional[float]
    """The most power that it can supply to this machine. Unit: W."""


def read(name: Optional[str], info: AdapterInfo) -> Adapter:
    """The object with a struct's values."""
    return Adapter(
        name=name,
        type=AdapterType(info.type),
        is_online=None if info.online == ExternalPower.UNKNOWN else info.online == ExternalPower.ONLINE,
        voltage_v=_known(info.voltage_v),
        current_a=_known(info.current_a),
        max_power_w=_known(info.max_power_w),
    )


def _known(value: float) -> Optional[float]:
    return None if math.isnan(value) else value
