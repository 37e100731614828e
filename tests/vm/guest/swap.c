/* Another battery in the slot of BAT0: removed and added, and exchanged so fast that the slot is never read as empty. */
#include "guest.h"

static void see(battery_manager *manager, battery *one, const char *scenario, int wakes)
{
    int refreshed = battery_manager_refresh(manager, one);
    char *serial = battery_get_serial_number(one);

    saw(scenario, "%s; refresh %d, serial %s, %.0f %%", wakes > 0 ? "woken" : "not woken", refreshed, serial,
        battery_get_percentage(one));
    battery_str_free(serial);
}

int main(void)
{
    battery_manager *manager = open_laptop();
    battery *one = find(manager, "BAT0");

    see(manager, one, "BAT0 before the swap", 1);
    sleep_ms(1100);
    press(BAT0_OTHER);
    see(manager, one, "BAT0 exchanged in its slot", wait_for_changes(manager, 2500));

    press_until(BAT0_OUT, "BAT0", 0);
    see(manager, one, "BAT0 between two batteries", wait_for_changes(manager, 1100));
    press(BAT0_ITSELF);
    press_until(BAT0_IN, "BAT0", 1);
    see(manager, one, "BAT0 exchanged back to its first serial", wait_for_changes(manager, 2500));

    battery_free(one);
    battery_manager_free(manager);
    return 0;
}
