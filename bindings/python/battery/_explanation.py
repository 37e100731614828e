"""Why a battery's value is what it is, as plain objects."""

from dataclasses import dataclass
from typing import List, Optional


@dataclass(frozen=True)
class Source:
    """A property, key or member of a structure, as the system names and writes it."""

    name: str
    """The system's own name, for example ``current_now``."""

    value: Optional[str]
    """What the system reported; None if it reported nothing."""

    unit: Optional[str]
    """The unit of the system; None without one."""


@dataclass(frozen=True)
class Explanation:
    """Why a value is what it is, or why it is not known."""

    text: str
    """The name of the value, the value with its unit, and the rule in one sentence."""

    is_derived: bool
    """Whether a rule computed the value; False also for a value that is not known."""

    sources: List[Source]
    """What the value follows from, or what keeps it from being known."""
