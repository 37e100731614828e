/* Put before a program, it makes the program forget its texts: a leak checker that finds nothing then finds nothing ever. */
#include <battery.h>

#define battery_str_free(text) ((void)(text))
