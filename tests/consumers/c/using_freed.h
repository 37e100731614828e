/* Included before a program, it makes the program use freed strings, which valgrind must report. */
#include <battery.h>

static volatile char battery_seen;

#define battery_str_free(text) ((battery_str_free)(text), (void)(battery_seen = *(text)))
