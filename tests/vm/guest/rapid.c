/* 1,000 events as fast as the machine makes them: the last state is seen, and the work for it has a bound. */
#define _GNU_SOURCE
#include "guest.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

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

/* How many events the kernel has announced since it started. */
static long announced(void)
{
    FILE *file = fopen("/sys/kernel/uevent_seqnum", "r");
    long count = -1;

    if (fscanf(file, "%ld", &count) != 1)
        count = -1;
    fclose(file);
    return count;
}

static void *lower_the_battery(void *unused)
{
    int i;

    for (i = 0; i < EVENTS; i++)
        press(BAT0_DOWN);
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
    long reads_at_first, reads_a_look, events, looks, reads_of_list;
    int wakes = 0, seen = -1;
    pthread_t thread;

    /*
     * The first wait of a manager looks once; the first one of all reads what the library wants to know of the process. It
     * also reads each supply's type, as later looks do not: they may be half as many again as they are counted here.
     */
    battery_manager_free(open_laptop());
    reads_at_first = reads();
    manager = open_laptop();
    reads_a_look = reads() - reads_at_first;
    reads_at_first = reads();
    percentage(manager);
    reads_of_list = reads() - reads_at_first;

    events = announced();
    reads_at_first = reads();
    pthread_create(&thread, NULL, lower_the_battery, NULL);
    while (battery_manager_wait(manager, 3000) == 1) {
        wakes++;
        seen = percentage(manager);
    }
    looks = (reads() - reads_at_first - wakes * reads_of_list) / reads_a_look;
    pthread_join(thread, NULL);
    saw("1,000 rapid events while a thread waits", "%ld announced; %d wake-ups, %ld looks; %d %% at the last", announced() - events,
        wakes, looks, seen);

    press(BAT0_DISCHARGING);
    wait_until_quiet(manager, 2500);
    events = announced();
    lower_the_battery(NULL);
    sleep_ms(1100);
    reads_at_first = reads();
    wakes = battery_manager_wait(manager, 0);
    seen = percentage(manager);
    wakes += wait_until_quiet(manager, 2500);
    looks = (reads() - reads_at_first - reads_of_list) / reads_a_look;
    saw("1,000 rapid events while nobody waits", "%ld announced; %d wake-ups, %ld looks; %d %% at the first", announced() - events,
        wakes, looks, seen);

    press(BAT0_DISCHARGING);
    battery_manager_free(manager);
    return 0;
}
