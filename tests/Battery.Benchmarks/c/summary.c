/*
 * Times what a prompt does, and prints a line per round, in nanoseconds for one of each: the files given, opened, read and closed;
 * a manager opened, its summary read, and freed; the summary of a manager that stays open.
 * usage: summary <sysfs root> <rounds> <file>...
 */
#define _GNU_SOURCE
#include "floor.h"
#include "machine.h"
#include "speed.h"

#define READINGS 500

static void summarize(battery_manager *manager)
{
    battery_summary summary;

    if (battery_manager_get_summary(manager, &summary, sizeof summary) != 0) {
        fprintf(stderr, "no summary\n");
        exit(1);
    }
}

/* Nanoseconds for one of them. */
#define TIME(statement)                                              \
    do {                                                             \
        double start = nanoseconds();                                \
        int i;                                                       \
                                                                     \
        for (i = 0; i < READINGS; i++)                               \
            statement;                                               \
        printf("%.1f\t", (nanoseconds() - start) / READINGS);        \
    } while (0)

static void read_all(char **paths, int count)
{
    int i;

    for (i = 0; i < count; i++)
        floor_read(paths[i]);
}

static void open_and_summarize(const char *root)
{
    battery_manager *manager = machine_open(root);

    summarize(manager);
    battery_manager_free(manager);
}

int main(int argc, char **argv)
{
    battery_manager *manager;
    int rounds;

    if (argc < 4) {
        fprintf(stderr, "usage: %s <sysfs root> <rounds> <file>...\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    summarize(manager);
    for (rounds = atoi(argv[2]); rounds > 0; rounds--) {
        TIME(read_all(argv + 3, argc - 3));
        TIME(open_and_summarize(argv[1]));
        TIME(summarize(manager));
        printf("\n");
    }
    battery_manager_free(manager);
    return 0;
}
