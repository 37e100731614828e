/*
 * Uses the library in children after fork: in those of a program that has used it, each call is an error, even where other
 * threads were inside it; in those of one that has not, it works.
 * usage: forked <sysfs root>
 */
#define _GNU_SOURCE
#include "exports.h"

#include <pthread.h>
#include <sys/wait.h>
#include <unistd.h>

#define THREADS 4
#define CHILDREN 100

static const char *root;
static volatile int stop;

static void *list(void *nothing)
{
    battery_manager *manager = open_root(root);

    while (!stop) {
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;

        while ((one = battery_iterator_next(iterator)) != NULL)
            battery_free(one);
        battery_iterator_free(iterator);
    }
    battery_manager_free(manager);
    return nothing;
}

/* 0 if the library works, 1 if it refuses with the expected error, 2 otherwise. */
static int use(void)
{
    battery_manager *manager = open_root(root);
    char message[256];

    if (manager != NULL) {
        battery_manager_free(manager);
        return 0;
    }
    if (battery_last_error_code() != BATTERY_ERROR_NOT_SUPPORTED || battery_last_error_message(message, sizeof message) <= 0)
        return 2;
    return strstr(message, "fork") != NULL && battery_manager_wait(manager, -1) == BATTERY_ERROR_NOT_SUPPORTED ? 1 : 2;
}

/* Every second child ends by exit, which runs what the library and its runtime do at the end of a process. */
static int use_in_child(int number)
{
    int status;
    pid_t child = fork();

    if (child == 0) {
        alarm(600);
        if (number % 2 == 0)
            _exit(use());
        exit(use());
    }
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

int main(int argc, char **argv)
{
    pthread_t threads[THREADS];
    int i, refused = 0;

    if (argc != 2)
        return 64;
    root = argv[1];
    printf("before: %d %d\n", use_in_child(0), use_in_child(1));
    fflush(stdout);
    for (i = 0; i < THREADS; i++)
        pthread_create(&threads[i], NULL, list, NULL);
    if (use() != 0)
        fail("parent");
    for (i = 0; i < CHILDREN; i++)
        refused += use_in_child(i) == 1;
    stop = 1;
    for (i = 0; i < THREADS; i++)
        pthread_join(threads[i], NULL);
    printf("refused: %d of %d\nparent: %d\n", refused, CHILDREN, use());
    return 0;
}
