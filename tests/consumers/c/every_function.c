/*
 * Calls every function of libbattery on the recorded laptop with two batteries, and prints what differs from the recording.
 * usage: every_function <sysfs root of thinkpad-t480-dual>
 */
#include <battery.h>
#include <float.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "../../../examples/c/battery_values.h"

/* Existing programs use these sizes, offsets and numbers: they never change. battery_info grows only at its end. */
typedef char options_are_24_bytes[sizeof(battery_manager_options) == 24 ? 1 : -1];
typedef char adapter_info_is_32_bytes[sizeof(battery_adapter_info) == 32 ? 1 : -1];
typedef char info_has_at_least_168_bytes[sizeof(battery_info) >= 168 ? 1 : -1];
typedef char reserved_ended_the_first_struct[offsetof(battery_info, reserved) == 164 ? 1 : -1];
typedef char current_ends_the_numbers[offsetof(battery_info, current_a) == 128 ? 1 : -1];
typedef char not_charging_is_5[BATTERY_STATE_NOT_CHARGING == 5 ? 1 : -1];
typedef char alkaline_is_8[BATTERY_TECHNOLOGY_RECHARGEABLE_ALKALINE_MANGANESE == 8 ? 1 : -1];

static int failures;

static void check(int line, const char *what, int is_so)
{
    if (!is_so) {
        fprintf(stderr, "every_function.c:%d: not so: %s\n", line, what);
        failures++;
    }
}

#define CHECK(what) check(__LINE__, #what, (what))

static int near(double value, double expected)
{
    return value > expected - 0.01 && value < expected + 0.01;
}

/* Frees the text. */
static int is_text(char *text, const char *expected)
{
    int is_same = text != NULL && strcmp(text, expected) == 0;

    battery_str_free(text);
    return is_same;
}

/* Frees the string. */
static int knows_text(char *text)
{
    int is_known = text != NULL;

    battery_str_free(text);
    return is_known;
}

static void check_the_library(void)
{
    CHECK(strncmp(battery_version(), BATTERY_VERSION_STRING, strlen(BATTERY_VERSION_STRING)) == 0);
    CHECK(BATTERY_VERSION_NUMBER == BATTERY_VERSION_MAJOR * 10000 + BATTERY_VERSION_MINOR * 100 + BATTERY_VERSION_PATCH);
    CHECK(strcmp(battery_error_name(BATTERY_ERROR_NOT_FOUND), "BATTERY_ERROR_NOT_FOUND") == 0);
    CHECK(strcmp(battery_error_name((battery_error)-99), "unknown") == 0);
    CHECK(battery_abi_version() == BATTERY_ABI_VERSION);
    CHECK(strchr(battery_version(), '.') != NULL);
}

static void check_getters(const battery *one)
{
    CHECK(is_text(battery_get_name(one), "BAT1"));
    CHECK(is_text(battery_get_vendor(one), "SANYO"));
    CHECK(is_text(battery_get_model(one), "01AV424"));
    CHECK(is_text(battery_get_serial_number(one), "641"));
    CHECK(battery_get_state(one) == BATTERY_STATE_DISCHARGING);
    CHECK(battery_get_technology(one) == BATTERY_TECHNOLOGY_LITHIUM_ION);
    CHECK(battery_get_kind(one) == BATTERY_KIND_BATTERY);
    CHECK(battery_get_scope(one) == BATTERY_SCOPE_SYSTEM);
    CHECK(battery_get_capacity_level(one) == BATTERY_CAPACITY_LEVEL_NORMAL);
    CHECK(near(battery_get_percentage(one), 68));
    CHECK(near(battery_get_state_of_charge(one), 68));
    CHECK(near(battery_get_state_of_health(one), 88.31));
    CHECK(battery_get_energy(one) == 43420);
    CHECK(battery_get_energy_full(one) == 62950);
    CHECK(battery_get_energy_full_design(one) == 71280);
    CHECK(battery_get_energy_rate(one) == 8341);
    CHECK(battery_get_voltage(one) == 11387);
    CHECK(battery_get_cycle_count(one) == 287);
    CHECK(battery_get_time_to_empty(one) == 18740);
    CHECK(near(battery_get_charge_start_threshold(one), 75));
    CHECK(near(battery_get_charge_end_threshold(one), 80));
    CHECK(battery_have_last_error() == 0);
}

