/*
 * battery_ffi.h - lets C source written for the Rust crate battery-ffi 0.7 compile and run on libbattery, unchanged.
 *
 * New programs include battery.h. This header has the types, names and units of battery-ffi 0.7.5 instead: energies in
 * joules, power in watts, voltage in volts, temperature in kelvins, times in seconds, all as float. It needs C99 or
 * C++; link with -lbattery.
 *
 * What differs from battery-ffi, each time for the better:
 * - a value that is not known is NaN (a cycle count UINT32_MAX, a text NULL); there, some were 0 or hid the battery;
 * - no handle crashes the process: NULL or a freed one gives the unknown value and an error;
 * - the next call that succeeds clears an error, and reading an error does not clear it;
 * - 'not charging', which it does not know, is StateUnknown, as it is there.
 *
 * A program that wants battery.h too includes it first; the functions that both have are then those of this header.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef battery_ffi_h
#define battery_ffi_h

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/*
 * battery.h's handles are declared as battery-ffi's, so what both have alike is here as it is there:
 *
 *   Manager *battery_manager_new(void)                      NULL on failure, and the reason in the last error
 *   Batteries *battery_manager_iter(Manager *)              NULL on failure, and the reason in the last error
 *   void battery_manager_free(Manager *)
 *   Battery *battery_iterator_next(Batteries *)             NULL at the end and on an error, which is then the last
 *   void battery_iterator_free(Batteries *)
 *   uint32_t battery_get_cycle_count(const Battery *)       UINT32_MAX where unknown
 *   char *battery_get_vendor(const Battery *)               NULL where unknown; battery_str_free frees it
 *   char *battery_get_model(const Battery *)                the same
 *   char *battery_get_serial_number(const Battery *)        the same
 *   void battery_free(Battery *)
 *   void battery_str_free(char *)
 *
 * Every _free ignores NULL. The other names that are changed are those that a program may well have for itself.
 */
#ifdef LIBBATTERY_BATTERY_H
typedef battery_manager Manager;
typedef battery_iterator Batteries;
typedef battery Battery;
typedef battery_info battery_ffi_info;
#else
#define battery_manager Manager
#define battery_iterator Batteries
#define battery Battery
#define battery_info battery_ffi_info
#define battery_state battery_ffi_state
#define battery_technology battery_ffi_technology
#include "battery.h"
#undef battery_manager
#undef battery_iterator
#undef battery
#undef battery_info
#undef battery_state
#undef battery_technology
#endif

/* What a battery is doing. C++ has no type of the same name as an enumeration beside it. */
#ifdef __cplusplus
enum {
#else
enum State {
#endif
    StateUnknown = 0,
    StateCharging = 1,
    StateDischarging = 2,
    StateEmpty = 3,
    StateFull = 4
};
typedef uint8_t State;

/* The chemistry. */
#ifdef __cplusplus
enum {
#else
enum Technology {
#endif
    TechnologyUnknown = 0,
    TechnologyLithiumIon = 1,
    TechnologyLeadAcid = 2,
    TechnologyLithiumPolymer = 3,
    TechnologyNickelMetalHydride = 4,
    TechnologyNickelCadmium = 5,
    TechnologyNickelZinc = 6,
    TechnologyLithiumIronPhosphate = 7,
    TechnologyRechargeableAlkalineManganese = 8
};
typedef uint8_t Technology;

/* All numbers of a battery; all unknown for an invalid handle. */
static inline battery_ffi_info battery_ffi_read(const Battery *ptr)
{
    battery_ffi_info info;

    if (battery_get_info(ptr, &info, sizeof info) != 0) {
        /* Not math.h's NAN: that brings names, as log and round, that a program may have for itself. */
        const double unknown = strtod("nan", NULL);

        info.percentage = info.energy_wh = info.energy_full_wh = info.energy_full_design_wh = unknown;
        info.energy_rate_w = info.voltage_v = info.temperature_c = info.state_of_health_percent = unknown;
        info.time_to_full_s = info.time_to_empty_s = unknown;
        info.state = BATTERY_STATE_UNKNOWN;
        info.technology = BATTERY_TECHNOLOGY_UNKNOWN;
    }
    return info;
}

/* State of charge, 0 to 100 %; NaN where unknown. */
static inline float battery_ffi_get_state_of_charge(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).percentage;
}

/* Energy left, J; NaN where unknown. */
static inline float battery_ffi_get_energy(const Battery *ptr)
{
    return (float)(battery_ffi_read(ptr).energy_wh * 3600);
}

/* Energy when full, as it is today, J; NaN where unknown. */
static inline float battery_ffi_get_energy_full(const Battery *ptr)
{
    return (float)(battery_ffi_read(ptr).energy_full_wh * 3600);
}

/* Energy when full, as it was designed, J; NaN where unknown. */
static inline float battery_ffi_get_energy_full_design(const Battery *ptr)
{
    return (float)(battery_ffi_read(ptr).energy_full_design_wh * 3600);
}

/* Power that flows in or out, W, a magnitude; NaN where unknown. */
static inline float battery_ffi_get_energy_rate(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).energy_rate_w;
}

