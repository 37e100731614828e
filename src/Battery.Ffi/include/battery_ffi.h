/*
 * battery_ffi.h - lets C source written for the Rust crate battery-ffi 0.7 compile and run on libbattery, unchanged.
 *
 * New programs include battery.h. This header has the types, names and units of battery-ffi 0.7.5 instead: energies in
 * joules, power in watts, voltage in volts, temperature in kelvins, times in seconds, all as float. Link with -lbattery.
 *
 * What differs from battery-ffi, each time for the better:
 * - a value that is not known is NaN (a cycle count UINT32_MAX, a text NULL); there, some were 0 or hid the battery;
 * - no handle crashes the process: NULL or a freed one gives the unknown value and an error;
 * - an error is gone with the next call that succeeds, and reading it does not take it away;
 * - 'not charging', which it does not know, is StateUnknown, as it is there.
 *
 * Names that begin with battery_ are the library's. A program that wants battery.h too includes it first; the functions
 * that both have are then those of this header.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef battery_ffi_h
#define battery_ffi_h

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* The type 'battery' of battery.h stays out of the program's way, which may well have a variable of that name. */
#ifdef LIBBATTERY_BATTERY_H
typedef battery battery_ffi_handle;
#else
#define battery battery_ffi_handle
#include "battery.h"
#undef battery
#endif

/* An open manager; battery_manager_free ends it. */
typedef struct Manager Manager;

/* The walk over a manager's batteries; battery_iterator_free ends it. */
typedef struct Batteries Batteries;

/* One battery; battery_free ends it. */
typedef struct Battery Battery;

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

/* All numbers of a battery; every one unknown where the handle is none. */
static inline battery_info battery_ffi_info(const Battery *ptr)
{
    battery_info info;

    if (battery_get_info((const battery_ffi_handle *)ptr, &info, sizeof info) != 0) {
        info.percentage = info.energy_wh = info.energy_full_wh = info.energy_full_design_wh = NAN;
        info.energy_rate_w = info.voltage_v = info.temperature_c = info.state_of_health_percent = NAN;
        info.time_to_full_s = info.time_to_empty_s = NAN;
        info.cycle_count = UINT32_MAX;
        info.state = BATTERY_STATE_UNKNOWN;
        info.technology = BATTERY_TECHNOLOGY_UNKNOWN;
    }
    return info;
}

/* Opens the batteries of this machine. Returns NULL on failure, and the reason in the last error. */
static inline Manager *battery_ffi_manager_new(void)
{
    return (Manager *)battery_manager_new();
}

/* Lists the batteries. Returns NULL on failure, and the reason in the last error. */
static inline Batteries *battery_ffi_manager_iter(Manager *ptr)
{
    return (Batteries *)battery_manager_iter((battery_manager *)ptr);
}

/* NULL is ignored. */
static inline void battery_ffi_manager_free(Manager *ptr)
{
    battery_manager_free((battery_manager *)ptr);
}

/* The next battery; NULL at the end, and on an error: battery_have_last_error tells which. */
static inline Battery *battery_ffi_iterator_next(Batteries *ptr)
{
    return (Battery *)battery_iterator_next((battery_iterator *)ptr);
}

/* NULL is ignored. */
static inline void battery_ffi_iterator_free(Batteries *ptr)
{
    battery_iterator_free((battery_iterator *)ptr);
}

/* State of charge, 0 to 100 %; NaN where unknown. */
static inline float battery_ffi_get_state_of_charge(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).percentage;
}

/* Energy left, J; NaN where unknown. */
static inline float battery_ffi_get_energy(const Battery *ptr)
{
    return (float)(battery_ffi_info(ptr).energy_wh * 3600);
}

/* Energy when full, as it is today, J; NaN where unknown. */
static inline float battery_ffi_get_energy_full(const Battery *ptr)
{
    return (float)(battery_ffi_info(ptr).energy_full_wh * 3600);
}