/* Every getter, also of values that are added later, agrees with battery_has. */
static void check_every_getter(const battery *one)
{
#define KNOWS_TEXT(getter) knows_text(getter(one))
#define KNOWS_ENUMERATION(getter) ((int)getter(one) != 0)
#define KNOWS_FLAGS(getter) ((int)getter(one) != 0)
#define KNOWS_FLOAT(getter) (getter(one) != BATTERY_UNKNOWN_FLOAT)
#define KNOWS_MILLI(getter) (getter(one) != BATTERY_UNKNOWN_UINT32)
#define KNOWS_SIGNED_MILLI(getter) (getter(one) != BATTERY_UNKNOWN_INT32)
#define KNOWS_SECONDS(getter) (getter(one) != BATTERY_UNKNOWN_UINT64)
#define KNOWS_COUNT(getter) (getter(one) != BATTERY_UNKNOWN_UINT32)
#define KNOWS_DATE(getter) (getter(one) != BATTERY_UNKNOWN_UINT32)
#define CHECK_VALUE(kind, getter, key, field) check(__LINE__, #getter, KNOWS_##kind(getter) == battery_has(one, field));
    BATTERY_VALUES(CHECK_VALUE)
}

/* What this battery does not report. */
static void check_unknown_values(const battery *one)
{
    CHECK(battery_get_temperature(one) == FLT_MAX);
    CHECK(battery_last_error_code() == BATTERY_ERROR_UNKNOWN_VALUE);
    CHECK(battery_get_time_to_full(one) == UINT64_MAX);
    CHECK(battery_get_charge(one) == UINT32_MAX);
    CHECK(battery_get_charge_full(one) == UINT32_MAX);
    CHECK(battery_get_charge_full_design(one) == UINT32_MAX);
    CHECK(battery_get_current(one) == INT32_MAX);
    CHECK(battery_get_manufacture_date(one) == UINT32_MAX);
    CHECK(battery_has(one, BATTERY_FIELD_TEMPERATURE) == 0);
    CHECK(battery_has(one, BATTERY_FIELD_ENERGY) == 1);
    CHECK(battery_field_status(one, BATTERY_FIELD_ENERGY) == BATTERY_VALUE_STATUS_PRESENT);
    CHECK(battery_field_status(one, BATTERY_FIELD_TEMPERATURE) == BATTERY_VALUE_STATUS_NOT_SUPPORTED);
    CHECK(battery_field_status(one, BATTERY_FIELD_TIME_TO_FULL) == BATTERY_VALUE_STATUS_NOT_APPLICABLE);
}

static void check_explanations(battery *one)
{
    static const char health[] = "StateOfHealth 88.3 %: energy_full 62950000 \302\265Wh \303\267 energy_full_design 71280000 \302\265Wh";
    char text[256];

    CHECK(battery_explain(one, BATTERY_FIELD_STATE_OF_HEALTH, text, (int)sizeof text) == (int)sizeof health - 1);
    CHECK(strcmp(text, health) == 0);
    CHECK(battery_explain(one, BATTERY_FIELD_STATE_OF_HEALTH, NULL, 0) == (int)sizeof health - 1);
    CHECK(battery_is_derived(one, BATTERY_FIELD_STATE_OF_HEALTH) == 1);
    CHECK(battery_explain_sources(one, BATTERY_FIELD_TEMPERATURE, text, (int)sizeof text) == 7);
    CHECK(strcmp(text, "temp\t\t\n") == 0);
    CHECK(battery_explain(NULL, BATTERY_FIELD_STATE, text, (int)sizeof text) == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);
}

