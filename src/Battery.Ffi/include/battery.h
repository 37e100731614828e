/*
 * battery.h - what a machine's batteries are doing.
 *
 * Generated from libbattery's exports and their documentation by Battery.BindingGenerator. Do not edit:
 * change the exports, build, and run  dotnet build src/Battery.BindingGenerator -t:UpdateBindings
 *
 * Every function may be called from any thread. No handle that a caller passes can crash the process:
 * NULL, freed, of another type or random bits give the unknown value and BATTERY_ERROR_INVALID_HANDLE.
 * Pointers to memory (buffers, structs, texts to read) must be good, as everywhere in C.
 *
 * SPDX-License-Identifier: MIT
 */
#ifndef LIBBATTERY_BATTERY_H
#define LIBBATTERY_BATTERY_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The ABI that this header describes; battery_abi_version() gives the library's. */
#define BATTERY_ABI_VERSION 1

/* The coarse level that some batteries report beside, or instead of, a percentage. */
typedef enum battery_capacity_level {
    /* The machine does not say. */
    BATTERY_CAPACITY_LEVEL_UNKNOWN = 0,
    /* Almost empty: the machine is about to switch off. */
    BATTERY_CAPACITY_LEVEL_CRITICAL = 1,
    /* Low. */
    BATTERY_CAPACITY_LEVEL_LOW = 2,
    /* Neither low nor high. */
    BATTERY_CAPACITY_LEVEL_NORMAL = 3,
    /* High. */
    BATTERY_CAPACITY_LEVEL_HIGH = 4,
    /* Full. */
    BATTERY_CAPACITY_LEVEL_FULL = 5
} battery_capacity_level;

/* What can go wrong, as the C ABI numbers it. */
typedef enum battery_error {
    /* Nothing went wrong. */
    BATTERY_ERROR_NONE = 0,
    /* The handle is NULL, was freed, belongs to another type, or never was one. */
    BATTERY_ERROR_INVALID_HANDLE = -1,
    /* Another argument cannot be used. */
    BATTERY_ERROR_INVALID_ARGUMENT = -2,
    /* The folder, or the battery, is not there (any more). */
    BATTERY_ERROR_NOT_FOUND = -3,
    /* The system does not allow it. */
    BATTERY_ERROR_PERMISSION_DENIED = -4,
    /* The system answered with an error. */
    BATTERY_ERROR_IO = -5,
    /* This system has no source of battery readings. */
    BATTERY_ERROR_NOT_SUPPORTED = -6,
    /* The value is not known; battery_value_status says why. */
    BATTERY_ERROR_UNKNOWN_VALUE = -7,
    /* Memory, or room for more handles, is used up. */
    BATTERY_ERROR_OUT_OF_MEMORY = -8,
    /* A fault of the library itself. */
    BATTERY_ERROR_INTERNAL = -9,
    /* The file is no recording, or a damaged one. */
    BATTERY_ERROR_INVALID_DATA = -10,
    /* The file is there already, and was not to be overwritten. */
    BATTERY_ERROR_ALREADY_EXISTS = -11
} battery_error;

/* Whether the machine is fed from outside. */
typedef enum battery_external_power {
    /* The machine has no supply that says so. */
    BATTERY_EXTERNAL_POWER_UNKNOWN = 0,
    /* Every adapter that could be read says that it is off. */
    BATTERY_EXTERNAL_POWER_OFFLINE = 1,
    /* At least one adapter feeds the machine. */
    BATTERY_EXTERNAL_POWER_ONLINE = 2
} battery_external_power;

/*
 * The values that a battery can have. The number is the value's bit in a presence mask and
 * never changes.
 */
