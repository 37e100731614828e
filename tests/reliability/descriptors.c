/*
 * Uses the library with every limit of descriptors from none that is free to enough: whatever it does is done wholly, or is
 * an error that says why. Prints how often each was an error.
 * usage: descriptors <sysfs root with two batteries> <recording of it> <file to save to>
 */
#define _GNU_SOURCE
#include "exports.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MOST 16

static battery_manager *known;
static battery *one;
static const char *root, *recording, *saved;

/* 1 for the error, 0 for success; anything else ends the program. */
static int is_exhausted(const char *what, int isDone)
{
    char message[512] = "";

    if (isDone)
        return 0;
    battery_last_error_message(message, sizeof message);
    if (battery_last_error_code() != BATTERY_ERROR_IO || strcasestr(message, "too many open files") == NULL)
        fail(what);
    if (strstr(message, "run as") != NULL || strstr(message, "give a") != NULL)
        fail("advice that does not help");
    return 1;
}

static int list(battery_manager *manager)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *found;
    int count = 0;

    if (is_exhausted("list", iterator != NULL))
        return 1;
    while ((found = battery_iterator_next(iterator)) != NULL) {
        count += battery_has(found, BATTERY_FIELD_PERCENTAGE);
        battery_free(found);
    }
    battery_iterator_free(iterator);
    if (count != 2)
        fail("a list is incomplete");
    return 0;
}

static int open_root_and_list(void)
{
    battery_manager *manager = open_root(root);
    int result = is_exhausted("open", manager != NULL) || list(manager);

    battery_manager_free(manager);
    return result;
}

static int open_recording(void)
{
    battery_manager_options options = options_of(NULL);
    battery_manager *manager;
    int result;

    options.recording = recording;
    manager = battery_manager_new_with(&options);
    result = is_exhausted("recording", manager != NULL) || list(manager);
    battery_manager_free(manager);
    return result;
}

static int refresh(void)
{
    int result = is_exhausted("refresh", battery_manager_refresh(known, one) == 0);

    if (!battery_has(one, BATTERY_FIELD_PERCENTAGE))
        fail("a value is lost");
    return result;
}

static int save(void)
{
    int result = is_exhausted("save", battery_manager_save_recording(known, saved, 0) == 0);

    if ((access(saved, F_OK) == 0) == result)
        fail("a file is left");
    unlink(saved);
    return result;
}

static int wait_for_nothing(void)
{
    battery_manager *manager = open_root(root);
    int result = is_exhausted("open", manager != NULL) || is_exhausted("wait", battery_manager_wait(manager, 0) >= 0);

    battery_manager_free(manager);
    return result;
}

int main(int argc, char **argv)
{
    struct { const char *name; int (*run)(void); int errors; } parts[] = {
        {"root", open_root_and_list, 0}, {"recording", open_recording, 0}, {"refresh", refresh, 0}, {"save", save, 0}, {"wait", wait_for_nothing, 0},
    };
    struct rlimit limit;
    rlim_t least;
    size_t i;

    if (argc != 4)
        return 64;
    root = argv[1];
    recording = argv[2];
    saved = argv[3];
    known = open_root(root);
    one = battery_iterator_next(battery_manager_iter(known));
    if (one == NULL || getrlimit(RLIMIT_NOFILE, &limit) != 0)
        fail("open");

    /* The lowest number that is free. */
    least = (rlim_t)dup(STDIN_FILENO);
    close((int)least);
    for (limit.rlim_cur = least; limit.rlim_cur < least + MOST; limit.rlim_cur++) {
        if (setrlimit(RLIMIT_NOFILE, &limit) != 0)
            return 1;
        for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
            parts[i].errors += parts[i].run();
    }
    for (i = 0; i < sizeof parts / sizeof parts[0]; i++)
        printf("%s %s\n", parts[i].name, parts[i].errors > 0 && parts[i].errors < MOST / 2 ? "refused and done" : "never refused or never done");
    return 0;
}
