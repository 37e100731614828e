/* Included before a program, it makes the program leak its strings, which a leak checker must report. */
#include <battery.h>

#define battery_str_free(text) ((void)(text))