typedef enum battery_field {
    /* The name that the system gives the battery, as BAT0. Always known. */
    BATTERY_FIELD_NAME = 0,
    /* Battery or UPS. Always known. */
    BATTERY_FIELD_KIND = 1,
    /* The machine's or a peripheral's. Always known. */
    BATTERY_FIELD_SCOPE = 2,
    /* What the battery is doing. */
    BATTERY_FIELD_STATE = 3,
    /* The chemistry. */
    BATTERY_FIELD_TECHNOLOGY = 4,
    /* The coarse level. */
    BATTERY_FIELD_CAPACITY_LEVEL = 5,
    /* The manufacturer's name. */
    BATTERY_FIELD_VENDOR = 6,
    /* The model's name. */
    BATTERY_FIELD_MODEL = 7,
    /* The serial number, a text. */
    BATTERY_FIELD_SERIAL_NUMBER = 8,
    /* The day of manufacture. */
    BATTERY_FIELD_MANUFACTURE_DATE = 9,
    /* State of charge, 0 to 100 %. */
    BATTERY_FIELD_PERCENTAGE = 10,
    /* Energy left, Wh. */
    BATTERY_FIELD_ENERGY = 11,
    /* Energy when full, as it is today, Wh. */
    BATTERY_FIELD_ENERGY_FULL = 12,
    /* Energy when full, as it was designed, Wh. */
    BATTERY_FIELD_ENERGY_FULL_DESIGN = 13,
    /* Power that flows in or out, a magnitude, W. */
    BATTERY_FIELD_ENERGY_RATE = 14,
    /* Voltage, V. */
    BATTERY_FIELD_VOLTAGE = 15,
    /* Temperature, °C. */
    BATTERY_FIELD_TEMPERATURE = 16,
    /* State of health: energy when full over designed energy, %. */
    BATTERY_FIELD_STATE_OF_HEALTH = 17,
    /* Charge cycles so far. */
    BATTERY_FIELD_CYCLE_COUNT = 18,
    /* Seconds until full. */
    BATTERY_FIELD_TIME_TO_FULL = 19,
    /* Seconds until empty. */
    BATTERY_FIELD_TIME_TO_EMPTY = 20,
    /* Percentage below which charging begins. */
    BATTERY_FIELD_CHARGE_START_THRESHOLD = 21,
    /* Percentage at which charging ends. */
    BATTERY_FIELD_CHARGE_END_THRESHOLD = 22,
    /* Charge left, Ah. */
    BATTERY_FIELD_CHARGE = 23,
    /* Charge when full, as it is today, Ah. */
    BATTERY_FIELD_CHARGE_FULL = 24,
    /* Charge when full, as it was designed, Ah. */
    BATTERY_FIELD_CHARGE_FULL_DESIGN = 25,
    /* Current, A; negative while the battery loses charge. */
    BATTERY_FIELD_CURRENT = 26
} battery_field;

/* What sort of energy store a supply is. */
typedef enum battery_kind {
    /* Nothing that could be asked: of a battery the kind is always known. */
    BATTERY_KIND_UNKNOWN = 0,
    /* A battery. */
    BATTERY_KIND_BATTERY = 1,
    /* An uninterruptible power supply. */
    BATTERY_KIND_UPS = 2
} battery_kind;

/* How a recording is saved; the values can be added. */
typedef enum battery_recording_saving {
    /* Serial numbers and hardware addresses masked, and no file overwritten. */
    BATTERY_RECORDING_SAVING_DEFAULT = 0,
    /* A file that is there is overwritten. */
    BATTERY_RECORDING_SAVING_OVERWRITE = 1,
    /* Serial numbers and hardware addresses are kept. */
    BATTERY_RECORDING_SAVING_SERIAL_NUMBERS = 2
} battery_recording_saving;

/* What a battery feeds. */
typedef enum battery_scope {
    /* Nothing that could be asked: of a battery the scope is always known. */
    BATTERY_SCOPE_UNKNOWN = 0,
    /* The machine itself. */
    BATTERY_SCOPE_SYSTEM = 1,
    /* A peripheral with a battery of its own: a mouse, a headset, a pen, a controller. */
    BATTERY_SCOPE_PERIPHERAL = 2
} battery_scope;

/* Which batteries a manager lists; the values can be added. */
typedef enum battery_scopes {
    /* What a manager lists unless told otherwise: the machine's own. */
    BATTERY_SCOPES_DEFAULT = 0,
    /* The machine's own batteries and UPSes. */
    BATTERY_SCOPES_SYSTEM = 1,
    /* Those of peripherals: mice, headsets, pens, controllers. */
    BATTERY_SCOPES_PERIPHERAL = 2,
    /* All of them. */
    BATTERY_SCOPES_ALL = 3
} battery_scopes;

