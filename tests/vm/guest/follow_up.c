/*
 * The kernel's driver reads a battery at most once a second: an event sooner after a reading has the old values, and there
 * is no event for the new ones. A wait that does not poll again misses them.
 */
#include "guest.h"

#include <stdio.h>
#include <string.h>

#define MAX_WAKES 4

static void change(battery_manager *manager, int button, const char *scenario)
{
    char first[256], last[256] = "nothing";
    int wakes = 0;

    snprintf(first, sizeof first, "%s", words_of(manager, "BAT0"));
    press(button);
    while (wakes < MAX_WAKES && battery_manager_wait(manager, PATIENCE) == 1) {
        snprintf(last, sizeof last, "%s", words_of(manager, "BAT0"));
        wakes++;
        if (strcmp(first, last) != 0)
            break;
    }
    saw(scenario, "%d wake-ups; at the last %s", wakes, last);
}

int main(void)
{
    battery_manager *manager = open_laptop();

    change(manager, BAT0_CHARGING, "BAT0 charging, in the second after a reading");
    change(manager, BAT0_DISCHARGING, "BAT0 discharging, in the second after a reading");
    battery_manager_free(manager);
    return 0;
}
