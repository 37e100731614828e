/*
 * Keeps batteries until the library has no memory left, calls every function then, frees all and goes on.
 * usage: exhausted <battery.abi> <sysfs root> <batteries at most>
 */
#include "exports.h"

static battery **kept;
static long kept_count;

/* Memory is exhausted when no iterator can be created. */
static void fill(battery_manager *manager, long most)
{
    while (kept_count < most) {
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;

        if (iterator == NULL)
            return;
        while (kept_count < most && (one = battery_iterator_next(iterator)) != NULL)
            kept[kept_count++] = one;
        battery_iterator_free(iterator);
    }
    fail("memory does not end");
}

int main(int argc, char **argv)
{
    battery_manager *manager, *opened[64];
    battery_iterator *iterator;
    int i, managers = 0;
    long most, j;

    if (argc != 4)
        return 64;
    find_exports(argv[1]);
    most = atol(argv[3]);
    kept = malloc((size_t)most * sizeof *kept);
    manager = open_root(argv[2]);
    iterator = battery_manager_iter(manager);
    if (manager == NULL || iterator == NULL || kept == NULL)
        fail("open");
    fill(manager, most);
    printf("%s", battery_last_error_code() == BATTERY_ERROR_OUT_OF_MEMORY ? "out of memory\n" : "another error\n");

    /* Allocations smaller than a list may still succeed. */
    while (managers < 64 && (opened[managers] = open_root(argv[2])) != NULL)
        managers++;

    /* The functions that free come last, because they release memory. */
    for (i = 0; i < export_count; i++) {
        if (strstr(exports[i].name, "_free") == NULL)
            exports[i].call(exports[i].first == BATTERY ? (void *)kept[0] : exports[i].first == MANAGER ? (void *)manager
                : exports[i].first == ITERATOR ? (void *)iterator : NULL, 0, 0);
    }
    for (j = 0; j < 100000; j++) {
        if (battery_get_temperature(kept[j % kept_count]) >= 0 && battery_last_error_code() == BATTERY_ERROR_UNKNOWN_VALUE
            && battery_has(kept[j % kept_count], BATTERY_FIELD_TEMPERATURE) == 0)
            continue;
        fail("a value that is not known");
    }
    printf("every function returned\n");

    battery_iterator_free(iterator);
    for (j = 0; j < kept_count; j++)
        battery_free(kept[j]);
    while (managers > 0)
        battery_manager_free(opened[--managers]);
    iterator = battery_manager_iter(manager);
    if (iterator == NULL)
        fail("after freeing");
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    printf("works again\n");
    free(kept);
    return 0;
}
