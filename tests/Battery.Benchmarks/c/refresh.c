/*
 * Refreshes a battery a number of times, so that strace or callgrind can count what one more costs.
 * usage: refresh <sysfs root> <refreshes>
 */
#define _GNU_SOURCE
#include "machine.h"

int main(int argc, char **argv)
{
    battery_manager *manager;
    battery *one;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <sysfs root> <refreshes>\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    one = machine_first(manager);
    machine_refresh(manager, one, atol(argv[2]));
    battery_free(one);
    battery_manager_free(manager);
    return 0;
}