/* What a battery is doing. Values 0 to 4 are those of battery-ffi; new ones come after. */
typedef enum battery_state {
    /* The machine does not say, or says something unheard of. */
    BATTERY_STATE_UNKNOWN = 0,
    /* Energy flows into the battery. */
    BATTERY_STATE_CHARGING = 1,
    /* The battery feeds the machine. */
    BATTERY_STATE_DISCHARGING = 2,
    /* Nothing is left to draw. */
    BATTERY_STATE_EMPTY = 3,
    /* Charged as far as the battery lets itself be charged. */
    BATTERY_STATE_FULL = 4,
    /*
     * External power is there and the battery is held, as by a charge limit: neither charging
     * nor discharging.
     */
    BATTERY_STATE_NOT_CHARGING = 5
} battery_state;

/* A battery's chemistry. Values 0 to 8 are those of battery-ffi; new ones come after. */
typedef enum battery_technology {
    /* The machine does not say. */
    BATTERY_TECHNOLOGY_UNKNOWN = 0,
    /* Lithium-ion. */
    BATTERY_TECHNOLOGY_LITHIUM_ION = 1,
    /* Lead-acid. */
    BATTERY_TECHNOLOGY_LEAD_ACID = 2,
    /* Lithium polymer. */
    BATTERY_TECHNOLOGY_LITHIUM_POLYMER = 3,
    /* Nickel-metal hydride. */
    BATTERY_TECHNOLOGY_NICKEL_METAL_HYDRIDE = 4,
    /* Nickel-cadmium. */
    BATTERY_TECHNOLOGY_NICKEL_CADMIUM = 5,
    /* Nickel-zinc. */
    BATTERY_TECHNOLOGY_NICKEL_ZINC = 6,
    /* Lithium iron phosphate. */
    BATTERY_TECHNOLOGY_LITHIUM_IRON_PHOSPHATE = 7,
    /* Rechargeable alkaline-manganese. */
    BATTERY_TECHNOLOGY_RECHARGEABLE_ALKALINE_MANGANESE = 8,
    /* Lithium manganese. */
    BATTERY_TECHNOLOGY_LITHIUM_MANGANESE = 9
} battery_technology;

/* Whether a value is known, and if not, why. */
typedef enum battery_value_status {
    /* Nothing that could be asked: no such battery, or no such field. */
    BATTERY_VALUE_STATUS_INVALID = -1,
    /* The value is known. */
    BATTERY_VALUE_STATUS_PRESENT = 0,
    /* This machine does not report the value, or reports that it does not know it. */
    BATTERY_VALUE_STATUS_NOT_SUPPORTED = 1,
    /*
     * The value is there and could not be read: permission denied, or an error of the device.
     */
    BATTERY_VALUE_STATUS_UNREADABLE = 2,
    /* The machine reports something that cannot be true; a rule refused it. */
    BATTERY_VALUE_STATUS_IMPLAUSIBLE = 3,
    /*
     * The value has no meaning in the present state, as the time to full while discharging.
     */
    BATTERY_VALUE_STATUS_NOT_APPLICABLE = 4
} battery_value_status;

/*
 * One battery and the values of its last reading. Given by battery_iterator_next, ended by
 * battery_free.
 */
typedef struct battery battery;

/*
 * A walk over the batteries that were there when it began. Made by battery_manager_iter, ended
 * by battery_iterator_free.
 */
typedef struct battery_iterator battery_iterator;

/* The batteries of a machine. Made by battery_manager_new, ended by battery_manager_free. */
typedef struct battery_manager battery_manager;

/*
 * All numbers of one battery at one moment, in full precision. New members come at the end. A
 * member whose bit in present is not set is NaN, UINT32_MAX, or 0 for an enumeration.
 */
