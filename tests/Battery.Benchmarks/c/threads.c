/*
 * Refreshes batteries from one thread, then from many at once: each a battery of its own, then all the same one. Prints a
 * line a round, in nanoseconds a refresh of wall time.
 * usage: threads <sysfs root> <rounds> <threads>
 */
#define _GNU_SOURCE
#include "machine.h"
#include "speed.h"

#include <pthread.h>

#define REFRESHES 64000
#define MOST_THREADS 256

static battery_manager *manager;
static int thread_count;

static void *refresh_its_share(void *one)
{
    machine_refresh(manager, one, REFRESHES / thread_count);
    return NULL;
}

static double time_threads(battery **batteries, int count)
{
    pthread_t threads[MOST_THREADS];
    double start = nanoseconds();
    int i;

    thread_count = count;
    for (i = 0; i < count; i++)
        pthread_create(&threads[i], NULL, refresh_its_share, batteries[i]);
    for (i = 0; i < count; i++)
        pthread_join(threads[i], NULL);
    return (nanoseconds() - start) / (double)(REFRESHES / count * count);
}

int main(int argc, char **argv)
{
    battery *own[MOST_THREADS], *same[MOST_THREADS];
    int count, rounds, i;

    if (argc != 4 || (count = atoi(argv[3])) < 1 || count > MOST_THREADS) {
        fprintf(stderr, "usage: %s <sysfs root> <rounds> <threads>\n", argv[0]);
        return 64;
    }
    manager = machine_open(argv[1]);
    for (i = 0; i < count; i++) {
        own[i] = machine_first(manager);
        same[i] = own[0];
    }
    for (rounds = atoi(argv[2]); rounds > 0; rounds--) {
        double alone = time_threads(own, 1), each = time_threads(own, count);

        printf("%.1f\t%.1f\t%.1f\n", alone, each, time_threads(same, count));
    }
    for (i = 0; i < count; i++)
        battery_free(own[i]);
    battery_manager_free(manager);
    return 0;
}
