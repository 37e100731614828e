/*
 * Refreshes a battery, then opens and closes managers, and prints the growth of the process in KiB for each.
 * usage: endurance <sysfs root> <refreshes> <managers>
 */
#define _GNU_SOURCE
#include <battery.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MAX_ROUNDS 40
#define STEADY_KIB 16

/* Without the pages of files: the system takes those away when memory is short, and gives them back later. */
static long resident_kib(void)
{
    long pages = 0, files = 0;
    FILE *file = fopen("/proc/self/statm", "r");

    if (file == NULL || fscanf(file, "%*s %ld %ld", &pages, &files) != 2)
        exit(1);
    fclose(file);
    return (pages - files) * (sysconf(_SC_PAGESIZE) / 1024);
}

static void refresh(battery_manager *manager, battery *one, long times)
{
    while (times-- > 0) {
        if (battery_manager_refresh(manager, one) != 0)
            exit(1);
    }
}

static void open_and_close(const battery_manager_options *options, long times)
{
    while (times-- > 0) {
        battery_manager *manager = battery_manager_new_with(options);
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;

        while ((one = battery_iterator_next(iterator)) != NULL) {
            battery_str_free(battery_get_name(one));
            battery_free(one);
        }
        battery_iterator_free(iterator);
        battery_manager_wait(manager, 0);
        battery_manager_free(manager);
    }
}

/* The growth in KiB by a number of managers: four times the quarter that grew least, because a leak grows in each quarter. */
static long grown_by_managers(const battery_manager_options *options, long times)
{
    long least = LONG_MAX;
    int quarter;

    for (quarter = 0; quarter < 4; quarter++) {
        long before = resident_kib(), grown;

        open_and_close(options, times / 4);
        grown = resident_kib() - before;
        least = grown < least ? grown : least;
    }
    return 4 * least;
}

/* The heap reaches its size after some rounds; a leak grows on. */
static int warm_up(battery_manager *manager, battery *one, const battery_manager_options *options)
{
    int round;

    for (round = 0; round < MAX_ROUNDS; round++) {
        long before = resident_kib();

        refresh(manager, one, 1000);
        open_and_close(options, 500);
        if (resident_kib() - before <= STEADY_KIB)
            return 1;
    }
    return 0;
}

int main(int argc, char **argv)
{
    battery_manager_options options = {0};
    battery_manager *manager;
    battery_iterator *iterator;
    battery *one;
    long before;

    if (argc != 4) {
        fprintf(stderr, "usage: %s <sysfs root> <refreshes> <managers>\n", argv[0]);
        return 64;
    }
    options.size = sizeof options;
    options.sysfs_root = argv[1];
    manager = battery_manager_new_with(&options);
    iterator = battery_manager_iter(manager);
    one = battery_iterator_next(iterator);

    if (!warm_up(manager, one, &options)) {
        fprintf(stderr, "memory still grows after %d rounds, to %ld KiB\n", MAX_ROUNDS, resident_kib());
        return 1;
    }
    before = resident_kib();
    refresh(manager, one, atol(argv[2]));
    printf("%ld ", resident_kib() - before);

    printf("%ld ", grown_by_managers(&options, atol(argv[3])));
    printf("%ld\n", resident_kib());

    battery_free(one);
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    return 0;
}
