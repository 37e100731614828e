/* Values that change without a uevent: a refresh reads them, and a wait does not end. */
#include "guest.h"

#include <time.h>

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(void)
{
    battery_manager *manager = open_laptop();
    battery *one = find(manager, "BAT0");
    battery_info before, after;
    double start, drained;
    int wakes;

    press(BAT0_DRIFT);
    sleep_ms(1100);
    battery_manager_refresh(manager, one);
    start = now();
    battery_get_info(one, &before, sizeof before);
    wakes = battery_manager_wait(manager, 5000);
    battery_manager_refresh(manager, one);
    battery_get_info(one, &after, sizeof after);

    /* 200 mWh in a second. */
    drained = (before.energy_wh - after.energy_wh) * 1000 / ((now() - start) * 200);
    saw("BAT0 drains for 5 s without a uevent", "%d wake-ups; %.0f %% of what drains, %.2f W", wakes, drained * 100, after.energy_rate_w);

    press(BAT0_DISCHARGING);
    battery_free(one);
    battery_manager_free(manager);
    return 0;
}
