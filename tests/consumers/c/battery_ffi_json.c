/*
 * A program in the manner of battery-ffi 0.7.5 that knows nothing of libbattery. Prints a JSON list of the batteries in
 * battery-ffi's units; unknown is null. Then tries the handles and errors as such a program may.
 */
#include <stdio.h>
#include <string.h>

#include "battery_ffi.h"

/* A name that battery.h has for itself, and a program for its own. */
static Battery *battery;

static void print_text(const char *key, char *text)
{
    if (text == NULL) {
        printf("\"%s\": null, ", key);
        return;
    }
    /* The vendor's, model's and serial number's own text is tested elsewhere; here only that there is one. */
    printf("\"%s\": true, ", key);
    battery_str_free(text);
}

static void print_number(const char *key, float value)
{
    if (isnan(value))
        printf("\"%s\": null, ", key);
    else
        printf("\"%s\": %.9g, ", key, value);
}

static const char *state_name(State state)
{
    switch (state) {
    case StateCharging:
        return "charging";
    case StateDischarging:
        return "discharging";
    case StateEmpty:
        return "empty";
    case StateFull:
        return "full";
    case StateUnknown:
        return "unknown";
    default:
        return "out of range";
    }
}

static void print_battery(void)
{
    uint8_t state = battery_get_state(battery);
    uint32_t cycles = battery_get_cycle_count(battery);
    Technology technology = battery_get_technology(battery);

    printf("{\"state\": \"%s\", \"technology\": %d, ", state_name(state), technology);
    print_text("vendor", battery_get_vendor(battery));
    print_text("model", battery_get_model(battery));
    print_text("serial_number", battery_get_serial_number(battery));
    print_number("state_of_charge", battery_get_state_of_charge(battery));
    print_number("energy", battery_get_energy(battery));
    print_number("energy_full", battery_get_energy_full(battery));
    print_number("energy_full_design", battery_get_energy_full_design(battery));
    print_number("energy_rate", battery_get_energy_rate(battery));
    print_number("voltage", battery_get_voltage(battery));
    print_number("state_of_health", battery_get_state_of_health(battery));
    print_number("temperature", battery_get_temperature(battery));
    print_number("time_to_full", battery_get_time_to_full(battery));
    print_number("time_to_empty", battery_get_time_to_empty(battery));
    if (cycles == UINT32_MAX)
        printf("\"cycle_count\": null}");
    else
        printf("\"cycle_count\": %u}", (unsigned)cycles);
}

static int errors_are_as_there(struct Manager *manager)
{
    char text[256], small[2];

    /* The last getter gave a value or none: neither is an error here. */
    if (battery_have_last_error() != 0 || battery_last_error_length() != 0 || battery_last_error_message(text, 256) != 0)
        return 0;
    if (battery_iterator_next(NULL) != NULL || battery_have_last_error() != 1 || !isnan(battery_get_energy(NULL)))
        return 0;
    if (battery_last_error_message(NULL, 0) != -1 || battery_last_error_message(small, 2) != -1)
        return 0;
    if (battery_last_error_message(text, 256) != battery_last_error_length() - 1 || strlen(text) == 0)
        return 0;
    return battery_manager_iter((struct Manager *)NULL) == NULL && manager != NULL;
}

int main(void)
{
    float (*by_address)(const Battery *) = battery_get_energy;
    Manager *manager = battery_manager_new();
    Batteries *iterator = battery_manager_iter(manager);
    bool first = true;

    printf("[");
    while ((battery = battery_iterator_next(iterator)) != NULL) {
        printf("%s\n", first ? "" : ",");
        first = false;
        print_battery();
        if (isnan(by_address(battery)) != isnan(battery_get_energy(battery)))
            return 2;
        battery_free(battery);
    }
    printf("]\n");
    if (battery_have_last_error() == 1 || !errors_are_as_there(manager))
        return 1;
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    return 0;
}
