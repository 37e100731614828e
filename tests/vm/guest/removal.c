/* Batteries that are removed while they are listed and read. */
#include "guest.h"

#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#define ROUNDS 10
#define READERS 8

/* The results of refreshes. 'Without values': it succeeded on a battery that the kernel was unregistering, and read nothing. */
struct refreshes {
    atomic_int read, not_found, other, without_values;
};

static atomic_int is_done;

/* How often the other threads have read the battery, and have not found it. */
static atomic_int found, missed;

static int lacks_values(const battery *one)
{
    battery_info info;

    if (battery_get_info(one, &info, sizeof info) == 0 && info.state != BATTERY_STATE_UNKNOWN && !isnan(info.percentage)
        && !isnan(info.energy_wh) && !isnan(info.voltage_v))
        return 0;
    printf("without values: %s, present %llx\n", words(one), (unsigned long long)info.present);
    return 1;
}

static void wait_for_more(const atomic_int *count)
{
    int before = *count, tries;

    for (tries = 0; tries < PATIENCE && *count == before; tries++)
        sleep_ms(1);
}

static void *come_and_go(void *unused)
{
    int i;

    for (i = 0; i < ROUNDS; i++) {
        press_until(BAT0_OUT, "BAT0", 0);
        wait_for_more(&missed);
        press_until(BAT0_IN, "BAT0", 1);
        wait_for_more(&found);
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

    missed += result == BATTERY_ERROR_NOT_FOUND;
    found += result == 0;
    if (result == BATTERY_ERROR_NOT_FOUND)
        count->not_found++;
    else if (result != 0)
        count->other++;
    else if (lacks_values(one))
        count->without_values++;
    else
        count->read++;
    return result;
}

/* The directory exists before the device responds; until the uevent the battery does not count as added. */
static void put_in(battery_manager *manager, int button, const char *name)
{
    press_until(button, name, 1);
    wait_for_changes(manager, 1100);
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
    saw("BAT1 removed during an iteration", "first %d, second %d, third %d, error %d", first != NULL, second != NULL, third != NULL, end);

    refreshed = battery_manager_refresh(manager, second);
    saw("BAT1 refreshed when it is removed", "%d; %s", refreshed, words(second));
    put_in(manager, BAT1_IN, "BAT1");
    refreshed = battery_manager_refresh(manager, second);
    saw("BAT1 refreshed when it is added", "%d; %s", refreshed, words(second));

    battery_free(first);
    battery_free(second);
    battery_iterator_free(iterator);
}

static void while_listing(battery_manager *manager)
{
    pthread_t thread = start_coming_and_going();
    int lists = 0, with = 0, without_other = 0, errors = 0, without_values = 0;

    while (!is_done) {
        battery_iterator *iterator = battery_manager_iter(manager);
        battery *one;
        int has_other = 0, has_it = 0;

        while ((one = battery_iterator_next(iterator)) != NULL) {
            char *name = battery_get_name(one);

            has_it |= strcmp(name, "BAT0") == 0;
            has_other |= strcmp(name, "BAT1") == 0;
            without_values += lacks_values(one);
            battery_str_free(name);
            battery_free(one);
        }
        errors += battery_last_error_code() != BATTERY_ERROR_NONE;
        without_other += !has_other;
        with += has_it;
        found += has_it;
        missed += !has_it;
        lists++;
        battery_iterator_free(iterator);
    }
    pthread_join(thread, NULL);
    saw("lists while BAT0 is removed and added", "%d with BAT0, %d without; %d errors, %d without values, %d without BAT1", with, lists - with,
        errors, without_values, without_other);
}

static void while_refreshing(battery_manager *manager)
{
    battery *one = find(manager, "BAT0");
    struct refreshes count = {0, 0, 0, 0};
    pthread_t thread = start_coming_and_going();

    while (!is_done)
        refresh(manager, one, &count);
    pthread_join(thread, NULL);
    saw("refreshes while BAT0 is removed and added", "%d read, %d not found, %d other errors, %d without values", count.read, count.not_found,
        count.other, count.without_values);
    battery_free(one);
}

static battery_manager *burst_manager;
static battery *burst_battery;
static struct refreshes burst_count;
static atomic_int refused;

static void *refresh_until_refused(void *unused)
{
    while (battery_manager_refresh(burst_manager, burst_battery) != BATTERY_ERROR_INVALID_HANDLE)
        refresh(burst_manager, burst_battery, &burst_count);
    refused++;
    return unused;
}

/* Many threads refresh one battery that is removed and added; then it is removed and its handle freed during their calls. */
static void removal_during_refreshes(battery_manager *manager)
{
    pthread_t threads[READERS];
    int i;

    burst_manager = manager;
    burst_battery = find(manager, "BAT0");
    for (i = 0; i < READERS; i++)
        pthread_create(&threads[i], NULL, refresh_until_refused, NULL);
    come_and_go(NULL);
    press_until(BAT0_OUT, "BAT0", 0);
    wait_for_more(&missed);
    battery_free(burst_battery);
    for (i = 0; i < READERS; i++)
        pthread_join(threads[i], NULL);
    saw("8 threads refresh BAT0 while it is removed and added", "%d read, %d not found, %d without values; %d threads ended by the freed handle",
        burst_count.read, burst_count.not_found, burst_count.without_values, refused);
    put_in(manager, BAT0_IN, "BAT0");
    saw("BAT0 after the refreshes", "%s", words_of(manager, "BAT0"));
}

int main(void)
{
    battery_manager *manager = open_laptop();

    in_mid_iteration(manager);
    while_listing(manager);
    while_refreshing(manager);
    removal_during_refreshes(manager);
    battery_manager_free(manager);
    return 0;
}
