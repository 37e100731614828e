/*
 * Prints the batteries and the adapters of a machine as JSON. Values that are unknown are null.
 * usage: battery_json [--getters] [--recording] <sysfs root, or recording>
 * With --getters the values come from the single getters, else from battery_get_info. The list of values is generated:
 * see battery_values.h.
 */
#include <battery.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "battery_values.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof *(array)))

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

static void print_owned(char *text)
{
    print_text(text);
    battery_str_free(text);
}

/* The name of an enumeration's member; 0 is unknown, and a newer library may have more members. */
static void print_word(const char *const *words, int count, int number)
{
    print_text(number > 0 && number < count ? words[number] : NULL);
}

/* The names of a set's members as a list. */
static void print_flags(const char *const *words, int count, unsigned bits)
{
    const char *separator = "";
    int i;

    if (bits == 0) {
        printf("null");
        return;
    }
    putchar('[');
    for (i = 1; i < count; i++) {
        if (bits >> i & 1) {
            printf("%s\"%s\"", separator, words[i]);
            separator = ", ";
        }
    }
    putchar(']');
}

static void print_number(double value)
{
    if (isnan(value))
        printf("null");
    else
        printf("%.9g", value);
}

static void print_count(uint32_t count)
{
    if (count == BATTERY_UNKNOWN_UINT32)
        printf("null");
    else
        printf("%lu", (unsigned long)count);
}

static void print_date(uint32_t date)
{
    if (date == BATTERY_UNKNOWN_UINT32)
        printf("null");
    else
        printf("\"%04u-%02u-%02u\"", (unsigned)(date / 10000), (unsigned)(date / 100 % 100), (unsigned)(date % 100));
}

static double of_float(float value) { return value == BATTERY_UNKNOWN_FLOAT ? NAN : value; }
static double of_milli(uint32_t value) { return value == BATTERY_UNKNOWN_UINT32 ? NAN : value / 1000.0; }
static double of_signed_milli(int32_t value) { return value == BATTERY_UNKNOWN_INT32 ? NAN : value / 1000.0; }
static double of_seconds(uint64_t value) { return value == BATTERY_UNKNOWN_UINT64 ? NAN : (double)value; }

/* Reads each value by its getter into the struct that battery_get_info fills. */
static void read_getters(const battery *one, battery_info *info)
{
#define READ_TEXT(getter, key)
#define READ_ENUMERATION(getter, key) info->key = getter(one);
#define READ_FLAGS(getter, key) info->key = getter(one);
#define READ_FLOAT(getter, key) info->key = of_float(getter(one));
#define READ_MILLI(getter, key) info->key = of_milli(getter(one));
#define READ_SIGNED_MILLI(getter, key) info->key = of_signed_milli(getter(one));
#define READ_SECONDS(getter, key) info->key = of_seconds(getter(one));
#define READ_COUNT(getter, key) info->key = getter(one);
#define READ_DATE(getter, key) info->key = getter(one);
#define READ(kind, getter, key, field) READ_##kind(getter, key)
    BATTERY_VALUES(READ)
}

static void print_battery(const battery *one, const battery_info *info)
{
    const char *separator = "\n  {";

#define PRINT_TEXT(getter, key) print_owned(getter(one));
#define PRINT_ENUMERATION(getter, key) { \
        static const char *const words[] = BATTERY_WORDS_##key; \
        print_word(words, COUNT_OF(words), (int)info->key); \
    }
#define PRINT_FLAGS(getter, key) { \
        static const char *const words[] = BATTERY_WORDS_##key; \
        print_flags(words, COUNT_OF(words), (unsigned)info->key); \
    }
#define PRINT_FLOAT(getter, key) print_number(info->key);
#define PRINT_MILLI(getter, key) print_number(info->key);
#define PRINT_SIGNED_MILLI(getter, key) print_number(info->key);
#define PRINT_SECONDS(getter, key) print_number(info->key);
#define PRINT_COUNT(getter, key) print_count(info->key);
#define PRINT_DATE(getter, key) print_date(info->key);
#define PRINT(kind, getter, key, field) \
    printf("%s\"" #key "\": ", separator); \
    separator = ", "; \
    PRINT_##kind(getter, key)
    BATTERY_VALUES(PRINT)
    printf("}");
}

static void print_adapter(const battery_adapter *one, const battery_adapter_info *info)
{
    static const char *const types[] = {NULL, "mains", "usb", "usb-c", "usb-pd", "wireless"};
    static const char *const online[] = {"null", "false", "true"};

    printf("\n  {\"name\": ");
    print_owned(battery_adapter_get_name(one));
    printf(", \"type\": ");
    print_word(types, COUNT_OF(types), (int)info->type);
    printf(", \"is_online\": %s, \"voltage_v\": ", online[info->online]);
    print_number(info->voltage_v);
    printf(", \"current_a\": ");
    print_number(info->current_a);
    printf(", \"max_power_w\": ");
    print_number(info->max_power_w);
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
    battery_adapter_iterator *adapters;
    battery_adapter *adapter;
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
    battery_iterator_free(iterator);

    printf("\n], \"adapters\": [");
    adapters = battery_manager_iter_adapters(manager);
    for (first = 1; (adapter = battery_adapter_iterator_next(adapters)) != NULL; first = 0) {
        battery_adapter_info info;

        if (battery_adapter_get_info(adapter, &info, sizeof info) != 0)
            return fail();
        printf("%s", first ? "" : ",");
        print_adapter(adapter, &info);
        battery_adapter_free(adapter);
    }
    if (battery_last_error_code() != BATTERY_ERROR_NONE)
        return fail();
    printf("\n]}\n");
    battery_adapter_iterator_free(adapters);
    battery_manager_free(manager);
    return 0;
}
