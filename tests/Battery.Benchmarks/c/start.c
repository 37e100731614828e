/*
 * Loads the library, calls it and opens a manager, and prints how long each took in nanoseconds, by how many KiB the process grew
 * for loading it and for all of that.
 * usage: start <libbattery.so> <sysfs root>
 */
#define _GNU_SOURCE
#include "speed.h"

#include <battery.h>
#include <dlfcn.h>

int main(int argc, char **argv)
{
    battery_manager_options options = {.size = sizeof options};
    battery_manager *(*new_with)(const battery_manager_options *);
    uint32_t (*version)(void);
    double start, loaded, called, opened;
    long at_first, after_load, after_call;
    void *library;

    if (argc != 3) {
        fprintf(stderr, "usage: %s <libbattery.so> <sysfs root>\n", argv[0]);
        return 64;
    }
    options.sysfs_root = argv[2];
    at_first = resident_kib();
    start = nanoseconds();
    library = dlopen(argv[1], RTLD_NOW);
    loaded = nanoseconds();
    if (library == NULL) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    after_load = resident_kib();
    *(void **)&version = dlsym(library, "battery_abi_version");
    *(void **)&new_with = dlsym(library, "battery_manager_new_with");
    called = nanoseconds();
    if (version() == 0)
        return 1;
    called = nanoseconds() - called;
    opened = nanoseconds();
    if (new_with(&options) == NULL)
        return 1;
    opened = nanoseconds() - opened;
    after_call = resident_kib();
    printf("%.0f\t%.0f\t%.0f\t%ld\t%ld\n", loaded - start, called, opened, after_load - at_first, after_call - at_first);
    return 0;
}
