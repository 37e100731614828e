/* Every event ends a wait, after which the new state is read. */
#include "guest.h"

#include <stddef.h>

struct event {
    int button;
    const char *scenario;
    const char *battery; /* NULL: only external power is of interest */
};

static const struct event events[] = {
    {AC_IN, "AC in", NULL},
    {BAT0_CHARGING, "BAT0 charging", "BAT0"},
    {BAT0_HELD, "BAT0 held by a limit", "BAT0"},
    {BAT0_FULL, "BAT0 full", "BAT0"},
    {BAT1_CHARGING, "BAT1 charging", "BAT1"},
    {BAT1_HELD, "BAT1 held by a limit", "BAT1"},
    {BAT1_FULL, "BAT1 full", "BAT1"},
    {AC_OUT, "AC out", NULL},
    {BAT0_DISCHARGING, "BAT0 discharging", "BAT0"},
    {BAT0_CRITICAL, "BAT0 critical", "BAT0"},
    {BAT0_RATE_UNKNOWN, "BAT0 rate unknown", "BAT0"},
    {BAT0_NOTHING_KNOWN, "BAT0 nothing known", "BAT0"},
    {BAT0_DISCHARGING, "BAT0 all known again", "BAT0"},
    {BAT1_DISCHARGING, "BAT1 discharging", "BAT1"},
    {BAT1_CRITICAL, "BAT1 critical", "BAT1"},
    {BAT1_RATE_UNKNOWN, "BAT1 rate unknown", "BAT1"},
    {BAT1_NOTHING_KNOWN, "BAT1 nothing known", "BAT1"},
    {BAT1_DISCHARGING, "BAT1 all known again", "BAT1"},
    {BAT0_OUT, "BAT0 removed", "BAT0"},
    {BAT0_IN, "BAT0 added", "BAT0"},
    {BAT1_OUT, "BAT1 removed", "BAT1"},
    {BAT1_IN, "BAT1 added", "BAT1"},
};

int main(void)
{
    battery_manager *manager = open_laptop();
    size_t i;

    for (i = 0; i < sizeof events / sizeof *events; i++) {
        const struct event *event = &events[i];
        int wakes;

        /* The kernel's driver reads the battery at most once a second: an event sooner after a reading has the old values. */
        wait_until_idle(manager, 1100);
        press(event->button);
        wakes = battery_manager_wait(manager, PATIENCE);
        saw(event->scenario, "%s; %s", wakes == 1 ? "woken" : "not woken",
            event->battery == NULL ? power(manager) : words_of(manager, event->battery));
    }
    battery_manager_free(manager);
    return 0;
}
