/* Put before a program, it makes the program look at texts that it has freed: valgrind that finds nothing then is blind. */
#include <battery.h>

static volatile char battery_seen;

#define battery_str_free(text) ((battery_str_free)(text), (void)(battery_seen = *(text)))
