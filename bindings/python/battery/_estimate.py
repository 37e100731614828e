"""The estimate of the time that is left as a plain object."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

from . import _declarations


@dataclass(frozen=True)
class Estimate:
    """The time that is left, estimated from the readings so far. An unknown value is None."""

    average_rate_w: Optional[float]
    """The average rate that the estimate is based on, without a sign. Unit: W."""

    time_left_s: Optional[float]
    """Time until the battery is empty while discharging, until the target percentage is reached while charging. Unit: s."""

    low_s: Optional[float]
    """The lower end of the 80 % interval. Unit: s."""

    high_s: Optional[float]
    """The upper end of the 80 % interval. Unit: s."""

    target_percentage: Optional[float]
    """0 while discharging; the charge limit, or 100, while charging."""

    observed_s: float
    """How long the readings have been followed without interruption. Unit: s."""

    is_provisional: bool
    """True in the first minute, and until the battery's counter has changed for the first time."""


def read(native: _declarations.Estimate) -> Estimate:
    """The object with a struct's values."""
    return Estimate(
        _known(native.average_rate_w), _known(native.time_left_s), _known(native.low_s), _known(native.high_s),
        _known(native.target_percentage), native.observed_s, native.is_provisional != 0,
    )


def _known(value: float) -> Optional[float]:
    return None if math.isnan(value) else value
