/* IOKit's registry, with the rules of Mach ports: each that a function returns must be released once. And IOPowerSources. */
#include "standin.h"

#include <string.h>

enum { ENTRIES = 16, PORTS = 256, NO_PARENT = -1 };
enum { FREE, SERVICES, CHILDREN, ENTRY };

/* Names of ports use all 32 bits. */
static const mach_port_t first_name = 0x80000103;

static struct { object *properties; uint64_t id; int parent; } entries[ENTRIES];
static int entry_count;
static struct { int kind, entry, position; } ports[PORTS];
static int live_ports;
static object *power_sources, *providing_type;

int ports_alive(void) { return live_ports; }

void registry_reset(void)
{
    entry_count = 0;
    power_sources = providing_type = NULL;
}

static mach_port_t new_port(int kind, int entry)
{
    int i = 0;
    while (i < PORTS - 1 && ports[i].kind != FREE)
        i++;
    ports[i].kind = kind;
    ports[i].entry = entry;
    ports[i].position = 0;
    live_ports++;
    return first_name + 0x100 * (mach_port_t)i;
}

/* The index of a live port of a kind, else a violation and -1. */
static int find_port(mach_port_t name, int kind, const char *function)
{
    mach_port_t i = (name - first_name) / 0x100;
    if (name < first_name || i >= PORTS || ports[i].kind == FREE)
        standin_violation(function, "the port was released, or never existed");
    else if (kind != FREE && ports[i].kind != kind)
        standin_violation(function, "the port is of another kind");
    else
        return (int)i;
    return -1;
}

/* ---- What tests build */

/* Adds a service, or an entry below the service that was added last. */
void standin_add_entry(object *properties, uint64_t id, int is_child)
{
    int parent = NO_PARENT;
    for (int i = 0; is_child && i < entry_count; i++)
        parent = entries[i].parent == NO_PARENT ? i : parent;
    entries[entry_count].properties = properties;
    entries[entry_count].id = id;
    entries[entry_count++].parent = parent;
}

void standin_set_power_sources(object *sources, object *providing)
{
    power_sources = sources;
    providing_type = providing;
    if (providing != NULL)
        object_make_constant(providing);
}

/* ---- IOKitLib.h */

object *IOServiceMatching(const char *name)
{
    object *matching;
    ENTER();
    matching = object_matching(name);
    LEAVE();
    return matching;
}

kern_return_t IOServiceGetMatchingServices(mach_port_t main_port, CFTypeRef matching, mach_port_t *existing)
{
    object *found;
    int result = ENTER();
    *existing = 0;
    if (main_port != 0)
        standin_violation(__func__, "the port is not kIOMainPortDefault");
    found = object_live(matching, DICTIONARY, __func__);
    if (found != NULL) {
        if (result == 0 && strcmp(object_class(found), "AppleSmartBattery") == 0)
            *existing = new_port(SERVICES, NO_PARENT);
        object_take(found, __func__); /* also if the call fails */
    }
    LEAVE();
    return result;
}

mach_port_t IOIteratorNext(mach_port_t iterator)
{
    int i;
    mach_port_t next = 0;
    ENTER();
    i = iterator == 0 ? -1 : find_port(iterator, FREE, __func__);
    if (i >= 0 && ports[i].kind == ENTRY)
        standin_violation(__func__, "the port is not an iterator");
    else
        while (i >= 0 && next == 0 && ports[i].position < entry_count)
            if (entries[ports[i].position++].parent == ports[i].entry)
                next = new_port(ENTRY, ports[i].position - 1);
    LEAVE();
    return next;
}

kern_return_t IORegistryEntryGetChildIterator(mach_port_t entry, const char *plane, mach_port_t *iterator)
{
    int result = ENTER();
    int i = find_port(entry, ENTRY, __func__);
    *iterator = 0;
    if (strcmp(plane, "IOService") != 0)
        standin_violation(__func__, "the plane is not IOService");
    if (i < 0)
        result = BAD_ARGUMENT;
    if (result == 0)
        *iterator = new_port(CHILDREN, ports[i].entry);
    LEAVE();
    return result;
}

kern_return_t IORegistryEntryCreateCFProperties(mach_port_t entry, object **properties, CFTypeRef allocator, uint32_t options)
{
    int result = ENTER();
    int i = find_port(entry, ENTRY, __func__);
    if (allocator != NULL || options != 0)
        standin_violation(__func__, "the allocator or the options are not 0");
    if (i < 0)
        result = BAD_ARGUMENT;
    if (result == 0)
        *properties = object_copy(entries[ports[i].entry].properties);
    LEAVE();
    return result; /* on an error *properties is as it was, as IOKitUser leaves it */
}

int IORegistryEntryInPlane(mach_port_t entry, const char *plane)
{
    int error = ENTER();
    int i = find_port(entry, ENTRY, __func__);
    if (strcmp(plane, "IOService") != 0)
        standin_violation(__func__, "the plane is not IOService");
    LEAVE();
    return error == 0 && i >= 0;
}

kern_return_t IORegistryEntryGetRegistryEntryID(mach_port_t entry, uint64_t *id)
{
    int result = ENTER();
    int i = find_port(entry, ENTRY, __func__);
    if (i < 0)
        result = BAD_ARGUMENT;
    if (result == 0)
        *id = entries[ports[i].entry].id;
    LEAVE();
    return result;
}

kern_return_t IOObjectRelease(mach_port_t name)
{
    int i;
    ENTER();
    i = find_port(name, FREE, __func__);
    if (i >= 0) {
        ports[i].kind = FREE;
        live_ports--;
    }
    LEAVE();
    return i >= 0 ? 0 : BAD_ARGUMENT;
}

/* ---- IOPowerSources.h */

CFTypeRef IOPSCopyPowerSourcesInfo(void)
{
    object *copy = NULL;
    if (ENTER() == 0 && power_sources != NULL)
        copy = object_copy(power_sources);
    LEAVE();
    return copy;
}

CFTypeRef IOPSCopyPowerSourcesList(CFTypeRef blob)
{
    object *copy = NULL;
    int error = ENTER();
    object *array = object_live(blob, ARRAY, __func__);
    if (error == 0 && array != NULL)
        copy = object_array_copy(array);
    LEAVE();
    return copy;
}

CFTypeRef IOPSGetPowerSourceDescription(CFTypeRef blob, CFTypeRef source)
{
    object *description = NULL;
    if (ENTER() == 0 && object_live(blob, ARRAY, __func__) != NULL)
        description = object_live(source, DICTIONARY, __func__);
    LEAVE();
    return description;
}

CFTypeRef IOPSGetProvidingPowerSourceType(CFTypeRef blob)
{
    object *type = NULL;
    if (ENTER() == 0 && object_live(blob, ARRAY, __func__) != NULL)
        type = providing_type;
    LEAVE();
    return type;
}