static void check_the_snapshot(const battery *one)
{
    battery_info info;

    CHECK(battery_get_info(one, &info, sizeof info) == 0);
    CHECK(near(info.energy_wh, 43.42));
    CHECK(near(info.energy_rate_w, 8.341));
    CHECK(info.state == BATTERY_STATE_DISCHARGING);
    CHECK((info.present >> BATTERY_FIELD_ENERGY & 1) == 1);
    CHECK((info.present >> BATTERY_FIELD_TEMPERATURE & 1) == 0);

    /* A program of an older header passes a smaller struct. */
    memset(&info, 0, sizeof info);
    CHECK(battery_get_info(one, &info, offsetof(battery_info, energy_full_wh)) == 0);
    CHECK(near(info.energy_wh, 43.42));
    CHECK(info.energy_full_wh == 0);
}

static void check_the_time_to_a_percentage(const battery *one)
{
    battery_info info;

    CHECK(battery_get_power_flow(one) == BATTERY_POWER_FLOW_DISCHARGING);
    CHECK(battery_get_signed_power(one) == -8341);
    CHECK(near(battery_get_charge_limit(one), 80));
    CHECK(battery_field_status(one, BATTERY_FIELD_TIME_TO_LIMIT) == BATTERY_VALUE_STATUS_NOT_APPLICABLE);

    /* 43.42 - 0.2 * 62.95 Wh at 8.341 W. */
    CHECK(battery_get_time_to_percentage(one, 20) == 13306);
    CHECK(battery_get_time_to_percentage(one, 90) == BATTERY_UNKNOWN_UINT64);
    CHECK(battery_last_error_code() == BATTERY_ERROR_UNKNOWN_VALUE);
    CHECK(battery_get_time_to_percentage(one, 101) == BATTERY_UNKNOWN_UINT64);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_get_time_to_percentage(NULL, 20) == BATTERY_UNKNOWN_UINT64);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);

    CHECK(battery_get_info(one, &info, sizeof info) == 0);
    CHECK(battery_info_time_to_percentage(&info, sizeof info, 20) == 13306);
    CHECK(battery_info_time_to_percentage(&info, sizeof info - 1, 20) == BATTERY_UNKNOWN_UINT64);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_info_time_to_percentage(NULL, sizeof info, 20) == BATTERY_UNKNOWN_UINT64);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_ARGUMENT);
}

/* Two readings at one moment say nothing of a rate: all that is known is that the estimate is provisional. */
static void check_the_estimate(const battery_manager *manager, const battery *one)
{
    battery_estimate estimate;

    CHECK(battery_get_estimate(one, &estimate, sizeof estimate) == 0);
    CHECK(estimate.is_provisional == 1);
    CHECK(battery_get_estimate(one, NULL, sizeof estimate) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_get_estimate(NULL, &estimate, sizeof estimate) == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_manager_get_estimate(manager, &estimate, sizeof estimate) == 0);
    CHECK(estimate.is_provisional == 1 && estimate.target_percentage == 0);
    CHECK(near(estimate.average_rate_w, 8.341));
    CHECK(battery_manager_get_estimate(manager, NULL, sizeof estimate) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_manager_get_estimate(NULL, &estimate, sizeof estimate) == BATTERY_ERROR_INVALID_HANDLE);
}

/* All batteries as one: by one call, and from what was read before. */
static void check_the_summary(battery_manager *manager, const battery *first, const battery *second)
{
    battery_info infos[2];
    battery_summary summary, same;

    CHECK(battery_manager_get_summary(manager, &summary, sizeof summary) == 0);
    CHECK(summary.count == 2 && summary.power_flow == BATTERY_POWER_FLOW_DISCHARGING);
    CHECK(near(summary.percentage, 71.82) && near(summary.signed_power_w, -8.341) && near(summary.time_s, 26275.99));
    CHECK(summary.external_power == BATTERY_EXTERNAL_POWER_OFFLINE);
    CHECK(battery_get_info(first, infos, sizeof *infos) == 0 && battery_get_info(second, infos + 1, sizeof *infos) == 0);
    CHECK(battery_info_summarize(infos, 2, sizeof *infos, &same, sizeof same) == 0);
    CHECK(same.count == 2 && same.energy_wh == summary.energy_wh && same.external_power == BATTERY_EXTERNAL_POWER_UNKNOWN);
    CHECK(battery_manager_get_summary(NULL, &summary, sizeof summary) == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_info_summarize(NULL, 1, sizeof *infos, &same, sizeof same) == BATTERY_ERROR_INVALID_ARGUMENT);
}

