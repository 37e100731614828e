"""A charge limit, as a plain object."""

from dataclasses import dataclass
from typing import Optional


@dataclass(frozen=True)
class ChargeLimit:
    """A charge limit in force."""

    start: Optional[int]
    """The percentage below which charging starts; None if the device reports none."""

    end: Optional[int]
    """The percentage at which charging ends, 100 without a limit; None if the device does not report it."""
