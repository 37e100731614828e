/*
 * Prints what libbattery says of a machine as JSON, in the shape of a fixture's expected.json.
 * usage: battery_json [--getters] [--recording] <sysfs root, or recording>
 * With --getters the values come from the single getters, else from battery_get_info.
 */
#include <battery.h>
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const states[] = {"unknown", "charging", "discharging", "empty", "full", "not-charging"};
static const char *const technologies[] = {
    NULL, "lithium-ion", "lead-acid", "lithium-polymer", "nickel-metal-hydride", "nickel-cadmium", "nickel-zinc",
    "lithium-iron-phosphate", "rechargeable-alkaline-manganese", "lithium-manganese"};
static const char *const levels[] = {NULL, "critical", "low", "normal", "high", "full"};
static const char *const kinds[] = {NULL, "battery", "ups"};
static const char *const scopes[] = {NULL, "system", "peripheral"};
static const char *const powers[] = {"unknown", "offline", "online"};

static void print_text(const char *text)
{
    const unsigned char *c;

    if (text == NULL) {
        printf("null");
        return;
    }
    putchar('"');
    for (c = (const unsigned char *)text; *c != 0; c++) {
        if (*c == '"' || *c == '\\')
            printf("\\%c", *c);
        else if (*c < 0x20)
            printf("\\u%04x", *c);
        else
            putchar(*c);
    }
    putchar('"');
}

static void print_word(const char *key, const char *word)
{
    printf(", \"%s\": ", key);
    print_text(word);
}

static void print_own_text(const char *key, char *text)
{
    print_word(key, text);
    battery_str_free(text);
}

static void print_number(const char *key, double value)
{
    if (isnan(value))
        printf(", \"%s\": null", key);
    else
        printf(", \"%s\": %.9g", key, value);
}

static void print_date(uint32_t date)
{
    if (date == UINT32_MAX)
        printf(", \"manufacture_date\": null");
    else
        printf(", \"manufacture_date\": \"%04u-%02u-%02u\"", (unsigned)(date / 10000), (unsigned)(date / 100 % 100), (unsigned)(date % 100));
}

static double of_float(float value) { return value == FLT_MAX ? NAN : value; }
static double of_thousandths(uint32_t value) { return value == UINT32_MAX ? NAN : value / 1000.0; }
static double of_signed_thousandths(int value) { return value == INT32_MAX ? NAN : value / 1000.0; }
static double of_seconds(uint64_t value) { return value == UINT64_MAX ? NAN : (double)value; }

/* The same values as battery_get_info gives, one by one. */
static void read_getters(const battery *one, battery_info *info)
{
    info->percentage = of_float(battery_get_percentage(one));
    info->energy_wh = of_thousandths(battery_get_energy(one));
    info->energy_full_wh = of_thousandths(battery_get_energy_full(one));
    info->energy_full_design_wh = of_thousandths(battery_get_energy_full_design(one));
    info->energy_rate_w = of_thousandths(battery_get_energy_rate(one));
    info->voltage_v = of_thousandths(battery_get_voltage(one));
    info->temperature_c = of_float(battery_get_temperature(one));
    info->state_of_health_percent = of_float(battery_get_state_of_health(one));
    info->cycle_count = battery_get_cycle_count(one);
    info->time_to_full_s = of_seconds(battery_get_time_to_full(one));
    info->time_to_empty_s = of_seconds(battery_get_time_to_empty(one));
    info->charge_start_threshold_percent = of_float(battery_get_charge_start_threshold(one));
    info->charge_end_threshold_percent = of_float(battery_get_charge_end_threshold(one));
    info->charge_ah = of_thousandths(battery_get_charge(one));
    info->charge_full_ah = of_thousandths(battery_get_charge_full(one));
    info->charge_full_design_ah = of_thousandths(battery_get_charge_full_design(one));
    info->current_a = of_signed_thousandths(battery_get_current(one));
    info->manufacture_date = battery_get_manufacture_date(one);
    info->state = battery_get_state(one);
    info->technology = battery_get_technology(one);
    info->kind = battery_get_kind(one);
    info->scope = battery_get_scope(one);
    info->capacity_level = battery_get_capacity_level(one);
}

static void print_battery(const battery *one, const battery_info *info)
{
    char *name = battery_get_name(one);

    printf("\n  {\"name\": ");
    print_text(name);
    battery_str_free(name);
    print_word("kind", kinds[info->kind]);
    print_word("scope", scopes[info->scope]);
    print_word("state", states[info->state]);
    print_word("technology", technologies[info->technology]);
    print_word("capacity_level", levels[info->capacity_level]);
    print_number("percentage", info->percentage);
    print_number("energy_wh", info->energy_wh);
    print_number("energy_full_wh", info->energy_full_wh);
    print_number("energy_full_design_wh", info->energy_full_design_wh);
    print_number("energy_rate_w", info->energy_rate_w);
    print_number("voltage_v", info->voltage_v);
    print_number("temperature_c", info->temperature_c);
    print_number("state_of_health_percent", info->state_of_health_percent);
    print_number("cycle_count", info->cycle_count == UINT32_MAX ? NAN : info->cycle_count);
    print_number("time_to_full_s", info->time_to_full_s);
    print_number("time_to_empty_s", info->time_to_empty_s);
    print_number("charge_start_threshold_percent", info->charge_start_threshold_percent);
    print_number("charge_end_threshold_percent", info->charge_end_threshold_percent);
    print_number("charge_ah", info->charge_ah);
    print_number("charge_full_ah", info->charge_full_ah);
    print_number("charge_full_design_ah", info->charge_full_design_ah);
    print_number("current_a", info->current_a);
    print_date(info->manufacture_date);
    print_own_text("vendor", battery_get_vendor(one));
    print_own_text("model", battery_get_model(one));
    print_own_text("serial_number", battery_get_serial_number(one));
    printf("}");
}

static int fail(void)
{
    char message[1024] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "battery_json: %s\n", message);
    return 1;
}

int main(int argc, char **argv)
{
    int getters = argc > 2 && strcmp(argv[1], "--getters") == 0;
    int recording = argc > 2 + getters && strcmp(argv[1 + getters], "--recording") == 0;
    battery_manager_options options;
    battery_manager *manager;
    battery_iterator *iterator;
    battery *one;
    int first = 1;

    if (argc != 2 + getters + recording) {
        fprintf(stderr, "usage: battery_json [--getters] [--recording] <sysfs root, or recording>\n");
        return 64;
    }
    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.scopes = BATTERY_SCOPES_ALL;
    *(recording ? &options.recording : &options.sysfs_root) = argv[argc - 1];
    manager = battery_manager_new_with(&options);
    if (manager == NULL)
        return fail();

    printf("{\"external_power\": \"%s\", \"batteries\": [", powers[battery_manager_external_power(manager)]);
    iterator = battery_manager_iter(manager);
    if (iterator == NULL)
        return fail();
    while ((one = battery_iterator_next(iterator)) != NULL) {
        battery_info info;

        if (getters)
            read_getters(one, &info);
        else if (battery_get_info(one, &info, sizeof info) != 0)
            return fail();
        printf("%s", first ? "" : ",");
        first = 0;
        print_battery(one, &info);
        battery_free(one);
    }
    if (battery_last_error_code() != BATTERY_ERROR_NONE)
        return fail();
    printf("\n]}\n");
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    return 0;
}