/* Voltage, V; NaN where unknown. */
static inline float battery_ffi_get_voltage(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).voltage_v;
}

/* State of health, %; NaN where unknown. */
static inline float battery_ffi_get_state_of_health(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).state_of_health_percent;
}

/* What the battery is doing; what battery-ffi has no name for is StateUnknown. */
static inline State battery_ffi_get_state(const Battery *ptr)
{
    const int state = (int)battery_ffi_read(ptr).state;
    const int last = StateFull;

    return (State)(state <= last ? state : 0);
}

/* The chemistry; what battery-ffi has no name for is TechnologyUnknown. */
static inline Technology battery_ffi_get_technology(const Battery *ptr)
{
    const int technology = (int)battery_ffi_read(ptr).technology;
    const int last = TechnologyRechargeableAlkalineManganese;

    return (Technology)(technology <= last ? technology : 0);
}

/* Temperature, K; NaN where unknown. */
static inline float battery_ffi_get_temperature(const Battery *ptr)
{
    return (float)(battery_ffi_read(ptr).temperature_c + 273.15);
}

/* Time until full, s; NaN but while charging, and where unknown. */
static inline float battery_ffi_get_time_to_full(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).time_to_full_s;
}

/* Time until empty, s; NaN but while discharging, and where unknown. */
static inline float battery_ffi_get_time_to_empty(const Battery *ptr)
{
    return (float)battery_ffi_read(ptr).time_to_empty_s;
}

/* 1 when the last call failed, else 0. That a value is not known is no error here. */
static inline int battery_ffi_have_last_error(void)
{
    const battery_error code = battery_last_error_code();

    return code != BATTERY_ERROR_NONE && code != BATTERY_ERROR_UNKNOWN_VALUE;
}

/* The length of the last error's text with its NUL; 0 when there is no error. */
static inline int battery_ffi_last_error_length(void)
{
    return battery_ffi_have_last_error() ? battery_last_error_length() : 0;
}

/* Copies the last error's text. Returns its length without the NUL; 0 without an error, -1 without room for it. */
static inline int battery_ffi_last_error_message(char *buffer, int length)
{
    if (buffer == NULL)
        return -1;
    if (!battery_ffi_have_last_error())
        return 0;
    return length < battery_last_error_length() ? -1 : battery_last_error_message(buffer, length);
}

#define battery_get_state_of_charge battery_ffi_get_state_of_charge
#define battery_get_energy battery_ffi_get_energy
#define battery_get_energy_full battery_ffi_get_energy_full
#define battery_get_energy_full_design battery_ffi_get_energy_full_design
#define battery_get_energy_rate battery_ffi_get_energy_rate
#define battery_get_voltage battery_ffi_get_voltage
#define battery_get_state_of_health battery_ffi_get_state_of_health
#define battery_get_state battery_ffi_get_state
#define battery_get_technology battery_ffi_get_technology
#define battery_get_temperature battery_ffi_get_temperature
#define battery_get_time_to_full battery_ffi_get_time_to_full
#define battery_get_time_to_empty battery_ffi_get_time_to_empty
#define battery_have_last_error battery_ffi_have_last_error
#define battery_last_error_length battery_ffi_last_error_length
#define battery_last_error_message battery_ffi_last_error_message

#endif /* battery_ffi_h */
