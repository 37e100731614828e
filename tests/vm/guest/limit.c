/* Charge limits that thinkpad_acpi sets, and the embedded controller that keeps to them. */
#define _GNU_SOURCE
#include "guest.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "/sys/class/power_supply/"
#define START "/charge_control_start_threshold"
#define END "/charge_control_end_threshold"
#define MAX_STEPS 20

static battery_manager *manager;

static void print(char *text, size_t size, uint32_t percentage)
{
    if (percentage == BATTERY_UNKNOWN_UINT32)
        snprintf(text, size, "unknown");
    else
        snprintf(text, size, "%u", percentage);
}

static void set(const char *scenario, const char *name, uint32_t start, uint32_t end)
{
    char lower[16], upper[16];
    uint32_t effective_start = 0, effective_end = 0;
    battery *one = find(manager, name);
    int result = battery_set_charge_limit(one, start, end, &effective_start, &effective_end);

    battery_free(one);
    print(lower, sizeof lower, effective_start);
    print(upper, sizeof upper, effective_end);
    if (result == 0)
        saw(scenario, "%s to %s %%", lower, upper);
    else
        saw(scenario, "%s", battery_error_name(result));
}

/* What the driver itself says of one write. */
static const char *write_directly(const char *path, const char *text)
{
    int file = open(path, O_WRONLY);
    const char *result = write(file, text, strlen(text)) < 0 ? strerrorname_np(errno) : "accepted";

    close(file);
    return result;
}

/* Charges until the controller stops. */
static void charge(const char *scenario)
{
    int steps = 0;

    do {
        sleep_ms(1100);
        press(BAT0_STEP);
        wait_for_changes(manager, 2500);
        steps++;
    } while (strncmp(flow_of(manager, "BAT0"), "charging", strlen("charging")) == 0 && steps < MAX_STEPS);
    saw(scenario, "%d steps; %s", steps, flow_of(manager, "BAT0"));
}

static void step(const char *scenario)
{
    sleep_ms(1100);
    press(BAT0_STEP);
    wait_for_changes(manager, 2500);
    saw(scenario, "%s", flow_of(manager, "BAT0"));
}

/* As a user who may not write the attributes, or as a member of the group that may. */
static int set_as(int user, int group)
{
    if (setgid((gid_t)group) != 0 || setuid((uid_t)user) != 0)
        return 1;
    manager = battery_manager_new();
    set(user == group ? "a limit without permission" : "a limit as a member of the group", "BAT0", BATTERY_UNKNOWN_UINT32, 70);
    battery_manager_free(manager);
    return 0;
}

int main(int argc, char **argv)
{
    if (argc > 1)
        return set_as(atoi(argv[1]), argc > 2 ? atoi(argv[2]) : atoi(argv[1]));

    manager = open_laptop();
    sleep_ms(1100);
    press(AC_IN);
    press(BAT0_CHARGING);
    wait_for_changes(manager, 2500);
    saw("charging without a limit", "%s", flow_of(manager, "BAT0"));
    set("a limit of 80 %", "BAT0", BATTERY_UNKNOWN_UINT32, 80);
    saw("charging with a limit of 80 %", "%s", flow_of(manager, "BAT0"));
    charge("charging up to the limit");
    step("held at the limit, some minutes later");
    set("the limit raised to 90 %", "BAT0", BATTERY_UNKNOWN_UINT32, 90);
    saw("the limit raised, before the controller charges again", "%s", flow_of(manager, "BAT0"));
    step("charging towards the raised limit");
    charge("charging up to the raised limit");
    set("the limit lowered below the level", "BAT0", 40, 50);
    step("held above the lowered limit");
    saw("the driver refuses the end first", "%s", write_directly(FOLDER "BAT0" END, "35"));
    set("a lower pair, the start first", "BAT0", 30, 35);
    saw("the driver refuses the start first", "%s", write_directly(FOLDER "BAT0" START, "75"));
    set("a higher pair, the end first", "BAT0", 75, 80);
    press(BAT0_THRESHOLDS_FORGOTTEN);
    saw("the driver refuses by what it wrote last", "%s", write_directly(FOLDER "BAT0" END, "50"));
    set("a limit after the controller forgot its thresholds", "BAT0", 40, 50);
    set("BAT1 has a limit of its own", "BAT1", 60, 70);
    saw("BAT0 keeps its limit", "%s", flow_of(manager, "BAT0"));
    set("the limit of BAT1 removed", "BAT1", BATTERY_UNKNOWN_UINT32, 100);
    set("the limit removed", "BAT0", BATTERY_UNKNOWN_UINT32, 100);
    charge("charging to the end without a limit");
    press(AC_OUT);
    press(BAT0_DISCHARGING);
    wait_for_changes(manager, 2500);
    battery_manager_free(manager);
    return 0;
}
