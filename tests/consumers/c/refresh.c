/*
 * Refreshes a battery a number of times, so that strace or callgrind can count the cost of one refresh.
 * usage: refresh <sysfs root> <refreshes>
 */
#include <battery.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    battery_manager_options options = {0};
    battery_manager *manager;
    battery_iterator *iterator;
    battery *one;
    long times;
    int result = 0;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <sysfs root> <refreshes>\n", argv[0]);
        return 64;
    }
    options.size = sizeof options;
    options.sysfs_root = argv[1];
    manager = battery_manager_new_with(&options);
    iterator = battery_manager_iter(manager);
    one = battery_iterator_next(iterator);
    for (times = atol(argv[2]); times > 0 && result == 0; times--)
        result = battery_manager_refresh(manager, one);
    battery_free(one);
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    return result == 0 ? 0 : 1;
}
