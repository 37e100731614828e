/*
 * A program written for battery-ffi 0.7.5. Prints a JSON list of the batteries in
 * battery-ffi's units; unknown is null. Then checks handles and errors.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "battery_ffi.h"

/* All that battery-ffi's own header declares: in C, a function of another type is an error here. */
Manager *battery_manager_new(void);
Batteries *battery_manager_iter(Manager *ptr);
void battery_manager_free(Manager *ptr);
Battery *battery_iterator_next(Batteries *ptr);
void battery_iterator_free(Batteries *ptr);
float battery_get_state_of_charge(const Battery *ptr);
float battery_get_energy(const Battery *ptr);
float battery_get_energy_full(const Battery *ptr);
float battery_get_energy_full_design(const Battery *ptr);
float battery_get_energy_rate(const Battery *ptr);
float battery_get_voltage(const Battery *ptr);
float battery_get_state_of_health(const Battery *ptr);
State battery_get_state(const Battery *ptr);
Technology battery_get_technology(const Battery *ptr);
float battery_get_temperature(const Battery *ptr);
uint32_t battery_get_cycle_count(const Battery *ptr);
char *battery_get_vendor(const Battery *ptr);
char *battery_get_model(const Battery *ptr);
char *battery_get_serial_number(const Battery *ptr);
float battery_get_time_to_full(const Battery *ptr);
float battery_get_time_to_empty(const Battery *ptr);
void battery_free(Battery *ptr);
void battery_str_free(char *ptr);
int battery_have_last_error(void);
int battery_last_error_length(void);
int battery_last_error_message(char *buffer, int length);

/* A name that both battery.h and the program define. */
static Battery *battery;

static void print_text(const char *key, char *text)
{
    const char *one;

    if (text == NULL) {
        /* An unknown string is not an error of the program. */
        printf("\"%s\": %s, ", key, battery_have_last_error() == 0 && battery_last_error_length() == 0 ? "null" : "\"an error\"");
        return;
    }
    printf("\"%s\": \"", key);
    for (one = text; *one != '\0'; one++)
        printf(*one == '"' || *one == '\\' ? "\\%c" : "%c", *one);
    printf("\", ");
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

static const char *technology_name(Technology technology)
{
    switch (technology) {
    case TechnologyUnknown:
        return "unknown";
    case TechnologyLithiumIon:
        return "lithium-ion";
    case TechnologyLeadAcid:
        return "lead-acid";
    case TechnologyLithiumPolymer:
        return "lithium-polymer";
    case TechnologyNickelMetalHydride:
        return "nickel-metal-hydride";
    case TechnologyNickelCadmium:
        return "nickel-cadmium";
    case TechnologyNickelZinc:
        return "nickel-zinc";
    case TechnologyLithiumIronPhosphate:
        return "lithium-iron-phosphate";
    case TechnologyRechargeableAlkalineManganese:
        return "rechargeable-alkaline-manganese";
    default:
        return "out of range";
    }
}

static void print_battery(void)
{
    uint8_t state = battery_get_state(battery);
    uint32_t cycles = battery_get_cycle_count(battery);
    Technology technology = battery_get_technology(battery);

    printf("{\"state\": \"%s\", \"technology\": \"%s\", ", state_name(state), technology_name(technology));
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

    /* The end of the iteration is not an error. */
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