/* Energy when full, as it was designed, J; NaN where unknown. */
static inline float battery_ffi_get_energy_full_design(const Battery *ptr)
{
    return (float)(battery_ffi_info(ptr).energy_full_design_wh * 3600);
}

/* Power that flows in or out, W, a magnitude; NaN where unknown. */
static inline float battery_ffi_get_energy_rate(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).energy_rate_w;
}

/* Voltage, V; NaN where unknown. */
static inline float battery_ffi_get_voltage(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).voltage_v;
}

/* State of health, %; NaN where unknown. */
static inline float battery_ffi_get_state_of_health(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).state_of_health_percent;
}

/* What the battery is doing; what battery-ffi has no name for is StateUnknown. */
static inline State battery_ffi_get_state(const Battery *ptr)
{
    const battery_state state = battery_ffi_info(ptr).state;

    return (State)((int)state <= StateFull ? (int)state : StateUnknown);
}

/* The chemistry; what battery-ffi has no name for is TechnologyUnknown. */
static inline Technology battery_ffi_get_technology(const Battery *ptr)
{
    const battery_technology technology = battery_ffi_info(ptr).technology;

    return (Technology)((int)technology <= TechnologyRechargeableAlkalineManganese ? (int)technology : TechnologyUnknown);
}

/* Temperature, K; NaN where unknown. */
static inline float battery_ffi_get_temperature(const Battery *ptr)
{
    return (float)(battery_ffi_info(ptr).temperature_c + 273.15);
}

/* Charge cycles so far; UINT32_MAX where unknown. */
static inline uint32_t battery_ffi_get_cycle_count(const Battery *ptr)
{
    return battery_ffi_info(ptr).cycle_count;
}

/* The manufacturer's name, which battery_str_free frees; NULL where unknown. */
static inline char *battery_ffi_get_vendor(const Battery *ptr)
{
    return battery_get_vendor((const battery_ffi_handle *)ptr);
}

/* The model's name, which battery_str_free frees; NULL where unknown. */
static inline char *battery_ffi_get_model(const Battery *ptr)
{
    return battery_get_model((const battery_ffi_handle *)ptr);
}

/* The serial number, which battery_str_free frees; NULL where unknown. */
static inline char *battery_ffi_get_serial_number(const Battery *ptr)
{
    return battery_get_serial_number((const battery_ffi_handle *)ptr);
}

/* Time until full, s; NaN but while charging, and where unknown. */
static inline float battery_ffi_get_time_to_full(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).time_to_full_s;
}

/* Time until empty, s; NaN but while discharging, and where unknown. */
static inline float battery_ffi_get_time_to_empty(const Battery *ptr)
{
    return (float)battery_ffi_info(ptr).time_to_empty_s;
}

/* NULL is ignored. */
static inline void battery_ffi_free(Battery *ptr)
{
    battery_free((battery_ffi_handle *)ptr);
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

/* Copies the last error's text. Returns its length without the NUL, 0 when there is no error, -1 for a buffer that is NULL or too small. */
static inline int battery_ffi_last_error_message(char *buffer, int length)
{
    if (buffer == NULL)
        return -1;
    return battery_ffi_have_last_error() ? battery_last_error_message(buffer, length) : 0;
}

#define battery_manager_new battery_ffi_manager_new
#define battery_manager_iter battery_ffi_manager_iter
#define battery_manager_free battery_ffi_manager_free
#define battery_iterator_next battery_ffi_iterator_next
#define battery_iterator_free battery_ffi_iterator_free
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
#define battery_get_cycle_count battery_ffi_get_cycle_count
#define battery_get_vendor battery_ffi_get_vendor
#define battery_get_model battery_ffi_get_model
#define battery_get_serial_number battery_ffi_get_serial_number
#define battery_get_time_to_full battery_ffi_get_time_to_full
#define battery_get_time_to_empty battery_ffi_get_time_to_empty
#define battery_free battery_ffi_free
#define battery_have_last_error battery_ffi_have_last_error
#define battery_last_error_length battery_ffi_last_error_length
#define battery_last_error_message battery_ffi_last_error_message

#endif /* battery_ffi_h */
