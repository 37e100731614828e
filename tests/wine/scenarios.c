/*
 * A Windows program that uses libbattery by its C ABI and sets, between its calls, what the batteries of the fake
 * driver report. It prints a line for each scenario: name, 'ok' or the failure, and milliseconds, separated by tabs.
 *
 *     scenarios [FILE]      FILE is the 'online' of the adapter that Wine shows as external power
 */
#include <battery.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <windows.h>

#define BAYS 5

#define ON_LINE 1
#define DISCHARGING 2
#define CHARGING 4
#define CRITICAL 8

#define SYSTEM_BATTERY 0x80000000u
#define RELATIVE_CAPACITY 0x40000000u
#define SHORT_TERM 0x20000000u

#define ONES 0xFFFFFFFFu
#define UNKNOWN_RATE 0x80000000u

/* The last request of a first reading that must succeed: tag, information, four names, date, status. */
#define REQUESTS 8

/* The driver's private request, and the places of its numbers; a level's number is added to the last. */
#define QUERY_COUNTS 0x296000
#define COUNT_OPEN 0
#define COUNT_LEVELS 3
#define COUNTS 12

/* NTSTATUS of a driver that fails (ERROR_GEN_FAILURE). */
#define UNSUCCESSFUL 0xC0000001u

/* CM_NOTIFY_ACTION of cfgmgr32.h. */
#define ARRIVAL 0
#define QUERY_REMOVE 2
#define QUERY_REMOVE_FAILED 3
#define REMOVE_COMPLETE 5
#define CLASS (-1)

static const char *online_file;
static char problem[512];

/* Of the stand-in for cfgmgr32.dll. */
static DWORD (*pnp_notify)(int bay, int action);
static void (*pnp_is_missing)(BOOL is);
static int (*pnp_registrations)(void);
static int (*pnp_mistakes)(void);

static void fail(int line, const char *format, ...)
{
    va_list arguments;
    int length;

    if (problem[0])
        return;
    length = snprintf(problem, sizeof problem, "line %d: ", line);
    va_start(arguments, format);
    vsnprintf(problem + length, sizeof problem - (size_t)length, format, arguments);
    va_end(arguments);
}

