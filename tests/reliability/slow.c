/*
 * A device that does not respond: another thread's refresh blocks on it. Functions that need no device must return.
 * The library reads by pread, which this program replaces.
 * usage: slow <sysfs root>
 */
#define _GNU_SOURCE
#include "exports.h"

#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int is_slow, is_reading;
static battery_manager *manager;

ssize_t pread(int descriptor, void *buffer, size_t count, off_t offset)
{
    pthread_mutex_lock(&gate);
    while (is_slow) {
        is_reading = 1;
        pthread_cond_broadcast(&changed);
        pthread_cond_wait(&changed, &gate);
    }
    pthread_mutex_unlock(&gate);
    return syscall(SYS_pread64, descriptor, buffer, count, offset);
}

static void *refresh(void *one)
{
    return (void *)(long)battery_manager_refresh(manager, one);
}

int main(int argc, char **argv)
{
    battery_iterator *iterator;
    battery_info info;
    pthread_t thread;
    battery *one;
    void *result;

    if (argc != 2)
        return 64;
    manager = open_root(argv[1]);
    iterator = battery_manager_iter(manager);
    one = battery_iterator_next(iterator);
    if (one == NULL)
        fail("open");

    pthread_mutex_lock(&gate);
    is_slow = 1;
    pthread_create(&thread, NULL, refresh, one);
    while (!is_reading)
        pthread_cond_wait(&changed, &gate);
    pthread_mutex_unlock(&gate);

    /* The device responds only after these: a function that waited for it would never return. */
    alarm(600);
    if (battery_get_info(one, &info, sizeof info) != 0)
        fail("battery_get_info");
    battery_free(one);
    battery_manager_free(manager);
    alarm(0);
    printf("returned\n");

    pthread_mutex_lock(&gate);
    is_slow = 0;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&gate);
    pthread_join(thread, &result);
    printf("refresh %ld\n", (long)result);
    battery_iterator_free(iterator);
    return 0;
}
