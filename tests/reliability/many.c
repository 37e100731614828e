/*
 * Saves a tree of many supplies, and prints how many batteries the saved recording has.
 * usage: many <sysfs root> <file to save to>
 */
#include "exports.h"

int main(int argc, char **argv)
{
    battery_manager_options options = options_of(NULL);
    battery_manager *manager;
    battery_iterator *iterator;
    battery *one;
    int count = 0;

    if (argc != 3)
        return 64;
    manager = open_root(argv[1]);
    if (battery_manager_save_recording(manager, argv[2], 0) != 0)
        fail("save");
    battery_manager_free(manager);
    options.recording = argv[2];
    manager = battery_manager_new_with(&options);
    iterator = battery_manager_iter(manager);
    if (iterator == NULL)
        fail("open");
    while ((one = battery_iterator_next(iterator)) != NULL) {
        count++;
        battery_free(one);
    }
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    printf("%d\n", count);
    return 0;
}
