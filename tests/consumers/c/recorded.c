/*
 * Linked into a program, it replaces battery_manager_new of the library: the unchanged program then reads the
 * recorded machine whose sysfs root is in BATTERY_RECORDED.
 */
#include <battery.h>
#include <stdlib.h>
#include <string.h>

battery_manager *battery_manager_new(void)
{
    battery_manager_options options;

    memset(&options, 0, sizeof options);
    options.size = (uint32_t)sizeof options;
    options.scopes = BATTERY_SCOPES_ALL;
    options.sysfs_root = getenv("BATTERY_RECORDED");
    return battery_manager_new_with(&options);
}
