/*
 * Holds all batteries at once and prints by how many KiB the process grew for them; then times a list of all supplies and
 * its floor in turn, a line per round, in nanoseconds a list.
 * usage: scale <sysfs root> <rounds>
 */
#define _GNU_SOURCE
#include "floor.h"
#include "machine.h"
#include "speed.h"

#define BATTERIES 2000

int main(int argc, char **argv)
{
    battery_manager *manager;
    battery_iterator *iterator;
    static battery *all[BATTERIES];
    int rounds, count, i;
    long before;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <sysfs root> <rounds>\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    before = resident_kib();
    iterator = battery_manager_iter(manager);
    for (count = 0; count < BATTERIES && (all[count] = battery_iterator_next(iterator)) != NULL; count++)
        ;
    battery_iterator_free(iterator);
    if (count == 0)
        fail("no battery");
    printf("%ld\n", resident_kib() - before);
    for (i = 0; i < count; i++)
        battery_free(all[i]);

    for (rounds = atoi(argv[2]); rounds > 0; rounds--) {
        int lists = 2000 / count + 1;
        double start = nanoseconds(), middle;

        for (i = 0; i < lists; i++)
            floor_list(argv[1]);
        middle = nanoseconds();
        for (i = 0; i < lists; i++)
            machine_list(manager);
        printf("%.1f\t%.1f\n", (middle - start) / lists, (nanoseconds() - middle) / lists);
    }
    battery_manager_free(manager);
    return 0;
}
