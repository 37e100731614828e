/* A smart battery of the kernel's sbs-battery, whose registers this program writes: signs, missing registers, errors. */
#define _GNU_SOURCE
#include "guest.h"

#include <fcntl.h>
#include <linux/i2c-dev.h>
#include <linux/i2c.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define ADDRESS 0x0b
#define MAX_ADAPTERS 8

/* Registers and bits of the Smart Battery Data Specification 1.1. */
enum {
    TEMPERATURE = 0x08, VOLTAGE = 0x09, CURRENT = 0x0a, AVERAGE_CURRENT = 0x0b, PERCENTAGE = 0x0d, REMAINING = 0x0f, FULL = 0x10,
    TIME_TO_EMPTY = 0x11, AVERAGE_TIME_TO_EMPTY = 0x12, AVERAGE_TIME_TO_FULL = 0x13, STATUS = 0x16, CYCLES = 0x17, DESIGN = 0x18,
    DESIGN_VOLTAGE = 0x19, SPECIFICATION = 0x1a, DATE = 0x1b, SERIAL = 0x1c, VENDOR = 0x20, MODEL = 0x21, CHEMISTRY = 0x22
};
enum { INITIALIZED = 0x80, DISCHARGING = 0x40, FULLY_CHARGED = 0x20 };

static battery_manager *manager;
static char adapter[64], name[32];
static int bus;

static void transfer(int reg, int size, union i2c_smbus_data *data)
{
    struct i2c_smbus_ioctl_data request = {I2C_SMBUS_WRITE, (unsigned char)reg, (unsigned)size, data};

    if (ioctl(bus, I2C_SMBUS, &request) < 0)
        perror("cannot write a register");
}

static void word(int reg, int value)
{
    union i2c_smbus_data data = {.word = (unsigned short)value};

    transfer(reg, I2C_SMBUS_WORD_DATA, &data);
}

static void string(int reg, const char *text)
{
    union i2c_smbus_data data = {.block = {(unsigned char)strlen(text)}};

    memcpy(data.block + 1, text, strlen(text));
    transfer(reg, I2C_SMBUS_BLOCK_DATA, &data);
}

/* Opens the stub's adapter; the machine may have others. */
static int open_bus(void)
{
    char path[128], text[64];
    int i;

    for (i = 0; i < MAX_ADAPTERS; i++) {
        FILE *file;

        snprintf(adapter, sizeof adapter, "/sys/bus/i2c/devices/i2c-%d", i);
        snprintf(path, sizeof path, "%s/name", adapter);
        file = fopen(path, "r");
        if (file == NULL)
            continue;
        text[0] = 0;
        if (fgets(text, sizeof text, file) == NULL)
            text[0] = 0;
        fclose(file);
        if (strcmp(text, "SMBus stub driver\n") == 0) {
            snprintf(name, sizeof name, "sbs-%d-%04x", i, ADDRESS);
            snprintf(path, sizeof path, "/dev/i2c-%d", i);
            bus = open(path, O_RDWR);
            return bus >= 0 && ioctl(bus, I2C_SLAVE_FORCE, (long)ADDRESS) == 0;
        }
    }
    return 0;
}

static void device(const char *file, const char *text)
{
    char path[128];
    FILE *control;

    snprintf(path, sizeof path, "%s/%s", adapter, file);
    control = fopen(path, "w");
    if (control == NULL || fprintf(control, "%s\n", text) < 0 || fclose(control) != 0)
        perror(path);
}

static void number(double value, const char *format)
{
    if (isnan(value))
        printf("; -");
    else
        printf(format, value);
}

static void text(char *owned)
{
    printf("; %s", owned == NULL ? "-" : owned);
    battery_str_free(owned);
}

/* The state, the power flow and the numbers; a hyphen for an unknown value. */
static void see(const char *scenario)
{
    static const char *const states[] = {"unknown", "charging", "discharging", "empty", "full", "not charging"};
    battery *one = find(manager, name);
    battery_info info;

    printf("saw: %s = ", scenario);
    if (one == NULL || battery_get_info(one, &info, sizeof info) != 0) {
        printf("removed\n");
        return;
    }
    printf("%s, flow %d", states[info.state], (int)info.power_flow);
    number(info.percentage, "; %.0f %%");
    number(info.current_a, "; %.3f A");
    number(info.signed_power_w, "; %.1f W");
    number(info.energy_wh, "; %.1f Wh");
    number(info.energy_full_wh, "; %.1f Wh");
    number(info.temperature_c, "; %.1f C");
    number(info.time_to_empty_s, "; %.0f s");
    number(info.cycle_count == BATTERY_UNKNOWN_UINT32 ? NAN : info.cycle_count, "; %.0f cycles");
    text(battery_get_vendor(one));
    text(battery_get_serial_number(one));
    printf("\n");
    battery_free(one);
}

/* 45 Wh at 10 V, discharging with 15 W. */
static void write_all(void)
{
    word(TEMPERATURE, 2981);
    word(VOLTAGE, 10000);
    word(CURRENT, -1500);
    word(AVERAGE_CURRENT, -1480);
    word(PERCENTAGE, 62);
    word(REMAINING, 2790);
    word(FULL, 4500);
    word(TIME_TO_EMPTY, 112);
    word(AVERAGE_TIME_TO_EMPTY, 113);
    word(AVERAGE_TIME_TO_FULL, 65535);
    word(STATUS, INITIALIZED | DISCHARGING);
    word(CYCLES, 123);
    word(DESIGN, 5000);
    word(DESIGN_VOLTAGE, 10000);
    word(SPECIFICATION, 0x21);
    word(DATE, (2024 - 1980) << 9 | 5 << 5 | 17);
    word(SERIAL, 0x1234);
}

int main(void)
{
    if (!open_bus()) {
        printf("there is no smart battery\n");
        return 1;
    }
    manager = open_laptop();
    write_all();
    device("new_device", "sbs-battery 0x0b");
    see("a smart battery whose strings cannot be read");
    string(VENDOR, "ACME");
    string(MODEL, "VM-SMART");
    string(CHEMISTRY, "LION");
    see("a smart battery that discharges");

    word(STATUS, INITIALIZED);
    word(CURRENT, 2000);
    see("a smart battery that charges");
    word(CURRENT, -500);
    see("a smart battery that loses energy while it charges");
    word(CURRENT, 0);
    see("a smart battery without a current");
    word(STATUS, INITIALIZED | FULLY_CHARGED);
    word(PERCENTAGE, 100);
    word(REMAINING, 4500);
    see("a full smart battery");

    write_all();
    word(TEMPERATURE, 0);
    word(REMAINING, 0);
    word(FULL, 0);
    word(DESIGN, 0);
    word(CYCLES, 0);
    see("a smart battery without temperature, capacities and cycles");
    write_all();
    word(PERCENTAGE, 101);
    word(TIME_TO_EMPTY, 65535);
    word(AVERAGE_TIME_TO_EMPTY, 65535);
    word(CYCLES, 65535);
    see("a smart battery whose registers are out of range");
    write_all();
    device("delete_device", "0x0b");
    see("a smart battery that was removed");
    battery_manager_free(manager);
    return 0;
}
