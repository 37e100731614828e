/*
 * The cost of a wait without events: prints how often the thread woke, and the processor time in seconds.
 * usage: wait_cost <sysfs root> <milliseconds>
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "battery.h"

static double seconds(struct rusage use)
{
    return (double)(use.ru_utime.tv_sec + use.ru_stime.tv_sec)
        + (double)(use.ru_utime.tv_usec + use.ru_stime.tv_usec) / 1e6;
}

int main(int argc, char **argv)
{
    battery_manager_options options = {0};
    battery_manager *manager;
    struct rusage before, after;
    int result;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <sysfs root> <milliseconds>\n", argv[0]);
        return 64;
    }

    options.size = sizeof options;
    options.sysfs_root = argv[1];
    manager = battery_manager_new_with(&options);

    /* The first wait subscribes to notifications; the second is measured. */
    battery_manager_wait(manager, 0);
    getrusage(RUSAGE_SELF, &before);
    result = battery_manager_wait(manager, atoi(argv[2]));
    getrusage(RUSAGE_SELF, &after);
    printf("%ld %.4f\n", after.ru_nvcsw - before.ru_nvcsw, seconds(after) - seconds(before));
    battery_manager_free(manager);
    return result == 0 ? 0 : 1;
}
