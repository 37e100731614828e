/*
 * A program that replaces the handler of the signal by which the runtime stops its threads, while several threads allocate.
 * usage: realtime <sysfs root> default|handler
 */
#define _GNU_SOURCE
#include "exports.h"

#include <pthread.h>
#include <signal.h>

#define THREADS 4
#define LISTS 3000

static volatile int handled;
static const char *root;

static void handle(int number)
{
    handled += number != 0;
}

static void *list(void *nothing)
{
    battery_manager *manager = open_root(root);
    int i;

    for (i = 0; i < LISTS; i++) {
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;

        while ((one = battery_iterator_next(iterator)) != NULL)
            battery_free(one);
        battery_iterator_free(iterator);
    }
    battery_manager_free(manager);
    return nothing;
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    int i;

    if (argc != 3)
        return 64;
    root = argv[1];
    battery_manager_free(open_root(root));
    signal(SIGRTMIN, strcmp(argv[2], "default") == 0 ? SIG_DFL : handle);
    for (i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, list, NULL);
    for (i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    printf("handled %d\n", handled);
    return 0;
}
