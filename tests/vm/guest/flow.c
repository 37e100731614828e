/* What is going on, and until when: each event ends a wait, after which the power flow and the time are read. */
#include "guest.h"

#include <stddef.h>

#define MAX_BUTTONS 3

struct event {
    int buttons[MAX_BUTTONS]; /* 0: no more */
    const char *scenario;
    const char *battery;
};

static const struct event events[] = {
    {{AC_IN, BAT0_CHARGING}, "plugged in", "BAT0"},
    {{AC_OUT, BAT0_DISCHARGING}, "unplugged", "BAT0"},
    {{AC_IN, BAT0_DISCHARGING}, "a weak adapter", "BAT0"},
    {{BAT0_HELD}, "no current, without a limit", "BAT0"},
    {{BAT0_FULL}, "charged", "BAT0"},
    {{AC_OUT, BAT0_WAITING, BAT1_DISCHARGING}, "BAT0 waits while BAT1 is used", "BAT0"},
    {{0}, "BAT1 is used while BAT0 waits", "BAT1"},
    {{BAT0_DISCHARGING, BAT1_WAITING}, "BAT1 waits while BAT0 is used", "BAT1"},
    {{0}, "BAT0 is used while BAT1 waits", "BAT0"},
    {{AC_IN, BAT0_CHARGING}, "BAT1 waits while BAT0 is charged", "BAT1"},
    {{BAT0_FULL, BAT1_CHARGING}, "BAT1 is charged after BAT0", "BAT1"},
    {{AC_OUT, BAT0_DISCHARGING, BAT1_DISCHARGING}, "both unplugged", "BAT1"},
};

int main(void)
{
    battery_manager *manager = open_laptop();
    size_t i;
    int k;

    for (i = 0; i < sizeof events / sizeof *events; i++) {
        const struct event *event = &events[i];

        /* The kernel's driver reads a battery at most once a second. */
        if (event->buttons[0] != 0)
            wait_until_idle(manager, 1100);
        for (k = 0; k < MAX_BUTTONS && event->buttons[k] != 0; k++)
            press(event->buttons[k]);
        if (event->buttons[0] != 0)
            wait_for_changes(manager, 2500);
        saw(event->scenario, "%s", flow_of(manager, event->battery));
    }
    battery_manager_free(manager);
    return 0;
}
