/* Put before a program, it makes the program read the recorded machine whose sysfs root is in BATTERY_RECORDED. */
#include <battery.h>
#include <stdlib.h>

static battery_manager *battery_manager_of_record(void)
{
    battery_manager_options options = {0};

    options.size = (uint32_t)sizeof options;
    options.sysfs_root = getenv("BATTERY_RECORDED");
    return battery_manager_new_with(&options);
}

#define battery_manager_new battery_manager_of_record
