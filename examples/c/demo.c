#include <battery.h>
#include <stdio.h>

int main(void)
{
    battery_manager *manager = battery_manager_new();
    battery_iterator *iterator = battery_manager_iter(manager);
    battery *one;

    while ((one = battery_iterator_next(iterator)) != NULL) {
        char *name = battery_get_name(one);
        uint32_t rate = battery_get_energy_rate(one); /* mW */

        printf("%s", name);
        if (battery_has(one, BATTERY_FIELD_PERCENTAGE))
            printf("  %.0f %%", battery_get_percentage(one));
        if (rate != BATTERY_UNKNOWN_UINT32)
            printf("  %.1f W", rate / 1000.0);
        printf("\n");
        battery_str_free(name);
        battery_free(one);
    }
    battery_iterator_free(iterator);
    battery_manager_free(manager);
    return 0;
}
