/*
 * Opens a recording a number of times, lists and frees everything, and prints how often it could be opened, and the largest
 * resident memory in KiB.
 * usage: reopen <recording> <times>
 */
#define _GNU_SOURCE
#include <battery.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

int main(int argc, char **argv)
{
    battery_manager_options options = {0};
    struct rusage usage;
    int i, opened = 0, times;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <recording> <times>\n", argv[0]);
        return 64;
    }
    options.size = sizeof options;
    options.recording = argv[1];
    times = atoi(argv[2]);
    for (i = 0; i < times; i++) {
        battery_manager *manager = battery_manager_new_with(&options);
        battery_iterator *iterator;
        battery *one;

        if (manager == NULL)
            continue;
        opened++;
        iterator = battery_manager_iter(manager);
        while ((one = battery_iterator_next(iterator)) != NULL)
            battery_free(one);
        battery_iterator_free(iterator);
        battery_manager_free(manager);
    }
    getrusage(RUSAGE_SELF, &usage);
    printf("%d of %d, %ld\n", opened, times, usage.ru_maxrss);
    return 0;
}
