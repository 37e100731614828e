/* Calls, demanded errors, and violations of the rules of a function. */
#define _GNU_SOURCE
#include "standin.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

enum { FUNCTIONS = 64 };

static struct { const char *name; int calls, error, skip; } functions[FUNCTIONS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int violations;
static char last_violation[256];

static int find(const char *name)
{
    int i = 0;
    while (i < FUNCTIONS - 1 && functions[i].name != NULL && strcmp(functions[i].name, name) != 0)
        i++;
    if (functions[i].name == NULL)
        functions[i].name = name;
    return i;
}

int standin_enter(const char *function)
{
    int i;
    pthread_mutex_lock(&lock);
    i = find(function);
    functions[i].calls++;
    if (functions[i].error == 0)
        return 0;
    if (functions[i].skip > 0) {
        functions[i].skip--;
        return 0;
    }
    return functions[i].error;
}

void standin_leave(void)
{
    pthread_mutex_unlock(&lock);
}

void standin_violation(const char *function, const char *what)
{
    violations++;
    snprintf(last_violation, sizeof last_violation, "%s: %s", function, what);
    fprintf(stderr, "stand-in: %s\n", last_violation);
}

/* How often a function was called. */
int standin_calls(const char *function)
{
    int i, calls = 0;
    pthread_mutex_lock(&lock);
    for (i = 0; i < FUNCTIONS && functions[i].name != NULL; i++)
        if (strcmp(functions[i].name, function) == 0)
            calls = functions[i].calls;
    pthread_mutex_unlock(&lock);
    return calls;
}

/* Lets all calls of a function fail but the first ones. */
void standin_fail(const char *function, int error, int skip)
{
    int i;
    pthread_mutex_lock(&lock);
    i = find(function);
    if (functions[i].name == function)
        functions[i].name = strdup(function);
    functions[i].error = error;
    functions[i].skip = skip;
    pthread_mutex_unlock(&lock);
}

/* Removes all services and power sources, and demands no more errors. The counts go on. */
void standin_reset(void)
{
    int i;
    pthread_mutex_lock(&lock);
    registry_reset();
    objects_reset();
    for (i = 0; i < FUNCTIONS; i++)
        functions[i].error = functions[i].skip = 0;
    pthread_mutex_unlock(&lock);
}

struct counts { int made, alive, owned, ports, subscriptions, violations; };

void standin_counts(struct counts *counts)
{
    pthread_mutex_lock(&lock);
    counts->made = objects_made();
    counts->alive = objects_alive();
    counts->owned = references_owned();
    counts->ports = ports_alive();
    counts->subscriptions = subscriptions_alive();
    counts->violations = violations;
    pthread_mutex_unlock(&lock);
}

const char *standin_last_violation(void)
{
    return last_violation;
}

static void do_nothing(int number)
{
    (void)number;
}

/* The calling thread, for standin_interrupt. */
uintptr_t standin_thread(void)
{
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = do_nothing;
    sigaction(SIGUSR2, &action, NULL);
    return (uintptr_t)pthread_self();
}

/* Interrupts the system call in which a thread waits. */
void standin_interrupt(uintptr_t thread)
{
    pthread_kill((pthread_t)thread, SIGUSR2);
}
