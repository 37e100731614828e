/* A machine's batteries through libbattery. */
#ifndef MACHINE_H
#define MACHINE_H

#include <battery.h>

#include <stdio.h>
#include <stdlib.h>

static inline void fail(const char *what)
{
    char message[512] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "%s: %s\n", what, message);
    exit(1);
}

static inline battery_manager *machine_open(const char *root)
{
    battery_manager_options options = {.size = sizeof options, .sysfs_root = root};
    battery_manager *manager = battery_manager_new_with(&options);

    if (manager == NULL)
        fail(root);
    return manager;
}

static inline battery *machine_first(battery_manager *manager)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *first = battery_iterator_next(iterator);

    battery_iterator_free(iterator);
    if (first == NULL)
        fail("no battery");
    return first;
}

static inline void machine_refresh(battery_manager *manager, battery *one, long times)
{
    while (times-- > 0)
        if (battery_manager_refresh(manager, one) != 0)
            fail("refresh");
}

/* Lists, reads and frees all batteries. Returns their number. */
static inline int machine_list(battery_manager *manager)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *one;
    int count = 0;

    while ((one = battery_iterator_next(iterator)) != NULL) {
        battery_free(one);
        count++;
    }
    battery_iterator_free(iterator);
    return count;
}

#endif
