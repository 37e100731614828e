#define _GNU_SOURCE
#include "guest.h"

#include <dirent.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static void fail(const char *what)
{
    char message[512] = "";

    battery_last_error_message(message, sizeof message);
    printf("%s: %s\n", what, message);
    exit(1);
}

/* The fan is the one cooling device of type Fan. */
static FILE *open_remote(void)
{
    char path[128], type[32];
    int i;

    for (i = 0; i < 64; i++) {
        FILE *file;

        snprintf(path, sizeof path, "/sys/class/thermal/cooling_device%d/type", i);
        file = fopen(path, "r");
        if (file == NULL)
            continue;
        type[0] = 0;
        if (fgets(type, sizeof type, file) == NULL)
            type[0] = 0;
        fclose(file);
        if (strcmp(type, "Fan\n") == 0) {
            snprintf(path, sizeof path, "/sys/class/thermal/cooling_device%d/cur_state", i);
            return fopen(path, "w");
        }
    }
    return NULL;
}

void press(int button)
{
    static FILE *remote;

    if (remote == NULL && (remote = open_remote()) == NULL)
        fail("no remote control");
    if (fprintf(remote, "%d", button) < 0 || fflush(remote) != 0)
        fail("the remote control does not respond");
}

void press_until(int button, const char *supply, int is_there)
{
    char path[128];
    int tries;

    snprintf(path, sizeof path, "/sys/class/power_supply/%s", supply);
    press(button);
    for (tries = 0; tries < PATIENCE && (access(path, F_OK) == 0) != is_there; tries++)
        sleep_ms(1);
}

void saw(const char *scenario, const char *format, ...)
{
    va_list arguments;

    printf("saw: %s = ", scenario);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
    fflush(stdout);
}

battery_manager *open_laptop(void)
{
    battery_manager *manager = battery_manager_new();

    if (manager == NULL || battery_manager_wait(manager, 0) < 0)
        fail("cannot open the laptop");
    return manager;
}

battery *find(battery_manager *manager, const char *name)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *one;

    while ((one = battery_iterator_next(iterator)) != NULL) {
        char *its_name = battery_get_name(one);
        int is_it = strcmp(its_name, name) == 0;

        battery_str_free(its_name);
        if (is_it)
            break;
        battery_free(one);
    }
    battery_iterator_free(iterator);
    return one;
}

static int add(char *text, size_t size, int length, double value, const char *format)
{
    return isnan(value) ? length : length + snprintf(text + length, size - (size_t)length, format, value);
}

const char *words(const battery *one)
{
    static const char *const states[] = {"unknown", "charging", "discharging", "empty", "full", "not charging"};
    static const char *const levels[] = {"", ", critical", ", low", "", ", high", ""};
    static char text[256];
    battery_info info;
    int length;

    if (battery_get_info(one, &info, sizeof info) != 0)
        return "no values";
    length = snprintf(text, sizeof text, "%s", states[info.state]);
    length = add(text, sizeof text, length, info.percentage, " %.0f %%");
    length = add(text, sizeof text, length, info.energy_wh, ", %.2f Wh");
    length = add(text, sizeof text, length, info.energy_rate_w, ", %.2f W");
    length = add(text, sizeof text, length, info.voltage_v, ", %.2f V");
    length = add(text, sizeof text, length, info.time_to_full_s, ", full in %.0f s");
    length = add(text, sizeof text, length, info.time_to_empty_s, ", empty in %.0f s");
    snprintf(text + length, sizeof text - (size_t)length, "%s", levels[info.capacity_level]);
    return text;
}

const char *words_of(battery_manager *manager, const char *name)
{
    battery *one = find(manager, name);
    const char *text = one == NULL ? "removed" : words(one);

    battery_free(one);
    return text;
}

const char *flow_of(battery_manager *manager, const char *name)
{
    static const char *const flows[] = {"unknown", "charging", "discharging", "discharging on external power", "held", "inhibited", "full", "idle"};
    static char text[256];
    battery *one = find(manager, name);
    battery_info info;
    int length, result = battery_get_info(one, &info, sizeof info);

    battery_free(one);
    if (result != 0)
        return "removed";
    length = snprintf(text, sizeof text, "%s", flows[info.power_flow]);
    length = add(text, sizeof text, length, info.percentage, " %.0f %%");
    length = add(text, sizeof text, length, info.charge_limit_percent, " of %.0f %%");
    length = add(text, sizeof text, length, info.time_to_limit_s, ", at the limit in %.0f s");
    length = add(text, sizeof text, length, info.time_to_full_s, ", full in %.0f s");
    add(text, sizeof text, length, info.time_to_empty_s, ", empty in %.0f s");
    return text;
}

const char *power(battery_manager *manager)
{
    static const char *const powers[] = {"unknown", "offline", "online"};

    return powers[battery_manager_external_power(manager)];
}

int wait_until_idle(battery_manager *manager, int milliseconds)
{
    int wakes = 0;

    while (battery_manager_wait(manager, milliseconds) == 1)
        wakes++;
    return wakes;
}

int wait_for_changes(battery_manager *manager, int milliseconds)
{
    int wakes = battery_manager_wait(manager, PATIENCE) == 1;

    return wakes == 0 ? 0 : wakes + wait_until_idle(manager, milliseconds);
}

void sleep_ms(int milliseconds)
{
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000L};

    nanosleep(&time, NULL);
}
