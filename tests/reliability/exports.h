/*
 * All functions of the library, by their names in battery.abi, each called with handles and zeros. Functions that return
 * a float or nothing are called the same way; the result is ignored.
 */
#ifndef EXPORTS_H
#define EXPORTS_H

#include <battery.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_EXPORTS 200

enum first_argument { NOTHING, BATTERY, MANAGER, ITERATOR };

static struct {
    char name[64];
    enum first_argument first;
    long (*call)(void *first, long second, long third);
} exports[MAX_EXPORTS];
static int export_count;

static inline void fail(const char *what)
{
    char message[512] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "%s: %s\n", what, message);
    exit(1);
}

/* The program is linked with the library, and with -ldl. */
static inline void find_exports(const char *abi)
{
    char line[512], *name, *end;
    FILE *file = fopen(abi, "r");

    if (file == NULL)
        fail(abi);
    while (fgets(line, sizeof line, file) != NULL) {
        end = strchr(line, '(');
        if (end == NULL || line[0] == '#' || strncmp(line, "struct", 6) == 0)
            continue;
        *end++ = 0;
        name = strrchr(line, ' ') + 1;
        name += *name == '*';
        snprintf(exports[export_count].name, sizeof exports[0].name, "%s", name);
        exports[export_count].first = strstr(end, "battery *") == end || strstr(end, "const battery *") == end ? BATTERY
            : strstr(end, "battery_manager *") == end ? MANAGER
            : strstr(end, "battery_iterator *") == end ? ITERATOR
            : NOTHING;
        *(void **)&exports[export_count].call = dlsym(RTLD_DEFAULT, name);
        if (exports[export_count].call == NULL || ++export_count == MAX_EXPORTS)
            fail(name);
    }
    fclose(file);
    if (export_count < 50)
        fail("battery.abi has too few functions");
}

static inline battery_manager *open_root(const char *root)
{
    battery_manager_options options;

    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.sysfs_root = root;
    return battery_manager_new_with(&options);
}

#endif