static void check_formats(battery_manager *manager, const battery *one)
{
    char text[8192], *all;
    int length = battery_format(one, BATTERY_METRIC_FORMAT_JSON, NULL, 0);

    CHECK(length > 0 && length < (int)sizeof text);
    CHECK(battery_format(one, BATTERY_METRIC_FORMAT_JSON, text, (int)sizeof text) == length);
    CHECK(strstr(text, "{\"name\":\"BAT1\",") == text && strstr(text, ",\"energy_rate_w\":8.341,") != NULL);
    CHECK(battery_format(one, BATTERY_METRIC_FORMAT_JSON, text, 5) == length && strcmp(text, "{\"na") == 0);
    CHECK(battery_format(NULL, BATTERY_METRIC_FORMAT_JSON, text, 5) == BATTERY_ERROR_INVALID_HANDLE);
    all = battery_manager_format(manager, BATTERY_METRIC_FORMAT_PROMETHEUS);
    CHECK(all != NULL && strstr(all, "\nnode_power_supply_capacity{power_supply=\"BAT1\"} 68\n") != NULL);
    battery_str_free(all);
    CHECK(battery_manager_format(NULL, BATTERY_METRIC_FORMAT_JSON) == NULL);
}

/* The AC adapter is not connected. */
static void check_adapters(battery_manager *manager)
{
    battery_adapter_iterator *iterator = battery_manager_iter_adapters(manager);
    battery_adapter *adapter = battery_adapter_iterator_next(iterator);
    battery_adapter_info info;

    CHECK(battery_adapter_iterator_next(iterator) == NULL);
    CHECK(battery_have_last_error() == 0);
    battery_adapter_iterator_free(iterator);
    CHECK(is_text(battery_adapter_get_name(adapter), "AC"));
    CHECK(battery_adapter_get_info(adapter, &info, sizeof info) == 0);
    CHECK(info.type == BATTERY_ADAPTER_TYPE_MAINS && info.online == BATTERY_EXTERNAL_POWER_OFFLINE);
    CHECK(info.voltage_v != info.voltage_v && info.current_a != info.current_a && info.max_power_w != info.max_power_w);
    CHECK(battery_adapter_get_info(adapter, NULL, sizeof info) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_adapter_get_info(NULL, &info, sizeof info) == BATTERY_ERROR_INVALID_HANDLE);
    battery_adapter_free(adapter);
    CHECK(battery_adapter_get_name(adapter) == NULL && battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_manager_iter_adapters(NULL) == NULL && battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_adapter_iterator_next(iterator) == NULL && battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);
}

static void check_errors(void)
{
    char text[256], small[4];
    int length;
    battery *gone = NULL;

    CHECK(battery_get_energy(gone) == UINT32_MAX);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(battery_have_last_error() == 1);
    length = battery_last_error_length();
    CHECK(length > 1);
    CHECK(battery_last_error_message(NULL, 0) == length - 1);
    CHECK(battery_last_error_message(small, (int)sizeof small) == length - 1);
    CHECK(strlen(small) == sizeof small - 1);
    CHECK(battery_last_error_message(text, (int)sizeof text) == length - 1);
    CHECK((int)strlen(text) == length - 1);
}

static void check_waiting(battery_manager *manager)
{
    CHECK(battery_manager_has_events(manager) == 0);
    CHECK(battery_manager_wait(manager, 0) == 0);
    CHECK(battery_manager_wake(manager) == 0);
    CHECK(battery_manager_wait(manager, -1) == 0);
}

/* Of a battery that is not to be changed: what is refused before anything is written. */
static void check_the_charge_limit(battery *one)
{
    uint32_t end = 7;

    CHECK(battery_set_charge_limit(one, 90, 80, NULL, &end) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_set_charge_limit(one, BATTERY_UNKNOWN_UINT32, 0, NULL, &end) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_set_charge_limit(NULL, BATTERY_UNKNOWN_UINT32, 80, NULL, &end) == BATTERY_ERROR_INVALID_HANDLE);
    CHECK(end == 7);
}

