/*
 * Keeps batteries until the library has no memory left, and calls every function then: each gives the result that it has
 * otherwise, or the error OUT_OF_MEMORY. Once memory is freed each gives the result that it has otherwise, unless the size of
 * the heap is not the one that the library knows (wholly): then static constructors may have failed for want of memory.
 * usage: exhausted <battery.abi> <sysfs root> <file to save to> <batteries at most> [wholly]
 */
#define _GNU_SOURCE
#include "exports.h"

#include <pthread.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MANAGERS 1000000

static struct objects objects;
static battery **kept;
static battery_manager **opened;
static long kept_count, opened_count;

/* What each function gives in a process that has memory. */
static int *expected;

static int refused, wrong;

/* In a child, so that this process has called nothing before its memory is used up. */
static void find_expected(void)
{
    int i, status;

    expected = mmap(NULL, MAX_EXPORTS * sizeof *expected, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (fork() == 0) {
        open_objects(&objects);
        for (i = 0; i < export_count && battery_get_kind(objects.one) != 0; i++)
            expected[i] = is_free(i) ? 0 : call_export(i, &objects);
        free_objects(&objects);
        _exit(0);
    }
    if (wait(&status) < 0 || status != 0)
        fail("child");
}

/* First with lists, then with managers, which are smaller. */
static void fill(long most)
{
    battery_iterator *iterator;
    battery *one;

    while (kept_count < most && (iterator = battery_manager_iter(objects.manager)) != NULL) {
        while (kept_count < most && (one = battery_iterator_next(iterator)) != NULL)
            kept[kept_count++] = one;
        battery_iterator_free(iterator);
    }
    if (battery_last_error_code() != BATTERY_ERROR_OUT_OF_MEMORY)
        fail("memory does not end");
    while (opened_count < MANAGERS && (opened[opened_count] = open_root(objects.root)) != NULL)
        opened_count++;
    if (battery_last_error_code() != BATTERY_ERROR_OUT_OF_MEMORY)
        fail("memory does not end");
}

static void free_all(void)
{
    while (kept_count > 0)
        battery_free(kept[--kept_count]);
    while (opened_count > 0)
        battery_manager_free(opened[--opened_count]);
}

static void call_all(int mayRefuse)
{
    int i;

    for (i = 0; i < export_count; i++) {
        int error;

        /* Clears the last error, which some functions do not set. */
        battery_get_kind(objects.one);
        error = is_free(i) ? 0 : call_export(i, &objects);
        refused += mayRefuse && error == BATTERY_ERROR_OUT_OF_MEMORY;
        if (error == expected[i] || (mayRefuse && error == BATTERY_ERROR_OUT_OF_MEMORY))
            continue;
        printf("%s: %d instead of %d%s\n", exports[i].name, error, expected[i], mayRefuse ? "" : " when memory is free");
        wrong++;
    }
}

/* A thread that has not called the library needs memory for its last error. */
static void *call_in_thread(void *nothing)
{
    call_all(1);
    return nothing;
}

int main(int argc, char **argv)
{
    pthread_t thread;
    long most;

    if (argc < 5)
        return 64;
    find_exports(argv[1]);
    objects.root = argv[2];
    objects.file = argv[3];
    most = atol(argv[4]);
    kept = malloc((size_t)most * sizeof *kept);
    opened = malloc(MANAGERS * sizeof *opened);
    if (kept == NULL || opened == NULL)
        return 1;
    find_expected();

    open_objects(&objects);
    fill(most);
    fprintf(stderr, "%ld batteries and %ld managers\n", kept_count, opened_count);
    if (pthread_create(&thread, NULL, call_in_thread, NULL) != 0 || pthread_join(thread, NULL) != 0)
        return 1;
    call_all(1);
    fprintf(stderr, "%d times out of memory\n", refused);
    if (refused == 0)
        fail("no function is out of memory");
    free_all();
    call_all(argc > 5);
    free_objects(&objects);
    printf("%d of %d functions wrong\n", wrong, export_count);
    free(kept);
    free(opened);
    return wrong != 0;
}