typedef struct battery_info {
    /*
     * Which values are known: bit n is the battery_field of number n. Texts have a bit and a
     * getter, and no member here.
     */
    uint64_t present;
    /* State of charge, 0 to 100 %. */
    double percentage;
    /* Energy left, Wh. */
    double energy_wh;
    /* Energy when full, as it is today, Wh. */
    double energy_full_wh;
    /* Energy when full, as it was designed, Wh. */
    double energy_full_design_wh;
    /* Power that flows in or out, W, a magnitude. */
    double energy_rate_w;
    /* Voltage, V. */
    double voltage_v;
    /* Temperature, degrees Celsius. */
    double temperature_c;
    /* State of health, %; may pass 100. */
    double state_of_health_percent;
    /* Time until full, s. */
    double time_to_full_s;
    /* Time until empty, s. */
    double time_to_empty_s;
    /* Percentage below which charging begins. */
    double charge_start_threshold_percent;
    /* Percentage at which charging ends. */
    double charge_end_threshold_percent;
    /* Charge left, Ah. */
    double charge_ah;
    /* Charge when full, as it is today, Ah. */
    double charge_full_ah;
    /* Charge when full, as it was designed, Ah. */
    double charge_full_design_ah;
    /* Current, A; negative while the battery loses charge. */
    double current_a;
    /* Charge cycles so far. */
    uint32_t cycle_count;
    /* Day of manufacture, the number yyyymmdd. */
    uint32_t manufacture_date;
    /* What the battery is doing. */
    battery_state state;
    /* The chemistry. */
    battery_technology technology;
    /* Battery or UPS. */
    battery_kind kind;
    /* The machine's or a peripheral's. */
    battery_scope scope;
    /* The coarse level. */
    battery_capacity_level capacity_level;
    /* Always 0. */
    uint32_t reserved;
} battery_info;

/*
 * How a manager reads. Set every member to 0, then size, then what you want: a program compiled
 * against an older header goes on working.
 */
typedef struct battery_manager_options {
    /* sizeof(battery_manager_options). */
    uint32_t size;
    /* Which batteries to list, a sum of battery_scopes; 0 is the machine's own. */
    uint32_t scopes;
    /*
     * A folder to read in place of /sys, UTF-8, as a host's /sys mounted in a container; NULL
     * is /sys. Linux only.
     */
    const char *sysfs_root;
    /*
     * A recording to read in place of this machine, UTF-8: a file that
     * battery_manager_save_recording wrote, a copy of a power_supply folder, or what ioreg
     * prints on a Mac; NULL is this machine. Not together with sysfs_root.
     */
    const char *recording;
} battery_manager_options;

/* ------------------------------------------------------------------------------------------ */
/* A battery as a whole: which values it has, all of them at once, its end. */

/*
 * Whether a value is known.
 * battery: The battery.
 * field: The value.
 * Returns: 1 or 0; 0 for a battery or field that is none, too.
 */
int battery_has(const battery *battery, battery_field field);

/*
 * Whether a value is known, and if not, why.
 * battery: The battery.
 * field: The value.
 * Returns: A battery_value_status; BATTERY_VALUE_STATUS_INVALID for a battery or field that is
 * none.
 */
battery_value_status battery_field_status(const battery *battery, battery_field field);

/*
 * All numbers of the last reading in one call, of one and the same moment.
 * battery: The battery.
 * info: Where they go.
 * size: sizeof(battery_info): a program compiled against an older, shorter one gets what it
 * knows; what is beyond the library's own is set to 0.
 * Returns: 0, or a negative battery_error.
 */
int battery_get_info(const battery *battery, battery_info *info, size_t size);

/*
 * Ends a battery. NULL is ignored; what is no live battery is refused
 * (BATTERY_ERROR_INVALID_HANDLE).
 * battery: The battery.
 */
void battery_free(battery *battery);

/* ------------------------------------------------------------------------------------------ */
/*
 * The values of a battery's last reading. An unknown value is the largest of its type (NULL for
 * a text, 0 for an enumeration), sets BATTERY_ERROR_UNKNOWN_VALUE, and battery_field_status
 * says why; a handle that is none gives the same value and BATTERY_ERROR_INVALID_HANDLE.
 */

/*
 * State of charge, what the system shows; else energy over full energy.
 * battery: The battery.
 * Returns: Percent, 0.0 to 100.0; FLT_MAX where unknown.
 */
float battery_get_percentage(const battery *battery);

/*
 * State of charge: the same as battery_get_percentage.
 * battery: The battery.
 * Returns: Percent, 0.0 to 100.0; FLT_MAX where unknown.
 */
float battery_get_state_of_charge(const battery *battery);

/*
 * State of health: full energy over designed full energy.
 * battery: The battery.
 * Returns: Percent, may pass 100.0 on a new battery; FLT_MAX where unknown, as when either
 * energy is.
 */
float battery_get_state_of_health(const battery *battery);

