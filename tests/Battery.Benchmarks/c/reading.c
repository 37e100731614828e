/*
 * Times the library's calls and the floor in turn, and prints a line per round, in nanoseconds for one of each:
 * the floor of one file, the floor of all files given, refresh, get_info, a getter, the floor of a list, a list,
 * the time of day, which is a function call without a system call.
 * usage: reading <sysfs root> <rounds> <uevent of its first battery> [what else a refresh of it reads]...
 */
#define _GNU_SOURCE
#include "floor.h"
#include "machine.h"
#include "speed.h"

#define READINGS 2000
#define VALUES 200000
#define LISTS 200

/* Nanoseconds for one of them. */
#define TIME(times, statement)                                     \
    do {                                                           \
        double start = nanoseconds();                              \
        long i;                                                    \
                                                                   \
        for (i = 0; i < (times); i++)                              \
            statement;                                             \
        printf("%.1f\t", (nanoseconds() - start) / (double)(times)); \
    } while (0)

static void read_all(char **paths, int count)
{
    int i;

    for (i = 0; i < count; i++)
        floor_read(paths[i]);
}

int main(int argc, char **argv)
{
    volatile double value;
    battery_manager *manager;
    battery_info info;
    struct timespec now;
    battery *one;
    int rounds;

    if (argc < 4) {
        fprintf(stderr, "usage: %s <sysfs root> <rounds> <file>...\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    one = machine_first(manager);
    machine_list(manager);
    for (rounds = atoi(argv[2]); rounds > 0; rounds--) {
        TIME(READINGS, floor_read(argv[3]));
        TIME(READINGS, read_all(argv + 3, argc - 3));
        TIME(READINGS, machine_refresh(manager, one, 1));
        TIME(VALUES, battery_get_info(one, &info, sizeof info));
        TIME(VALUES, value = battery_get_energy_rate(one));
        TIME(LISTS, floor_list(argv[1]));
        TIME(LISTS, machine_list(manager));
        TIME(VALUES, clock_gettime(CLOCK_REALTIME, &now));
        printf("\n");
    }
    (void)value;
    battery_free(one);
    battery_manager_free(manager);
    return 0;
}
