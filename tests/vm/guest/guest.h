/* Common functions of the guest's programs: buttons, output to the host, a battery as a string. */
#ifndef GUEST_H
#define GUEST_H

#include <battery.h>

#include "../buttons.h"

/* Milliseconds. Only ends a program that hangs: an emulated processor that shares the host's may stand still for seconds. */
#define PATIENCE 300000

/* Presses a button of the remote control. Returns before the drivers are notified. */
void press(int button);

/* Presses a button, and returns when the kernel has added (1) or removed (0) the supply. */
void press_until(int button, const char *supply, int is_there);

/* Prints the result of a scenario, which the host compares with the expected one. */
void saw(const char *scenario, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Opens the batteries and subscribes to notifications; no later change is missed. */
battery_manager *open_laptop(void);

/* The battery of a name, to be freed, or NULL. */
battery *find(battery_manager *manager, const char *name);

/* A battery as a string; valid until the next call. */
const char *words(const battery *one);

/* The battery of a name as a string, from a new list. */
const char *words_of(battery_manager *manager, const char *name);

/* The power flow, percentage and time of the battery of a name, from a new list; valid until the next call. */
const char *flow_of(battery_manager *manager, const char *name);

/* External power as a string. */
const char *power(battery_manager *manager);

/* Waits until nothing has changed for a while. Returns the number of changes. */
int wait_until_idle(battery_manager *manager, int milliseconds);

/* Waits for a change, and then until nothing has changed for a while. Returns the number of changes. */
int wait_for_changes(battery_manager *manager, int milliseconds);

void sleep_ms(int milliseconds);

#endif
