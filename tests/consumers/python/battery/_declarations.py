# Generated from libbattery's exports and their documentation by Battery.BindingGenerator. Do not edit:
# change the exports, build, and run  dotnet build src/Battery.BindingGenerator -t:UpdateBindings
"""The declarations of battery.h for ctypes.

Texts that must be freed are void pointers: as c_char_p, ctypes would copy them and lose the pointer.
"""

import ctypes
import enum

ABI_VERSION = 1


class CapacityLevel(enum.IntEnum):
    """The coarse level that some batteries report beside, or instead of, a percentage."""

    UNKNOWN = 0
    """The machine does not say."""

    CRITICAL = 1
    """Almost empty: the machine is about to switch off."""

    LOW = 2
    """Low."""

    NORMAL = 3
    """Neither low nor high."""

    HIGH = 4
    """High."""

    FULL = 5
    """Full."""


class Error(enum.IntEnum):
    """What can go wrong, as the C ABI numbers it."""

    NONE = 0
    """Nothing went wrong."""

    INVALID_HANDLE = -1
    """The handle is NULL, was freed, belongs to another type, or never was one."""

    INVALID_ARGUMENT = -2
    """Another argument cannot be used."""

    NOT_FOUND = -3
    """The folder, or the battery, is not there (any more)."""

    PERMISSION_DENIED = -4
    """The system does not allow it."""

    IO = -5
    """The system answered with an error."""

    NOT_SUPPORTED = -6
    """This system has no source of battery readings."""

    UNKNOWN_VALUE = -7
    """The value is not known; battery_value_status says why."""

    OUT_OF_MEMORY = -8
    """Memory, or room for more handles, is used up."""

    INTERNAL = -9
    """A fault of the library itself."""

    INVALID_DATA = -10
    """The file is no recording, or a damaged one."""

    ALREADY_EXISTS = -11
    """The file is there already, and was not to be overwritten."""


class ExternalPower(enum.IntEnum):
    """Whether the machine is fed from outside."""

    UNKNOWN = 0
    """The machine has no supply that says so."""

    OFFLINE = 1
    """Every adapter that could be read says that it is off."""

    ONLINE = 2
    """At least one adapter feeds the machine."""


class Field(enum.IntEnum):
    """The values that a battery can have. The number is the value's bit in a presence mask and
    never changes."""

    NAME = 0
    """The name that the system gives the battery, as BAT0. Always known."""

    KIND = 1
    """Battery or UPS. Always known."""

    SCOPE = 2
    """The machine's or a peripheral's. Always known."""

    STATE = 3
    """What the battery is doing."""

    TECHNOLOGY = 4
    """The chemistry."""

    CAPACITY_LEVEL = 5
    """The coarse level."""

    VENDOR = 6
    """The manufacturer's name."""

    MODEL = 7
    """The model's name."""

    SERIAL_NUMBER = 8
    """The serial number, a text."""

    MANUFACTURE_DATE = 9
    """The day of manufacture."""

    PERCENTAGE = 10
    """State of charge, 0 to 100 %."""

    ENERGY = 11
    """Energy left, Wh."""

    ENERGY_FULL = 12
    """Energy when full, as it is today, Wh."""

    ENERGY_FULL_DESIGN = 13
    """Energy when full, as it was designed, Wh."""

    ENERGY_RATE = 14
    """Power that flows in or out, a magnitude, W."""

    VOLTAGE = 15
    """Voltage, V."""

    TEMPERATURE = 16
    """Temperature, °C."""

    STATE_OF_HEALTH = 17
    """State of health: energy when full over designed energy, %."""

    CYCLE_COUNT = 18
    """Charge cycles so far."""

    TIME_TO_FULL = 19
    """Seconds until full."""

    TIME_TO_EMPTY = 20
    """Seconds until empty."""

    CHARGE_START_THRESHOLD = 21
    """Percentage below which charging begins."""

    CHARGE_END_THRESHOLD = 22
    """Percentage at which charging ends."""

    CHARGE = 23
    """Charge left, Ah."""

    CHARGE_FULL = 24
    """Charge when full, as it is today, Ah."""

    CHARGE_FULL_DESIGN = 25
    """Charge when full, as it was designed, Ah."""

    CURRENT = 26
    """Current, A; negative while the battery loses charge."""


class Kind(enum.IntEnum):
    """What sort of energy store a supply is."""

    UNKNOWN = 0
    """Nothing that could be asked: of a battery the kind is always known."""

    BATTERY = 1
    """A battery."""

    UPS = 2
    """An uninterruptible power supply."""


