/* Batteries that vanish while they are listed and read. */
#include "guest.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define ROUNDS 10
#define READERS 8

/* How refreshes ended. A hollow one succeeded and gave nothing: half of a battery that was being taken apart. */
struct refreshes {
    atomic_int read, not_found, other, hollow;
};

static atomic_int is_done;

static int is_hollow(const battery *one)
{
    battery_info info;

    if (battery_get_info(one, &info, sizeof info) == 0 && info.state != BATTERY_STATE_UNKNOWN && !isnan(info.percentage)
        && !isnan(info.energy_wh) && !isnan(info.voltage_v))
        return 0;
    printf("hollow: %s, present %llx\n", words(one), (unsigned long long)info.present);
    return 1;
}

static void *come_and_go(void *unused)
{
    int i;

    for (i = 0; i < ROUNDS; i++) {
        press_until(BAT0_OUT, "BAT0", 0);
        sleep_ms(20);
        press_until(BAT0_IN, "BAT0", 1);
        sleep_ms(20);
    }
    is_done = 1;
    return unused;
}

static pthread_t start_coming_and_going(void)
{
    pthread_t thread;

    is_done = 0;
    pthread_create(&thread, NULL, come_and_go, NULL);
    return thread;
}

static int refresh(battery_manager *manager, battery *one, struct refreshes *count)
{
    int result = battery_manager_refresh(manager, one);

    if (result == BATTERY_ERROR_NOT_FOUND)
        count->not_found++;
    else if (result != 0)
        count->other++;
    else if (is_hollow(one))
        count->hollow++;
    else
        count->read++;
    return result;
}

/* Its folder is there before it answers: what is not announced yet is not there. */
static void put_in(battery_manager *manager, int button, const char *name)
{
    press_until(button, name, 1);
    wait_until_quiet(manager, 1100);
}

static void in_mid_iteration(battery_manager *manager)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *first = battery_iterator_next(iterator), *second, *third;
    int end, refreshed;

    press_until(BAT1_OUT, "BAT1", 0);
    second = battery_iterator_next(iterator);
    third = battery_iterator_next(iterator);
    end = battery_last_error_code();
    saw("BAT1 vanishes in mid-iteration", "first %d, second %d, third %d, error %d", first != NULL, second != NULL, third != NULL, end);

    refreshed = battery_manager_refresh(manager, second);
    saw("BAT1 refreshed when it is gone", "%d; %s", refreshed, words(second));
    put_in(manager, BAT1_IN, "BAT1");
    refreshed = battery_manager_refresh(manager, second);
    saw("BAT1 refreshed when it is back", "%d; %s", refreshed, words(second));

    battery_free(first);
    battery_free(second);
    battery_iterator_free(iterator);
}

static void while_listing(battery_manager *manager)
{
    pthread_t thread = start_coming_and_going();
    int lists = 0, with = 0, without_other = 0, errors = 0, hollow = 0;

    while (!is_done) {
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;
        int has_other = 0;

        while ((one = battery_iterator_next(iterator)) != NULL) {
            char *name = battery_get_name(one);

            with += strcmp(name, "BAT0") == 0;
            has_other |= strcmp(name, "BAT1") == 0;
            hollow += is_hollow(one);
            battery_str_free(name);
            battery_free(one);
        }
        errors += battery_last_error_code() != BATTERY_ERROR_NONE;
        without_other += !has_other;
        lists++;
        battery_iterator_free(iterator);
    }
    pthread_join(thread, NULL);
    saw("lists while BAT0 comes and goes", "%d with BAT0, %d without; %d errors, %d hollow, %d without BAT1", with, lists - with,
        errors, hollow, without_other);
}

static void while_refreshing(battery_manager *manager)
{
    battery *one = find(manager, "BAT0");
    struct refreshes count = {0, 0, 0, 0};
    pthread_t thread = start_coming_and_going();

    while (!is_done)
        refresh(manager, one, &count);
    pthread_join(thread, NULL);
    saw("refreshes while BAT0 comes and goes", "%d read, %d not found, %d other errors, %d hollow", count.read, count.not_found,
        count.other, count.hollow);
    battery_free(one);
}

static battery_manager *storm_manager;
static battery *storm_battery;
static struct refreshes storm_count;
static atomic_int refused;

static void *refresh_until_refused(void *unused)
{
    while (battery_manager_refresh(storm_manager, storm_battery) != BATTERY_ERROR_INVALID_HANDLE)
        refresh(storm_manager, storm_battery, &storm_count);
    refused++;
    return unused;
}

/* Many threads read one battery that comes and goes; then it is pulled out and its handle freed under them. */
static void in_a_storm(battery_manager *manager)
{
    pthread_t threads[READERS];
    int i;

    storm_manager = manager;
    storm_battery = find(manager, "BAT0");
    for (i = 0; i < READERS; i++)
        pthread_create(&threads[i], NULL, refresh_until_refused, NULL);
    come_and_go(NULL);
    press_until(BAT0_OUT, "BAT0", 0);
    sleep_ms(50);
    battery_free(storm_battery);
    for (i = 0; i < READERS; i++)
        pthread_join(threads[i], NULL);
    saw("8 threads refresh BAT0 while it comes and goes", "%d read, %d not found, %d hollow; %d threads ended by the freed handle",
        storm_count.read, storm_count.not_found, storm_count.hollow, refused);
    put_in(manager, BAT0_IN, "BAT0");
    saw("BAT0 after the storm", "%s", words_of(manager, "BAT0"));
}

int main(void)
{
    battery_manager *manager = open_laptop();

    in_mid_iteration(manager);
    while_listing(manager);
    while_refreshing(manager);
    in_a_storm(manager);
    battery_manager_free(manager);
    return 0;
}
