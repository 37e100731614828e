/*
 * Lists and reads all batteries repeatedly, and prints the resident memory in KiB after each number of lists.
 * usage: lists <sysfs root> <lists>...
 */
#define _GNU_SOURCE
#include "machine.h"
#include "speed.h"

int main(int argc, char **argv)
{
    battery_manager *manager;
    long done = 0;
    int i;

    if (argc < 3) {
        fprintf(stderr, "usage: %s <sysfs root> <lists>...\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    for (i = 2; i < argc; i++) {
        for (; done < atol(argv[i]); done++)
            machine_list(manager);
        printf("%ld%c", resident_kib(), i + 1 < argc ? '\t' : '\n');
    }
    battery_manager_free(manager);
    return 0;
}