class RecordingSaving(enum.IntFlag):
    """How a recording is saved; the values can be added."""

    DEFAULT = 0
    """Serial numbers and hardware addresses masked, and no file overwritten."""

    OVERWRITE = 1
    """A file that is there is overwritten."""

    SERIAL_NUMBERS = 2
    """Serial numbers and hardware addresses are kept."""


class Scope(enum.IntEnum):
    """What a battery feeds."""

    UNKNOWN = 0
    """Nothing that could be asked: of a battery the scope is always known."""

    SYSTEM = 1
    """The machine itself."""

    PERIPHERAL = 2
    """A peripheral with a battery of its own: a mouse, a headset, a pen, a controller."""


class Scopes(enum.IntFlag):
    """Which batteries a manager lists; the values can be added."""

    DEFAULT = 0
    """What a manager lists unless told otherwise: the machine's own."""

    SYSTEM = 1
    """The machine's own batteries and UPSes."""

    PERIPHERAL = 2
    """Those of peripherals: mice, headsets, pens, controllers."""

    ALL = 3
    """All of them."""


class State(enum.IntEnum):
    """What a battery is doing. Values 0 to 4 are those of battery-ffi; new ones come after."""

    UNKNOWN = 0
    """The machine does not say, or says something unheard of."""

    CHARGING = 1
    """Energy flows into the battery."""

    DISCHARGING = 2
    """The battery feeds the machine."""

    EMPTY = 3
    """Nothing is left to draw."""

    FULL = 4
    """Charged as far as the battery lets itself be charged."""

    NOT_CHARGING = 5
    """External power is there and the battery is held, as by a charge limit: neither charging
    nor discharging."""


class Technology(enum.IntEnum):
    """A battery's chemistry. Values 0 to 8 are those of battery-ffi; new ones come after."""

    UNKNOWN = 0
    """The machine does not say."""

    LITHIUM_ION = 1
    """Lithium-ion."""

    LEAD_ACID = 2
    """Lead-acid."""

    LITHIUM_POLYMER = 3
    """Lithium polymer."""

    NICKEL_METAL_HYDRIDE = 4
    """Nickel-metal hydride."""

    NICKEL_CADMIUM = 5
    """Nickel-cadmium."""

    NICKEL_ZINC = 6
    """Nickel-zinc."""

    LITHIUM_IRON_PHOSPHATE = 7
    """Lithium iron phosphate."""

    RECHARGEABLE_ALKALINE_MANGANESE = 8
    """Rechargeable alkaline-manganese."""

    LITHIUM_MANGANESE = 9
    """Lithium manganese."""


class ValueStatus(enum.IntEnum):
    """Whether a value is known, and if not, why."""

    INVALID = -1
    """Nothing that could be asked: no such battery, or no such field."""

    PRESENT = 0
    """The value is known."""

    NOT_SUPPORTED = 1
    """This machine does not report the value, or reports that it does not know it."""

    UNREADABLE = 2
    """The value is there and could not be read: permission denied, or an error of the
    device."""

    IMPLAUSIBLE = 3
    """The machine reports something that cannot be true; a rule refused it."""

    NOT_APPLICABLE = 4
    """The value has no meaning in the present state, as the time to full while discharging."""


class Info(ctypes.Structure):
    """All numbers of one battery at one moment, in full precision. New members come at the end.
    A member whose bit in present is not set is NaN, UINT32_MAX, or 0 for an enumeration."""

    _fields_ = [
        # Which values are known: bit n is the battery_field of number n. Texts have a bit and a
        # getter, and no member here.
        ("present", ctypes.c_uint64),
        # State of charge, 0 to 100 %.
        ("percentage", ctypes.c_double),
        # Energy left, Wh.
        ("energy_wh", ctypes.c_double),
        # Energy when full, as it is today, Wh.
        ("energy_full_wh", ctypes.c_double),
        # Energy when full, as it was designed, Wh.
        ("energy_full_design_wh", ctypes.c_double),
        # Power that flows in or out, W, a magnitude.
        ("energy_rate_w", ctypes.c_double),
        # Voltage, V.
        ("voltage_v", ctypes.c_double),
        # Temperature, degrees Celsius.
        ("temperature_c", ctypes.c_double),
        # State of health, %; may pass 100.
        ("state_of_health_percent", ctypes.c_double),
        # Time until full, s.
        ("time_to_full_s", ctypes.c_double),
        # Time until empty, s.
        ("time_to_empty_s", ctypes.c_double),
        # Percentage below which charging begins.
        ("charge_start_threshold_percent", ctypes.c_double),
        # Percentage at which charging ends.
        ("charge_end_threshold_percent", ctypes.c_double),
        # Charge left, Ah.
        ("charge_ah", ctypes.c_double),
        # Charge when full, as it is today, Ah.
        ("charge_full_ah", ctypes.c_double),
        # Charge when full, as it was designed, Ah.
        ("charge_full_design_ah", ctypes.c_double),
        # Current, A; negative while the battery loses charge.
        ("current_a", ctypes.c_double),
        # Charge cycles so far.
        ("cycle_count", ctypes.c_uint32),
        # Day of manufacture, the number yyyymmdd.
        ("manufacture_date", ctypes.c_uint32),
        # What the battery is doing.
        ("state", ctypes.c_int),
        # The chemistry.
        ("technology", ctypes.c_int),
        # Battery or UPS.
        ("kind", ctypes.c_int),
        # The machine's or a peripheral's.
        ("scope", ctypes.c_int),
        # The coarse level.
        ("capacity_level", ctypes.c_int),
        # Always 0.
        ("reserved", ctypes.c_uint32),
    ]


