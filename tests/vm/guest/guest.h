/* What every program in the guest needs: the remote control, a line to the host, a battery in words. */
#ifndef GUEST_H
#define GUEST_H

#include <battery.h>

#include "../buttons.h"

/* Presses a button of the remote control. Returns before the drivers have heard of it. */
void press(int button);

/* Presses a button, and returns when the supply is there (1) or gone (0) as far as the kernel shows. */
void press_until(int button, const char *supply, int is_there);

/* Tells the host what was seen in a scenario, in words that it compares with what it expects. */
void saw(const char *scenario, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Opens the machine's batteries and their announcements; nothing that happens afterwards is missed. */
battery_manager *open_laptop(void);

/* The battery of a name, to be freed, or NULL. */
battery *find(battery_manager *manager, const char *name);

/* A battery in words, of one moment; the text is good until the next call. */
const char *words(const battery *one);

/* The battery of a name in words, as a new list gives it. */
const char *words_of(battery_manager *manager, const char *name);

/* Whether the machine is fed from outside, in a word. */
const char *power(battery_manager *manager);

/* Waits until nothing has changed for a while. Returns how often the wait said that something changed. */
int wait_until_quiet(battery_manager *manager, int milliseconds);

void sleep_ms(int milliseconds);

#endif
