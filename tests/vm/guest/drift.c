/* Values that change without a uevent: a refresh reads them, and a wait does not end. */
#include "guest.h"

int main(void)
{
    battery_manager *manager = open_laptop();
    battery *one = find(manager, "BAT0");
    battery_info before, after;
    int wakes;

    press(BAT0_DRIFT);
    sleep_ms(1100);
    battery_manager_refresh(manager, one);
    battery_get_info(one, &before, sizeof before);
    wakes = battery_manager_wait(manager, 5000);
    battery_manager_refresh(manager, one);
    battery_get_info(one, &after, sizeof after);
    saw("BAT0 drains for 5 s without a uevent", "%d wake-ups; %.0f mWh less, %.2f W", wakes,
        (before.energy_wh - after.energy_wh) * 1000, after.energy_rate_w);

    press(BAT0_DISCHARGING);
    battery_free(one);
    battery_manager_free(manager);
    return 0;
}