class ManagerOptions(ctypes.Structure):
    """How a manager reads. Set every member to 0, then size, then what you want: a program
    compiled against an older header goes on working."""

    _fields_ = [
        # sizeof(battery_manager_options).
        ("size", ctypes.c_uint32),
        # Which batteries to list, a sum of battery_scopes; 0 is the machine's own.
        ("scopes", ctypes.c_uint32),
        # A folder to read in place of /sys, UTF-8, as a host's /sys mounted in a container;
        # NULL is /sys. Linux only.
        ("sysfs_root", ctypes.c_char_p),
        # A recording to read in place of this machine, UTF-8: a file that
        # battery_manager_save_recording wrote, a copy of a power_supply folder, or what ioreg
        # prints on a Mac; NULL is this machine. Not together with sysfs_root.
        ("recording", ctypes.c_char_p),
    ]


_FUNCTIONS = {
    "battery_has": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
    "battery_field_status": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
    "battery_get_info": (ctypes.c_int, [ctypes.c_void_p, ctypes.POINTER(Info), ctypes.c_size_t]),
    "battery_free": (None, [ctypes.c_void_p]),
    "battery_get_percentage": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_state_of_charge": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_state_of_health": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_temperature": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_energy": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_energy_full": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_energy_full_design": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_energy_rate": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_voltage": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_charge": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_charge_full": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_charge_full_design": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_current": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_cycle_count": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_time_to_full": (ctypes.c_uint64, [ctypes.c_void_p]),
    "battery_get_time_to_empty": (ctypes.c_uint64, [ctypes.c_void_p]),
    "battery_get_charge_start_threshold": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_charge_end_threshold": (ctypes.c_float, [ctypes.c_void_p]),
    "battery_get_manufacture_date": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_get_state": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_technology": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_kind": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_scope": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_capacity_level": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_get_name": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_get_vendor": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_get_model": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_get_serial_number": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_last_error_code": (ctypes.c_int, []),
    "battery_have_last_error": (ctypes.c_int, []),
    "battery_last_error_length": (ctypes.c_int, []),
    "battery_last_error_message": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
    "battery_str_free": (None, [ctypes.c_void_p]),
    "battery_iterator_next": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_iterator_free": (None, [ctypes.c_void_p]),
    "battery_version": (ctypes.c_char_p, []),
    "battery_abi_version": (ctypes.c_int, []),
    "battery_manager_new": (ctypes.c_void_p, []),
    "battery_manager_new_with": (ctypes.c_void_p, [ctypes.POINTER(ManagerOptions)]),
    "battery_manager_iter": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_manager_refresh": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_void_p]),
    "battery_manager_external_power": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_manager_get_adapter_power": (ctypes.c_uint32, [ctypes.c_void_p]),
    "battery_manager_get_backend": (ctypes.c_void_p, [ctypes.c_void_p]),
    "battery_manager_free": (None, [ctypes.c_void_p]),
    "battery_manager_save_recording": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint32]),
    "battery_manager_wait": (ctypes.c_int, [ctypes.c_void_p, ctypes.c_int]),
    "battery_manager_wake": (ctypes.c_int, [ctypes.c_void_p]),
    "battery_manager_has_events": (ctypes.c_int, [ctypes.c_void_p]),
}


def declare(library: ctypes.CDLL) -> ctypes.CDLL:
    """Gives the library's functions their types."""
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library
