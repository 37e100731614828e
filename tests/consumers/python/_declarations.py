"""The part of battery.h that battery.py uses."""

import ctypes

_HANDLE = ctypes.c_void_p

# Texts are void pointers: as c_char_p, ctypes would copy them and lose the pointer that must be freed.
_TEXT = ctypes.c_void_p


class Options(ctypes.Structure):
    """battery_manager_options"""

    _fields_ = [("size", ctypes.c_uint32), ("scopes", ctypes.c_uint32), ("sysfs_root", ctypes.c_char_p)]


class Info(ctypes.Structure):
    """battery_info"""

    _fields_ = [
        ("present", ctypes.c_uint64),
        ("percentage", ctypes.c_double),
        ("energy_wh", ctypes.c_double),
        ("energy_full_wh", ctypes.c_double),
        ("energy_full_design_wh", ctypes.c_double),
        ("energy_rate_w", ctypes.c_double),
        ("voltage_v", ctypes.c_double),
        ("temperature_c", ctypes.c_double),
        ("state_of_health_percent", ctypes.c_double),
        ("time_to_full_s", ctypes.c_double),
        ("time_to_empty_s", ctypes.c_double),
        ("charge_start_threshold_percent", ctypes.c_double),
        ("charge_end_threshold_percent", ctypes.c_double),
        ("charge_ah", ctypes.c_double),
        ("charge_full_ah", ctypes.c_double),
        ("charge_full_design_ah", ctypes.c_double),
        ("current_a", ctypes.c_double),
        ("cycle_count", ctypes.c_uint32),
        ("manufacture_date", ctypes.c_uint32),
        ("state", ctypes.c_int),
        ("technology", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("scope", ctypes.c_int),
        ("capacity_level", ctypes.c_int),
        ("reserved", ctypes.c_uint32),
    ]


_FUNCTIONS = {
    "battery_manager_new_with": (_HANDLE, [ctypes.POINTER(Options)]),
    "battery_manager_iter": (_HANDLE, [_HANDLE]),
    "battery_manager_external_power": (ctypes.c_int, [_HANDLE]),
    "battery_manager_free": (None, [_HANDLE]),
    "battery_iterator_next": (_HANDLE, [_HANDLE]),
    "battery_iterator_free": (None, [_HANDLE]),
    "battery_free": (None, [_HANDLE]),
    "battery_get_info": (ctypes.c_int, [_HANDLE, ctypes.POINTER(Info), ctypes.c_size_t]),
    "battery_get_name": (_TEXT, [_HANDLE]),
    "battery_get_vendor": (_TEXT, [_HANDLE]),
    "battery_get_model": (_TEXT, [_HANDLE]),
    "battery_get_serial_number": (_TEXT, [_HANDLE]),
    "battery_str_free": (None, [_TEXT]),
    "battery_last_error_code": (ctypes.c_int, []),
    "battery_last_error_length": (ctypes.c_int, []),
    "battery_last_error_message": (ctypes.c_int, [ctypes.c_char_p, ctypes.c_int]),
}


def declare(library: ctypes.CDLL) -> ctypes.CDLL:
    """Gives the library's functions their types."""
    for name, (result, arguments) in _FUNCTIONS.items():
        function = getattr(library, name)
        function.restype = result
        function.argtypes = arguments
    return library