/*
 * Temperature.
 * battery: The battery.
 * Returns: Degrees Celsius; FLT_MAX where unknown.
 */
float battery_get_temperature(const battery *battery);

/*
 * Energy left. Of a battery that counts charge: charge times the design voltage.
 * battery: The battery.
 * Returns: mWh; UINT32_MAX where unknown.
 */
uint32_t battery_get_energy(const battery *battery);

/*
 * Energy when full, as it is today.
 * battery: The battery.
 * Returns: mWh; UINT32_MAX where unknown.
 */
uint32_t battery_get_energy_full(const battery *battery);

/*
 * Energy when full, as it was designed.
 * battery: The battery.
 * Returns: mWh; UINT32_MAX where unknown.
 */
uint32_t battery_get_energy_full_design(const battery *battery);

/*
 * Power that flows in or out; the state gives the direction.
 * battery: The battery.
 * Returns: mW, a magnitude; UINT32_MAX where unknown.
 */
uint32_t battery_get_energy_rate(const battery *battery);

/*
 * Present voltage.
 * battery: The battery.
 * Returns: mV; UINT32_MAX where unknown.
 */
uint32_t battery_get_voltage(const battery *battery);

/*
 * Charge left, of a battery that counts charge.
 * battery: The battery.
 * Returns: mAh; UINT32_MAX where unknown.
 */
uint32_t battery_get_charge(const battery *battery);

/*
 * Charge when full, as it is today, of a battery that counts charge.
 * battery: The battery.
 * Returns: mAh; UINT32_MAX where unknown.
 */
uint32_t battery_get_charge_full(const battery *battery);

/*
 * Charge when full, as it was designed, of a battery that counts charge.
 * battery: The battery.
 * Returns: mAh; UINT32_MAX where unknown.
 */
uint32_t battery_get_charge_full_design(const battery *battery);

/*
 * Current, negative while the battery loses charge.
 * battery: The battery.
 * Returns: mA; INT32_MAX where unknown.
 */
int battery_get_current(const battery *battery);

/*
 * Charge cycles so far.
 * battery: The battery.
 * Returns: A count from 1; UINT32_MAX where unknown: drivers write 0 when they do not know.
 */
uint32_t battery_get_cycle_count(const battery *battery);

/*
 * Time until full: the gauge's own estimate, else what still fits in over what flows.
 * battery: The battery.
 * Returns: Seconds; UINT64_MAX where unknown, when not charging, and beyond ten days.
 */
uint64_t battery_get_time_to_full(const battery *battery);

/*
 * Time until empty: the gauge's own estimate, else what is left over what flows.
 * battery: The battery.
 * Returns: Seconds; UINT64_MAX where unknown, when not discharging, and beyond ten days.
 */
uint64_t battery_get_time_to_empty(const battery *battery);

/*
 * The charge limit's lower end: charging begins below it.
 * battery: The battery.
 * Returns: Percent; FLT_MAX where unknown.
 */
float battery_get_charge_start_threshold(const battery *battery);

/*
 * The charge limit: charging ends there.
 * battery: The battery.
 * Returns: Percent; FLT_MAX where unknown.
 */
float battery_get_charge_end_threshold(const battery *battery);

/*
 * Day of manufacture.
 * battery: The battery.
 * Returns: The number yyyymmdd, as 20210314; UINT32_MAX where unknown.
 */
uint32_t battery_get_manufacture_date(const battery *battery);

/*
 * What the battery is doing.
 * battery: The battery.
 * Returns: A battery_state; BATTERY_STATE_UNKNOWN where unknown.
 */
battery_state battery_get_state(const battery *battery);

/*
 * The chemistry.
 * battery: The battery.
 * Returns: A battery_technology; BATTERY_TECHNOLOGY_UNKNOWN where unknown.
 */
battery_technology battery_get_technology(const battery *battery);

/*
 * Battery or UPS.
 * battery: The battery.
 * Returns: A battery_kind, known for every battery.
 */
battery_kind battery_get_kind(const battery *battery);

/*
 * The machine's own battery or a peripheral's.
 * battery: The battery.
 * Returns: A battery_scope, known for every battery.
 */
battery_scope battery_get_scope(const battery *battery);