/* Saves a recording, and reads it. */
static void check_recordings(battery_manager *manager)
{
    battery_manager_options options;
    battery_manager *reopened;
    battery_iterator *iterator;
    battery *first;
    char path[64];

    sprintf(path, "/tmp/every_function-%lx-%lx.txt", (unsigned long)getpid(), (unsigned long)time(NULL));
    CHECK(battery_manager_save_recording(manager, path, BATTERY_RECORDING_FLAGS_SERIAL_NUMBERS) == 0);
    CHECK(battery_manager_save_recording(manager, path, 0) == BATTERY_ERROR_ALREADY_EXISTS);
    CHECK(battery_manager_save_recording(manager, NULL, 0) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_manager_save_recording(manager, path, 4) == BATTERY_ERROR_INVALID_ARGUMENT);
    CHECK(battery_manager_save_recording(NULL, path, 0) == BATTERY_ERROR_INVALID_HANDLE);

    memset(&options, 0, sizeof options);
    options.size = (uint32_t)sizeof options;
    options.recording = path;
    reopened = battery_manager_new_with(&options);
    iterator = battery_manager_iter(reopened);
    first = battery_iterator_next(iterator);
    CHECK(is_text(battery_get_name(first), "BAT0"));
    CHECK(battery_manager_refresh(reopened, first) == 0);
    CHECK(battery_get_percentage(first) == 80);
    CHECK(battery_set_charge_limit(first, BATTERY_UNKNOWN_UINT32, 80, NULL, NULL) == BATTERY_ERROR_NOT_SUPPORTED);
    battery_free(first);
    battery_iterator_free(iterator);
    battery_manager_free(reopened);

    options.sysfs_root = "/sys";
    CHECK(battery_manager_new_with(&options) == NULL);
    CHECK(battery_last_error_code() == BATTERY_ERROR_INVALID_ARGUMENT);

    /* A program of the first header passes no recording. */
    options.size = (uint32_t)offsetof(battery_manager_options, recording);
    reopened = battery_manager_new_with(&options);
    CHECK(reopened != NULL);
    battery_manager_free(reopened);
    remove(path);
}

static void check_this_machine(void)
{
    battery_manager *manager = battery_manager_new();

    CHECK(manager != NULL);
    battery_manager_free(manager);
}

int main(int argc, char **argv)
{
    battery_manager_options options;
    battery_manager *manager;
    battery_iterator *iterator;
    battery *first, *second;

    if (argc != 2) {
        fprintf(stderr, "usage: %s <sysfs root>\n", argv[0]);
        return 64;
    }

    memset(&options, 0, sizeof options);
    options.size = (uint32_t)sizeof options;
    options.sysfs_root = argv[1];
    manager = battery_manager_new_with(&options);
    iterator = battery_manager_iter(manager);
    first = battery_iterator_next(iterator);
    second = battery_iterator_next(iterator);
    CHECK(battery_iterator_next(iterator) == NULL);
    CHECK(battery_have_last_error() == 0);
    battery_iterator_free(iterator);
    CHECK(is_text(battery_get_name(first), "BAT0"));
    CHECK(is_text(battery_manager_get_backend(manager), "sysfs"));
    CHECK(battery_manager_external_power(manager) == BATTERY_EXTERNAL_POWER_OFFLINE);
    CHECK(battery_manager_get_adapter_power(manager) == UINT32_MAX && battery_last_error_code() == BATTERY_ERROR_UNKNOWN_VALUE);
    CHECK(battery_manager_refresh(manager, second) == 0);

    check_the_library();
    check_getters(second);
    check_every_getter(first);
    check_every_getter(second);
    check_unknown_values(second);
    check_explanations(second);
    check_the_snapshot(second);
    check_the_time_to_a_percentage(second);
    check_the_estimate(manager, second);
    check_the_summary(manager, first, second);
    check_formats(manager, second);
    check_the_charge_limit(second);
    check_adapters(manager);
    check_errors();
    check_waiting(manager);
    check_recordings(manager);
    check_this_machine();

    battery_free(first);
    battery_free(second);
    battery_manager_free(manager);
    printf("%s\n", failures == 0 ? "all as recorded" : "not as recorded");
    return failures == 0 ? 0 : 1;
}
