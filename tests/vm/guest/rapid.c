/* 1,000 events in quick succession: the last state is read, and the number of polls is limited. */
#define _GNU_SOURCE
#include "guest.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#define EVENTS 1000

/* How many times this process has read a file. */
static long reads(void)
{
    FILE *file = fopen("/proc/self/io", "r");
    char line[64];
    long count = -1;

    while (fgets(line, sizeof line, file) != NULL)
        if (sscanf(line, "syscr: %ld", &count) == 1)
            break;
    fclose(file);
    return count;
}

/* How many uevents the kernel has sent since it started. */
static long uevents(void)
{
    FILE *file = fopen("/sys/kernel/uevent_seqnum", "r");
    long count = -1;

    if (fscanf(file, "%ld", &count) != 1)
        count = -1;
    fclose(file);
    return count;
}

static atomic_int is_done;

static long now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void *lower_the_battery(void *unused)
{
    int i;

    for (i = 0; i < EVENTS; i++)
        press(BAT0_DOWN);
    is_done = 1;
    return unused;
}

static int percentage(battery_manager *manager)
{
    battery *one = find(manager, "BAT0");
    int percent = (int)battery_get_percentage(one);

    battery_free(one);
    return percent;
}

int main(void)
{
    battery_manager *manager;
    long reads_at_first, reads_per_reading, events, readings, start, last = 0;
    int wakes = 0, seen = -1;
    pthread_t thread;

    /*
     * The first wait of a manager reads the machine once; the first wait of all also reads facts about the process. It
     * also reads the type of each supply, which later readings do not: there may be half as many again as are counted here.
     * Polls and lists are counted alike, since a list may use the reading of the poll.
     */
    battery_manager_free(open_laptop());
    reads_at_first = reads();
    manager = open_laptop();
    reads_per_reading = reads() - reads_at_first;

    events = uevents();
    reads_at_first = reads();
    pthread_create(&thread, NULL, lower_the_battery, NULL);
    start = now_ms();
    for (;;) {
        int was_done = is_done;

        if (battery_manager_wait(manager, 3000) == 1) {
            wakes++;
            seen = percentage(manager);
            last = now_ms();
        } else if (was_done) {
            break;
        }
    }
    readings = (reads() - reads_at_first) / reads_per_reading;
    pthread_join(thread, NULL);
    saw("1,000 rapid events while a thread waits", "%ld events; a wake-up in %ld ms, %.1f readings for each; %d %% at the last",
        uevents() - events, wakes == 0 ? 0 : (last - start) / wakes, wakes == 0 ? 0.0 : (double)readings / wakes, seen);

    press(BAT0_DISCHARGING);
    wait_until_idle(manager, 2500);
    events = uevents();
    lower_the_battery(NULL);
    sleep_ms(1100);
    reads_at_first = reads();
    wakes = battery_manager_wait(manager, 0);
    seen = percentage(manager);
    wakes += wait_until_idle(manager, 2500);
    readings = (reads() - reads_at_first) / reads_per_reading;
    saw("1,000 rapid events while no thread waits", "%ld events; %d wake-ups, %ld readings; %d %% at the first", uevents() - events,
        wakes, readings, seen);

    press(BAT0_DISCHARGING);
    battery_manager_free(manager);
    return 0;
}