/*
 * The coarse level that some batteries report.
 * battery: The battery.
 * Returns: A battery_capacity_level; BATTERY_CAPACITY_LEVEL_UNKNOWN where unknown.
 */
battery_capacity_level battery_get_capacity_level(const battery *battery);

/*
 * The name that the system gives the battery, as BAT0.
 * battery: The battery.
 * Returns: UTF-8 text, which battery_str_free frees.
 */
char *battery_get_name(const battery *battery);

/*
 * The manufacturer's name.
 * battery: The battery.
 * Returns: UTF-8 text, which battery_str_free frees; NULL where unknown.
 */
char *battery_get_vendor(const battery *battery);

/*
 * The model's name.
 * battery: The battery.
 * Returns: UTF-8 text, which battery_str_free frees; NULL where unknown.
 */
char *battery_get_model(const battery *battery);

/*
 * The serial number.
 * battery: The battery.
 * Returns: UTF-8 text, which battery_str_free frees; NULL where unknown.
 */
char *battery_get_serial_number(const battery *battery);

/* ------------------------------------------------------------------------------------------ */
/*
 * The outcome of the calling thread's last call. Every function sets it, success too, but for
 * those here, the versions, and the _free functions, which set it only when they refuse.
 * Reading does not consume it.
 */

/*
 * The code of the last error.
 * Returns: BATTERY_ERROR_NONE when the last call succeeded.
 */
battery_error battery_last_error_code(void);

/*
 * Whether the last call failed, or gave a value that is not known.
 * Returns: 1 or 0.
 */
int battery_have_last_error(void);

/*
 * The length of the last error's text.
 * Returns: Bytes with the closing NUL; 0 when there is no error.
 */
int battery_last_error_length(void);

/*
 * Copies the last error's text: UTF-8 that ends in NUL, one sentence that says what happened,
 * to what, and what to do.
 * buffer: Where it goes.
 * length: The buffer's size in bytes; battery_last_error_length is enough.
 * Returns: The text's length without the NUL, 0 when there is no error, -1 when the buffer is
 * NULL or too small (the text is not lost: ask again).
 */
int battery_last_error_message(char *buffer, int length);

/*
 * Frees a text that a getter gave. NULL is ignored; a pointer that is not such a text is
 * refused and left alone (BATTERY_ERROR_INVALID_HANDLE), and so is one that was freed before,
 * until the C heap gives its address to another text.
 * text: The text.
 */
void battery_str_free(char *text);

/* ------------------------------------------------------------------------------------------ */
/* The walk over batteries. */

/*
 * The next battery, already read.
 * iterator: The iterator.
 * Returns: A battery, which battery_free ends; NULL at the end (the last error is then
 * BATTERY_ERROR_NONE) and on an error (it is then that error).
 */
battery *battery_iterator_next(battery_iterator *iterator);

/*
 * Ends an iterator. The batteries that it gave live on. NULL is ignored; what is no live
 * iterator is refused (BATTERY_ERROR_INVALID_HANDLE).
 * iterator: The iterator.
 */
void battery_iterator_free(battery_iterator *iterator);

/* ------------------------------------------------------------------------------------------ */
/* Which library this is. */

/*
 * The library's version, as 1.2.3.
 * Returns: A text that the library keeps: do not free it.
 */
const char *battery_version(void);

/*
 * The version of the C ABI: it grows when a program compiled against an older header would no
 * longer work.
 * Returns: Equal to BATTERY_ABI_VERSION of the header that fits the library.
 */
int battery_abi_version(void);

/* ------------------------------------------------------------------------------------------ */
/* The manager: opens a machine's batteries, lists them, reads one again. */

/*
 * Opens the batteries of this machine.
 * Returns: A manager, which battery_manager_free ends; NULL on failure (the last error says
 * why). A machine without a battery is no failure.
 */
battery_manager *battery_manager_new(void);

/*
 * Opens batteries with options.
 * options: The options, with size set; NULL is the same as battery_manager_new.
 * Returns: A manager, which battery_manager_free ends; NULL on failure: BATTERY_ERROR_NOT_FOUND
 * where the folder or recording is not there, BATTERY_ERROR_INVALID_DATA for what is no
 * recording, BATTERY_ERROR_INVALID_ARGUMENT for a size or scope that is none.
 */
battery_manager *battery_manager_new_with(const battery_manager_options *options);

