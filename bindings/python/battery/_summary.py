"""Several batteries as one as a plain object."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from . import _declarations
from ._declarations import ExternalPower, PowerFlow, State


@dataclass(frozen=True)
class Summary:
    """All batteries that power a machine as one, at one moment. A value that is unknown, also for one of them, is None."""

    count: int
    """The number of batteries; with 0, nothing else is known."""

    percentage: Optional[float]
    """State of charge, 0 to 100 %: energy over full energy, of all."""

    time_s: Optional[float]
    """The time to show: the estimate where there is one, else the time to empty, to the charge limit or to full. Unit: s."""

    signed_power_w: Optional[float]
    """Power with its direction: positive into the batteries, negative while they lose energy. Unit: W."""

    state: State
    """The state of the sum."""

    power_flow: PowerFlow
    """What is going on, by the sign of the sum of the powers."""

    external_power: ExternalPower
    """Whether external power is connected."""

    energy_wh: Optional[float]
    """Remaining energy. Unit: Wh."""

    energy_full_wh: Optional[float]
    """Energy when full, at present. Unit: Wh."""

    energy_full_design_wh: Optional[float]
    """Energy when full, by design. Unit: Wh."""

    energy_rate_w: Optional[float]
    """Power into or out of all, a magnitude. Unit: W."""

    state_of_health_percent: Optional[float]
    """Full energy over designed full energy, of all, %."""

    charge_limit_percent: Optional[float]
    """The percentage at which charging ends, where one of them has a charge limit; weighted by full energy."""

    time_to_empty_s: Optional[float]
    """Time until all are empty, only while discharging. Unit: s."""

    time_to_full_s: Optional[float]
    """Time until all are full, only while charging and without a charge limit. Unit: s."""

    time_to_limit_s: Optional[float]
    """Time until all are at their charge limits, only while charging. Unit: s."""

    average_rate_w: Optional[float]
    """The average rate that the estimate is based on. Unit: W."""

    time_left_s: Optional[float]
    """The estimated time until all are empty, or full or at the charge limit. Unit: s."""

    time_left_low_s: Optional[float]
    """The lower end of the 80 % interval of the estimated time. Unit: s."""

    time_left_high_s: Optional[float]
    """The upper end of the 80 % interval of the estimated time. Unit: s."""


def read(native: _declarations.Summary) -> Summary:
    """The object with a struct's values."""
    words = {"state": State(native.state), "power_flow": PowerFlow(native.power_flow), "external_power": ExternalPower(native.external_power)}
    numbers = {name: _known(getattr(native, name)) for name in Summary.__dataclass_fields__ if name not in words}
    return Summary(**words, **numbers)  # type: ignore[arg-type]


def _known(value: float) -> Optional[float]:
    return None if math.isnan(value) else value