#define EXPECT(condition) \
    do { \
        if (!(condition)) \
            fail(__LINE__, "%s", #condition); \
    } while (0)
#define EXPECT_NUMBER(wanted, got) \
    do { \
        double w = (wanted), g = (double)(got); \
        if (!(g > w - 0.01 && g < w + 0.01)) \
            fail(__LINE__, "%s is %g and not %g", #got, g, w); \
    } while (0)
#define EXPECT_TEXT(wanted, got) \
    do { \
        char *g = (got); \
        if (!g || strcmp(g, wanted)) \
            fail(__LINE__, "%s is '%s' and not '%s'", #got, g ? g : "(unknown)", wanted); \
        battery_str_free(g); \
    } while (0)

/* What the batteries report. */

static HKEY open_bay(int bay)
{
    char path[100];
    HKEY key = NULL;

    snprintf(path, sizeof path, "System\\CurrentControlSet\\Services\\fakebat\\Parameters\\%d", bay);
    RegCreateKeyExA(HKEY_LOCAL_MACHINE, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    return key;
}

static void set_bytes(int bay, const char *name, const void *bytes, size_t length)
{
    HKEY key = open_bay(bay);

    EXPECT(RegSetValueExA(key, name, 0, REG_BINARY, bytes, (DWORD)length) == 0);
    RegCloseKey(key);
}

static void set_number(int bay, const char *name, DWORD number)
{
    HKEY key = open_bay(bay);

    EXPECT(RegSetValueExA(key, name, 0, REG_DWORD, (const BYTE *)&number, sizeof number) == 0);
    RegCloseKey(key);
}

static void set_information(int bay, DWORD capabilities, const char *chemistry, DWORD design, DWORD full, DWORD cycles)
{
    DWORD response[9] = {0};

    response[0] = capabilities;
    response[1] = 1;
    memcpy(&response[2], chemistry, 4);
    response[3] = design;
    response[4] = full;
    response[8] = cycles;
    set_bytes(bay, "Info", response, sizeof response);
}

static void set_status(int bay, DWORD state, DWORD capacity, DWORD voltage, DWORD rate)
{
    DWORD response[4];

    response[0] = state;
    response[1] = capacity;
    response[2] = voltage;
    response[3] = rate;
    set_bytes(bay, "Status", response, sizeof response);
}

static void set_text(int bay, const char *level, const WCHAR *text, size_t units)
{
    set_bytes(bay, level, text, units * sizeof *text);
}

/* A battery of 50 Wh by design, 45 Wh full, 30 Wh remaining, that discharges at 12 W. */
static void put_battery(int bay, DWORD tag)
{
    set_information(bay, SYSTEM_BATTERY, "LION", 50000, 45000, 123);
    set_status(bay, DISCHARGING, 30000, 11800, (DWORD)-12000);
    set_number(bay, "Tag", tag);
}

#define CLASS_GUID "{72631e54-78a4-11d0-bcf7-00aa00b7b32a}"

/* Whether the system has the device of a bay. */
static void connect_bay(int bay, BOOL is)
{
    char path[300];
    DWORD linked = is;
    HKEY key = NULL;

    snprintf(
        path, sizeof path, "System\\CurrentControlSet\\Control\\DeviceClasses\\" CLASS_GUID "\\##?#ROOT#FAKEBAT#%04d#" CLASS_GUID "\\#\\Control", bay);
    EXPECT(RegOpenKeyExA(HKEY_LOCAL_MACHINE, path, 0, KEY_ALL_ACCESS, &key) == 0);
    EXPECT(RegSetValueExA(key, "Linked", 0, REG_DWORD, (const BYTE *)&linked, sizeof linked) == 0);
    RegCloseKey(key);
}

/* One of the driver's numbers of a bay; of the open handles those of the library. */
static DWORD count(int bay, int place)
{
    char path[100];
    DWORD counts[COUNTS] = {0}, length;
    HANDLE device;

    snprintf(path, sizeof path, "\\\\?\\ROOT#FAKEBAT#%04d#" CLASS_GUID, bay);
    device = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, OPEN_EXISTING, 0, NULL);
    EXPECT(DeviceIoControl(device, QUERY_COUNTS, NULL, 0, counts, sizeof counts, &length, NULL));
    CloseHandle(device);
    return place == COUNT_OPEN ? counts[place] - 1 : counts[place];
}

static void empty_bays(void)
{
    int bay;

    for (bay = 0; bay < BAYS; bay++) {
        HKEY key = open_bay(bay);
        char name[32];
        DWORD length = sizeof name;

        while (RegEnumValueA(key, 0, name, &length, NULL, NULL, NULL, NULL) == 0) {
            RegDeleteValueA(key, name);
            length = sizeof name;
        }
        RegCloseKey(key);
        connect_bay(bay, TRUE);
    }
    pnp_is_missing(FALSE);
}

/* What the library returns. */

static battery *list(battery_manager *manager, const char *names)
{
    battery_iterator *iterator = battery_manager_iter(manager);
    char found[100] = "";
    battery *one, *first = NULL;

    if (!iterator) {
        char message[256] = "";

        battery_last_error_message(message, (int)sizeof message);
        fail(__LINE__, "no list: %s (%d)", message, battery_last_error_code());
    }
    while (iterator && (one = battery_iterator_next(iterator)) != NULL) {
        char *name = battery_get_name(one);

        snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s", found[0] ? " " : "", name);
        battery_str_free(name);
        if (first)
            battery_free(one);
        else
            first = one;
    }
    battery_iterator_free(iterator);
    if (strcmp(found, names))
        fail(__LINE__, "listed '%s' and not '%s'", found, names);
    return first;
}

static void normal(battery_manager *manager)
{
    static const BYTE date[] = {3, 2, 0xE5, 0x07};
    DWORD kelvin = 3012, seconds = 9000;
    battery_info info;
    battery *one;

    put_battery(0, 7);
    set_bytes(0, "L2", &kelvin, sizeof kelvin);
    set_bytes(0, "L3", &seconds, sizeof seconds);
    set_text(0, "L4", L"FAKE-1", 7);
    set_bytes(0, "L5", date, sizeof date);
    set_text(0, "L6", L"ACME \x00C9", 7);
    set_text(0, "L8", L"1234", 5);
    one = list(manager, "BAT0");
    EXPECT(battery_get_info(one, &info, sizeof info) == 0);
    EXPECT_NUMBER(100 * 30 / 45.0, info.percentage);
    EXPECT_NUMBER(30, info.energy_wh);
    EXPECT_NUMBER(45, info.energy_full_wh);
    EXPECT_NUMBER(50, info.energy_full_design_wh);
    EXPECT_NUMBER(12, info.energy_rate_w);
    EXPECT_NUMBER(11.8, info.voltage_v);
    EXPECT_NUMBER(28.05, info.temperature_c);
    EXPECT_NUMBER(90, info.state_of_health_percent);
    EXPECT_NUMBER(9000, info.time_to_empty_s);
    EXPECT_NUMBER(123, info.cycle_count);
    EXPECT_NUMBER(20210203, info.manufacture_date);
    EXPECT(info.state == BATTERY_STATE_DISCHARGING);
    EXPECT(info.technology == BATTERY_TECHNOLOGY_LITHIUM_ION);
    EXPECT(battery_get_kind(one) == BATTERY_KIND_BATTERY);
    EXPECT_TEXT("FAKE-1", battery_get_model(one));
    EXPECT_TEXT("ACME \xC3\x89", battery_get_vendor(one));
    EXPECT_TEXT("1234", battery_get_serial_number(one));
    EXPECT_TEXT("batclass", battery_manager_get_backend(manager));
    battery_free(one);
}

static void none(battery_manager *manager)
{
    EXPECT(list(manager, "") == NULL);
    EXPECT(battery_last_error_code() == BATTERY_ERROR_NONE);
}

static void two(battery_manager *manager)
{
    put_battery(0, 1);
    put_battery(1, 2);
    battery_free(list(manager, "BAT0 BAT1"));
}

static void empty_bay_between(battery_manager *manager)
{
    put_battery(0, 1);
    put_battery(2, 2);
    battery_free(list(manager, "BAT0 BAT2"));
}

static void relative(battery_manager *manager)
{
    battery *one;

    put_battery(0, 1);
    set_information(0, SYSTEM_BATTERY | RELATIVE_CAPACITY, "LiP\0", 100, 95, 0);
    set_status(0, ON_LINE | CHARGING, 50, 11800, 20);
    one = list(manager, "BAT0");
    EXPECT_NUMBER(53, battery_get_percentage(one));
    EXPECT(battery_get_energy(one) == UINT32_MAX);
    EXPECT(battery_get_energy_full(one) == UINT32_MAX);
    EXPECT(battery_get_energy_rate(one) == UINT32_MAX);
    EXPECT(battery_field_status(one, BATTERY_FIELD_ENERGY) == BATTERY_VALUE_STATUS_NOT_SUPPORTED);
    EXPECT(battery_get_technology(one) == BATTERY_TECHNOLOGY_LITHIUM_POLYMER);
    EXPECT(battery_get_cycle_count(one) == UINT32_MAX);
    battery_free(one);
}

static void unknown_rate_and_voltage(battery_manager *manager)
{
    battery *one;

    put_battery(0, 1);
    set_status(0, CHARGING, 30000, ONES, UNKNOWN_RATE);
    one = list(manager, "BAT0");
    EXPECT(battery_get_voltage(one) == UINT32_MAX);
    EXPECT(battery_get_energy_rate(one) == UINT32_MAX);
    EXPECT(battery_get_time_to_full(one) == UINT64_MAX);
    EXPECT(battery_get_energy(one) == 30000);
    EXPECT(battery_get_state(one) == BATTERY_STATE_CHARGING);
    battery_free(one);
}

static void names_without_nul(battery_manager *manager)
{
    WCHAR long_name[128];
    battery *one;
    int i;

    for (i = 0; i < 128; i++)
        long_name[i] = L'7';
    put_battery(0, 1);
    set_text(0, "L4", L"FAKE-1", 6);
    set_text(0, "L6", L"ACME\0rubbish", 12);
    set_text(0, "L8", long_name, 128);
    one = list(manager, "BAT0");
    EXPECT_TEXT("FAKE-1", battery_get_model(one));
    EXPECT_TEXT("ACME", battery_get_vendor(one));
    {
        char *serial = battery_get_serial_number(one);

        EXPECT(serial && strlen(serial) == 128 && strspn(serial, "7") == 128);
        battery_str_free(serial);
    }
    battery_free(one);
}

static void edges(battery_manager *manager)
{
    static const DWORD numbers[] = {ONES, 0x80000000u, 0x7FFFFFFFu};
    size_t i;

    put_battery(0, 1);
    for (i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        DWORD number = numbers[i];
        battery *one;

        set_information(0, SYSTEM_BATTERY, "LION", number, number, number);
        set_status(0, DISCHARGING, number, number, number);
        set_bytes(0, "L2", &number, sizeof number);
        set_bytes(0, "L3", &number, sizeof number);
        one = list(manager, "BAT0");
        EXPECT(battery_get_energy(one) == UINT32_MAX);
        EXPECT(battery_get_energy_full(one) == UINT32_MAX);
        EXPECT(battery_get_energy_full_design(one) == UINT32_MAX);
        EXPECT(battery_get_energy_rate(one) == UINT32_MAX);
        EXPECT(battery_get_voltage(one) == UINT32_MAX);
        EXPECT(battery_get_cycle_count(one) == UINT32_MAX);
        EXPECT(battery_get_time_to_empty(one) == UINT64_MAX);
        EXPECT(battery_has(one, BATTERY_FIELD_PERCENTAGE) == 0);
        EXPECT(battery_has(one, BATTERY_FIELD_TEMPERATURE) == 0);
        EXPECT(battery_get_state(one) == BATTERY_STATE_DISCHARGING);
        set_status(0, ONES, number, number, number);
        EXPECT(battery_manager_refresh(manager, one) == 0);
        EXPECT(battery_get_state(one) == BATTERY_STATE_UNKNOWN);
        battery_free(one);
    }
}

static void ups(battery_manager *manager)
{
    battery *one;

    put_battery(0, 1);
    set_information(0, SHORT_TERM | RELATIVE_CAPACITY, "PbAc", 100, 100, 0);
    set_status(0, ON_LINE, 100, ONES, UNKNOWN_RATE);
    one = list(manager, "BAT0");
    EXPECT(battery_get_kind(one) == BATTERY_KIND_UPS);
    EXPECT(battery_get_state(one) == BATTERY_STATE_FULL);
    EXPECT(battery_get_technology(one) == BATTERY_TECHNOLOGY_LEAD_ACID);
    battery_free(one);
}

static void swapped(battery_manager *manager)
{
    battery *old, *added;

    put_battery(0, 7);
    set_text(0, "L8", L"old", 3);
    old = list(manager, "BAT0");
    set_number(0, "Tag", 8);
    set_text(0, "L8", L"new", 3);
    EXPECT(battery_manager_refresh(manager, old) == BATTERY_ERROR_NOT_FOUND);
    EXPECT_TEXT("old", battery_get_serial_number(old));
    added = list(manager, "BAT0");
    EXPECT_TEXT("new", battery_get_serial_number(added));
    EXPECT(battery_manager_refresh(manager, added) == 0);
    EXPECT(battery_manager_refresh(manager, old) == BATTERY_ERROR_NOT_FOUND);
    battery_free(old);
    battery_free(added);
}

static void new_tag(battery_manager *manager)
{
    battery *one;

    put_battery(0, 7);
    set_text(0, "L4", L"FAKE-1", 7);
    set_text(0, "L7", L"1001ACMEFAKE-1", 15);
    set_text(0, "L8", L"1001", 5);
    one = list(manager, "BAT0");
    set_number(0, "Tag", 8);
    set_information(0, SYSTEM_BATTERY, "LION", 50000, 44000, 124);
    set_status(0, DISCHARGING, 29000, 11800, (DWORD)-12000);
    EXPECT(battery_manager_refresh(manager, one) == 0);
    EXPECT(battery_get_energy(one) == 29000);
    EXPECT(battery_get_energy_full(one) == 44000);
    EXPECT(battery_get_cycle_count(one) == 124);
    set_number(0, "Tag", 9);
    set_text(0, "L7", L"1002ACMEFAKE-1", 15);
    EXPECT(battery_manager_refresh(manager, one) == BATTERY_ERROR_NOT_FOUND);
    set_number(0, "Tag", 10);
    set_text(0, "L7", L"1001ACMEFAKE-1", 15);
    EXPECT(battery_manager_refresh(manager, one) == 0);
    battery_free(one);
}

static void requested_again(battery_manager *manager)
{
    static const BYTE date[] = {3, 2, 0xE5, 0x07};
    battery_info info;
    battery *one;
    DWORD names, vendors;

    put_battery(0, 7);
    set_text(0, "L4", L"FAKE-1", 7);
    set_bytes(0, "L5", date, sizeof date);
    set_text(0, "L8", L"1001", 5);
    set_number(0, "E4", UNSUCCESSFUL);
    set_number(0, "E5", UNSUCCESSFUL);
    set_number(0, "E8", UNSUCCESSFUL);
    one = list(manager, "BAT0");
    EXPECT(battery_field_status(one, BATTERY_FIELD_MODEL) == BATTERY_VALUE_STATUS_UNREADABLE);
    EXPECT(battery_field_status(one, BATTERY_FIELD_SERIAL_NUMBER) == BATTERY_VALUE_STATUS_UNREADABLE);
    EXPECT(battery_field_status(one, BATTERY_FIELD_MANUFACTURE_DATE) == BATTERY_VALUE_STATUS_UNREADABLE);
    EXPECT(battery_field_status(one, BATTERY_FIELD_VENDOR) == BATTERY_VALUE_STATUS_NOT_SUPPORTED);
    set_number(0, "E4", 0);
    set_number(0, "E5", 0);
    set_number(0, "E8", 0);
    names = count(0, COUNT_LEVELS + 4);
    vendors = count(0, COUNT_LEVELS + 6);
    EXPECT(battery_manager_refresh(manager, one) == 0);
    EXPECT_TEXT("FAKE-1", battery_get_model(one));
    EXPECT_TEXT("1001", battery_get_serial_number(one));
    EXPECT(battery_get_info(one, &info, sizeof info) == 0);
    EXPECT_NUMBER(20210203, info.manufacture_date);
    EXPECT(battery_manager_refresh(manager, one) == 0);
    EXPECT_NUMBER(names + 1, count(0, COUNT_LEVELS + 4));
    EXPECT_NUMBER(vendors, count(0, COUNT_LEVELS + 6));
    battery_free(one);
}

static void failing_driver(battery_manager *manager)
{
    battery *one;

    put_battery(0, 1);
    put_battery(1, 2);
    set_number(0, "ETag", UNSUCCESSFUL);
    one = list(manager, "BAT0 BAT1");
    EXPECT(battery_get_state(one) == BATTERY_STATE_UNKNOWN);
    EXPECT(battery_field_status(one, BATTERY_FIELD_STATE) == BATTERY_VALUE_STATUS_UNREADABLE);
    EXPECT(battery_field_status(one, BATTERY_FIELD_ENERGY) == BATTERY_VALUE_STATUS_UNREADABLE);
    EXPECT(battery_field_status(one, BATTERY_FIELD_MODEL) == BATTERY_VALUE_STATUS_UNREADABLE);
    set_number(1, "ETag", UNSUCCESSFUL);
    EXPECT(battery_manager_iter(manager) == NULL);
    EXPECT(battery_last_error_code() == BATTERY_ERROR_IO);
    set_number(0, "ETag", 0);
    EXPECT(battery_manager_refresh(manager, one) == 0);
    EXPECT(battery_get_energy(one) == 30000);
    battery_free(one);
}

static void leaves_in_mid_read(battery_manager *manager)
{
    battery *one;
    DWORD requests;

    put_battery(1, 2);
    for (requests = 1; requests <= REQUESTS; requests++) {
        HKEY key = open_bay(0);

        RegDeleteValueA(key, "Leave");
        RegCloseKey(key);
        put_battery(0, requests);
        one = list(manager, "BAT0 BAT1");
        set_number(0, "Leave", requests);
        battery_free(list(manager, requests < REQUESTS ? "BAT1" : "BAT0 BAT1"));
        EXPECT(battery_manager_refresh(manager, one) == BATTERY_ERROR_NOT_FOUND);
        EXPECT(battery_get_energy(one) == 30000);
        battery_free(one);
    }
}

static void refresh_sees_changes(battery_manager *manager)
{
    battery *first, *second;

    put_battery(0, 1);
    first = list(manager, "BAT0");
    put_battery(1, 2);
    second = list(manager, "BAT0 BAT1");
    set_status(0, ON_LINE | CHARGING, 31000, 12000, 20000);
    EXPECT(battery_manager_refresh(manager, first) == 0);
    EXPECT(battery_get_state(first) == BATTERY_STATE_CHARGING);
    EXPECT(battery_get_energy(first) == 31000);
    EXPECT(battery_get_time_to_full(first) == 14 * 3600 / 20);
    EXPECT(battery_get_state(second) == BATTERY_STATE_DISCHARGING);
    set_status(0, ON_LINE, 36000, 12000, 0);
    EXPECT(battery_manager_refresh(manager, first) == 0);
    EXPECT(battery_get_state(first) == BATTERY_STATE_NOT_CHARGING);
    set_status(0, ON_LINE, 45000, 12000, 0);
    EXPECT(battery_manager_refresh(manager, first) == 0);
    EXPECT(battery_get_state(first) == BATTERY_STATE_FULL);
    set_status(0, DISCHARGING | CRITICAL, 900, 10500, (DWORD)-9000);
    EXPECT(battery_manager_refresh(manager, first) == 0);
    EXPECT(battery_get_state(first) == BATTERY_STATE_DISCHARGING);
    EXPECT(battery_get_capacity_level(first) == BATTERY_CAPACITY_LEVEL_CRITICAL);
    battery_free(first);
    battery_free(second);
}

static void no_handle_is_left(battery_manager *manager)
{
    DWORD before = 0, after = 0;
    battery *one;
    int i;

    put_battery(0, 1);
    one = list(manager, "BAT0");
    GetProcessHandleCount(GetCurrentProcess(), &before);
    for (i = 0; i < 50; i++) {
        EXPECT(battery_manager_refresh(manager, one) == 0);
        battery_free(list(manager, "BAT0"));
    }
    GetProcessHandleCount(GetCurrentProcess(), &after);
    EXPECT(after <= before + 4);
    battery_free(one);
}

/*
 * Waiting. A notification ends a wait at once; a change without one is found after a minute. So a wait that ends before, however
 * busy the machine is, was ended by a notification. Only a wait that hangs takes all of the patience.
 */

#define NOTIFIED 45000
#define PATIENCE 300000

static void begin_waiting(battery_manager *manager)
{
    EXPECT(battery_manager_wait(manager, 0) >= 0);
    while (!problem[0] && battery_manager_wait(manager, 300) > 0)
        ;
}

static DWORD WINAPI change_later(void *change)
{
    Sleep(300);
    ((void (*)(void))change)();
    return 0;
}

/* Makes a change during a wait. */
static int wait_for(battery_manager *manager, void (*change)(void), int limit)
{
    HANDLE thread = CreateThread(NULL, 0, change_later, (void *)change, 0, NULL);
    int result = battery_manager_wait(manager, limit);

    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    return result;
}

static void charge(void)
{
    set_status(0, ON_LINE | CHARGING, 30000, 11800, 20000);
}

static void lose_a_percent(void)
{
    set_status(0, DISCHARGING, 29000, 11800, (DWORD)-12000);
}

static void lose_a_milliwatt_hour(void)
{
    set_status(0, DISCHARGING, 28999, 11700, (DWORD)-13000);
}

static void take_out(void)
{
    set_number(0, "Tag", 0);
}

static void put_in_second(void)
{
    put_battery(1, 2);
}

static void wait_sees_changes(battery_manager *manager)
{
    put_battery(0, 1);
    begin_waiting(manager);
    EXPECT(battery_manager_has_events(manager) == 1);
    EXPECT(wait_for(manager, charge, NOTIFIED) == 1);
    begin_waiting(manager);
    EXPECT(wait_for(manager, lose_a_percent, NOTIFIED) == 1);
    begin_waiting(manager);
    EXPECT(wait_for(manager, lose_a_milliwatt_hour, 1000) == 0);
}

static void wait_sees_batteries_come_and_go(battery_manager *manager)
{
    put_battery(0, 1);
    begin_waiting(manager);
    EXPECT(wait_for(manager, put_in_second, NOTIFIED) == 1);
    begin_waiting(manager);
    EXPECT(wait_for(manager, take_out, NOTIFIED) == 1);
    battery_free(list(manager, "BAT1"));
}

static void wait_polls_a_driver_that_does_not_wait(battery_manager *manager)
{
    put_battery(0, 1);
    set_number(0, "NoWait", 1);
    begin_waiting(manager);
    EXPECT(battery_manager_has_events(manager) == 0);
    EXPECT(wait_for(manager, charge, PATIENCE) == 1);
}

static void wait_ignores_responses_without_a_change(battery_manager *manager)
{
    DWORD start;

    put_battery(0, 1);
    EXPECT(battery_manager_wait(manager, 0) >= 0);
    set_number(0, "NoWait", 2);
    start = GetTickCount();
    do
        EXPECT(battery_manager_wait(manager, 1000) == 0);
    while (battery_manager_has_events(manager) != 0 && GetTickCount() - start < PATIENCE);
    EXPECT(battery_manager_has_events(manager) == 0);
}

static void plug_in_ups(void)
{
    connect_bay(4, TRUE);
    pnp_notify(CLASS, ARRIVAL);
}

static void wait_sees_a_device_that_is_plugged_in(battery_manager *manager)
{
    connect_bay(4, FALSE);
    put_battery(0, 1);
    put_battery(4, 2);
    begin_waiting(manager);
    battery_free(list(manager, "BAT0"));
    EXPECT(wait_for(manager, plug_in_ups, NOTIFIED) == 1);
    battery_free(list(manager, "BAT0 BAT4"));
    begin_waiting(manager);
    EXPECT(battery_manager_has_events(manager) == 1);
    set_status(4, ON_LINE | CHARGING, 30000, 11800, 20000);
    EXPECT(battery_manager_wait(manager, NOTIFIED) == 1);
}

static void query_removal(void)
{
    EXPECT(pnp_notify(0, QUERY_REMOVE) == 0);
    EXPECT_NUMBER(0, count(0, COUNT_OPEN));
}

static void fail_removal(void)
{
    EXPECT(pnp_notify(0, QUERY_REMOVE_FAILED) == 0);
    Sleep(300);
    charge();
}

static void complete_removal(void)
{
    connect_bay(0, FALSE);
    EXPECT(pnp_notify(0, REMOVE_COMPLETE) == 0);
    EXPECT(pnp_notify(CLASS, ARRIVAL) == 0);
}

static void wait_lets_a_device_be_removed(battery_manager *manager)
{
    int registrations;

    put_battery(0, 1);
    put_battery(1, 2);
    begin_waiting(manager);
    registrations = pnp_registrations();
    EXPECT_NUMBER(BAYS + 1, registrations);
    EXPECT_NUMBER(1, count(0, COUNT_OPEN));

    /* During a wait, and when no thread waits. */
    EXPECT(wait_for(manager, query_removal, 1000) == 0);
    EXPECT(wait_for(manager, fail_removal, NOTIFIED) == 1);
    EXPECT(battery_manager_has_events(manager) == 1);
    EXPECT_NUMBER(registrations, pnp_registrations());
    begin_waiting(manager);
    query_removal();
    EXPECT_NUMBER(1, count(1, COUNT_OPEN));
    EXPECT(wait_for(manager, complete_removal, NOTIFIED) == 1);
    begin_waiting(manager);
    battery_free(list(manager, "BAT0"));
    EXPECT_NUMBER(registrations - 1, pnp_registrations());
    EXPECT_NUMBER(0, count(0, COUNT_OPEN));
    EXPECT_NUMBER(0, pnp_mistakes());
}

static void wait_leaves_nothing_open(battery_manager *unused)
{
    DWORD before = 0, after = 0;
    int i;

    put_battery(0, 1);
    EXPECT(unused != NULL);
    for (i = 0; i < 20; i++) {
        battery_manager *manager = battery_manager_new();

        EXPECT(battery_manager_wait(manager, 0) >= 0);
        battery_manager_free(manager);
        if (i == 0)
            GetProcessHandleCount(GetCurrentProcess(), &before);
    }
    GetProcessHandleCount(GetCurrentProcess(), &after);
    EXPECT(after <= before + 4);
    EXPECT_NUMBER(0, pnp_registrations());
    EXPECT_NUMBER(0, count(0, COUNT_OPEN));
    EXPECT_NUMBER(0, pnp_mistakes());
}

static void has_events(battery_manager *manager)
{
    battery_manager *without;
    int bay;

    for (bay = 0; bay < BAYS; bay++)
        connect_bay(bay, FALSE);
    EXPECT(battery_manager_has_events(manager) == 1);
    pnp_is_missing(TRUE);
    without = battery_manager_new();
    EXPECT(battery_manager_has_events(without) == 0);
    battery_manager_free(without);
    connect_bay(0, TRUE);
    put_battery(0, 1);
    without = battery_manager_new();
    EXPECT(battery_manager_has_events(without) == 1);
    begin_waiting(without);
    EXPECT(wait_for(without, charge, NOTIFIED) == 1);
    battery_manager_free(without);
}

static DWORD WINAPI begin_in_thread(void *manager)
{
    begin_waiting(manager);
    return 0;
}

static void wait_survives_the_thread_that_began_it(battery_manager *manager)
{
    HANDLE thread;

    put_battery(0, 1);
    thread = CreateThread(NULL, 0, begin_in_thread, manager, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    Sleep(100);
    EXPECT(wait_for(manager, charge, NOTIFIED) == 1);
    EXPECT(battery_manager_has_events(manager) == 1);
}

static battery_manager *woken;

static void wake(void)
{
    battery_manager_wake(woken);
}

static void wait_is_woken(battery_manager *manager)
{
    DWORD start;

    put_battery(0, 1);
    begin_waiting(manager);
    woken = manager;
    start = GetTickCount();
    EXPECT(wait_for(manager, wake, PATIENCE) == 0);
    EXPECT(GetTickCount() - start < PATIENCE);
}

static ULONGLONG processor_time(void)
{
    FILETIME started, ended, kernel, user;

    GetProcessTimes(GetCurrentProcess(), &started, &ended, &kernel, &user);
    return (((ULONGLONG)kernel.dwHighDateTime << 32) + kernel.dwLowDateTime + ((ULONGLONG)user.dwHighDateTime << 32) + user.dwLowDateTime) / 10000;
}

static void wait_costs_nothing(battery_manager *manager)
{
    ULONGLONG before;
    DWORD start;

    put_battery(0, 1);
    begin_waiting(manager);
    before = processor_time();
    start = GetTickCount();
    EXPECT(battery_manager_wait(manager, 2000) == 0);
    EXPECT(GetTickCount() - start >= 1900);
    EXPECT(processor_time() - before < 1000);
}

static void set_online(const char *text)
{
    FILE *file = fopen(online_file, "wb");

    EXPECT(file != NULL);
    if (file) {
        fputs(text, file);
        fclose(file);
    }
}

static void external_power(battery_manager *manager)
{
    set_online("1\n");
    EXPECT(battery_manager_external_power(manager) == BATTERY_EXTERNAL_POWER_ONLINE);
    set_online("0\n");
    EXPECT(battery_manager_external_power(manager) == BATTERY_EXTERNAL_POWER_OFFLINE);
}

static const struct {
    const char *name;
    void (*run)(battery_manager *);
} scenarios[] = {
    {"a normal battery", normal},
    {"no battery", none},
    {"two batteries", two},
    {"an empty bay between two batteries", empty_bay_between},
    {"relative capacity", relative},
    {"unknown rate and voltage", unknown_rate_and_voltage},
    {"names without NUL", names_without_nul},
    {"values at the edges", edges},
    {"a UPS", ups},
    {"a battery swapped between two reads", swapped},
    {"a new tag for the same battery", new_tag},
    {"names that are requested again", requested_again},
    {"a driver that fails", failing_driver},
    {"a battery that leaves in mid-read", leaves_in_mid_read},
    {"refresh sees changes of state", refresh_sees_changes},
    {"no handle is left behind", no_handle_is_left},
    {"wait sees changes of state", wait_sees_changes},
    {"wait sees batteries come and go", wait_sees_batteries_come_and_go},
    {"wait polls a driver that does not wait", wait_polls_a_driver_that_does_not_wait},
    {"wait ignores responses without a change", wait_ignores_responses_without_a_change},
    {"wait sees a device that is plugged in", wait_sees_a_device_that_is_plugged_in},
    {"wait lets a device be removed", wait_lets_a_device_be_removed},
    {"wait leaves nothing open", wait_leaves_nothing_open},
    {"events with and without notifications of devices", has_events},
    {"wait survives the thread that began it", wait_survives_the_thread_that_began_it},
    {"wait is woken", wait_is_woken},
    {"wait uses no processor time", wait_costs_nothing},
    {"external power", external_power},
};

/* Before the library's first wait: a library that is loaded already is not searched for. */
static BOOL load_plug_and_play(const char *program)
{
    char path[MAX_PATH];
    HMODULE library;

    snprintf(path, sizeof path, "%.*s\\cfgmgr32.dll", (int)(strrchr(program, '\\') - program), program);
    library = LoadLibraryA(path);
    pnp_notify = (DWORD (*)(int, int))(void *)GetProcAddress(library, "pnp_notify");
    pnp_is_missing = (void (*)(BOOL))(void *)GetProcAddress(library, "pnp_is_missing");
    pnp_registrations = (int (*)(void))(void *)GetProcAddress(library, "pnp_registrations");
    pnp_mistakes = (int (*)(void))(void *)GetProcAddress(library, "pnp_mistakes");
    return pnp_notify && pnp_is_missing && pnp_registrations && pnp_mistakes;
}

int main(int count, char **arguments)
{
    char program[MAX_PATH];
    size_t i;

    GetModuleFileNameA(NULL, program, sizeof program);
    if (!load_plug_and_play(program)) {
        fprintf(stderr, "cfgmgr32.dll of the tests cannot be loaded: error %lu\n", GetLastError());
        return 1;
    }
    setvbuf(stdout, NULL, _IONBF, 0);
    online_file = count > 1 ? arguments[1] : NULL;
    for (i = 0; i < sizeof scenarios / sizeof *scenarios; i++) {
        DWORD start = GetTickCount();
        battery_manager *manager;

        problem[0] = 0;
        if (scenarios[i].run == external_power && !online_file) {
            printf("%s\tskipped: no adapter of its own\t0\n", scenarios[i].name);
            continue;
        }
        empty_bays();
        manager = battery_manager_new();
        if (manager)
            scenarios[i].run(manager);
        else
            fail(__LINE__, "no manager: error %d", battery_last_error_code());
        battery_manager_free(manager);
        printf("%s\t%s\t%lu\n", scenarios[i].name, problem[0] ? problem : "ok", GetTickCount() - start);
    }
    empty_bays();
    return 0;
}