/*
 * Finds and reads the batteries that are there now, in natural order of their names.
 * manager: The manager.
 * Returns: An iterator, which battery_iterator_free ends; NULL on failure.
 */
battery_iterator *battery_manager_iter(battery_manager *manager);

/*
 * Reads a battery again; its getters then give the new values.
 * manager: The manager.
 * battery: The battery.
 * Returns: 0, or a negative battery_error: BATTERY_ERROR_NOT_FOUND when the battery is gone,
 * whose getters keep the last values.
 */
int battery_manager_refresh(battery_manager *manager, battery *battery);

/*
 * Whether the machine is fed from outside.
 * manager: The manager.
 * Returns: Online where any adapter feeds the machine, offline where all that answer are off,
 * unknown where none says so or on an error.
 */
battery_external_power battery_manager_external_power(battery_manager *manager);

/*
 * The power that the adapter in use can give.
 * manager: The manager.
 * Returns: mW; UINT32_MAX where it is unknown: the system does not say (Linux and Windows never
 * do), no adapter is in use, or on an error.
 */
uint32_t battery_manager_get_adapter_power(battery_manager *manager);

/*
 * How the manager reads, as sysfs.
 * manager: The manager.
 * Returns: A text, which battery_str_free frees; NULL on an error.
 */
char *battery_manager_get_backend(battery_manager *manager);

/*
 * Ends a manager. Its batteries and iterators live on until they are freed themselves; waits
 * that are under way end with BATTERY_ERROR_INVALID_HANDLE. NULL is ignored; what is no live
 * manager is refused (BATTERY_ERROR_INVALID_HANDLE).
 * manager: The manager.
 */
void battery_manager_free(battery_manager *manager);

/* ------------------------------------------------------------------------------------------ */
/*
 * Recordings: what a machine says of its power supplies in a file, for another machine to read.
 * battery_manager_options.recording opens one.
 */

/*
 * Saves what the manager's machine says of its power supplies, peripherals' too, word for word
 * and before any rule.
 * manager: The manager.
 * path: The file to write, UTF-8.
 * flags: A sum of battery_recording_saving; 0 masks serial numbers and overwrites nothing.
 * Returns: 0, or a negative battery_error: BATTERY_ERROR_ALREADY_EXISTS,
 * BATTERY_ERROR_NOT_FOUND where the file's folder is not there,
 * BATTERY_ERROR_PERMISSION_DENIED, BATTERY_ERROR_IO.
 */
int battery_manager_save_recording(battery_manager *manager, const char *path, uint32_t flags);

/* ------------------------------------------------------------------------------------------ */
/*
 * Waiting for changes: a battery comes or goes, its state, its whole percentage or its level
 * changes, external power comes or goes, or the system announces any other change of a power
 * supply. The first wait opens what the system announces by, and the manager keeps it: nothing
 * between two waits is missed. So wait once with a time of 0, read, and then wait and read in
 * turn. Where the system announces nothing, the wait looks again every 5 seconds.
 */

/*
 * Waits until something changes, without using the processor. Any number of threads may wait; a
 * change ends the waits that are under way, and where there is none, the next one.
 * manager: The manager.
 * timeout_ms: How long to wait, milliseconds; 0 asks what changed since the last wait, negative
 * is without end.
 * Returns: 1 when something changed, 0 when the time is up or battery_manager_wake ended the
 * wait, or a negative battery_error: BATTERY_ERROR_INVALID_HANDLE when the manager is freed
 * meanwhile.
 */
int battery_manager_wait(battery_manager *manager, int timeout_ms);

/*
 * Ends the waits that are under way, and where there is none, the next one: a thread that is
 * about to wait does not miss it. From any thread.
 * manager: The manager.
 * Returns: 0, or a negative battery_error.
 */
int battery_manager_wake(battery_manager *manager);

/*
 * Whether the system announces changes here, so that a wait need not look again and again. It
 * opens what the first wait opens.
 * manager: The manager.
 * Returns: 1 or 0, or a negative battery_error. 0 in a rootless container, where the kernel's
 * events do not come, and for a folder that is not the running kernel's.
 */
int battery_manager_has_events(battery_manager *manager);

#ifdef __cplusplus
}
#endif

#endif /* LIBBATTERY_BATTERY_H */
