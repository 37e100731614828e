/*
 * A laptop's ACPI tables: an AC adapter, a battery that counts energy, one that counts charge, the embedded controller of
 * a ThinkPad with the charge thresholds of both, and a fan that is the remote control of them all. The kernel passes what is
 * written to the fan's state to _FSL, even while a battery is removed.
 */
#include "buttons.h"

/* _BST: what the battery does. */
#define IDLE 0
#define DISCHARGING 1
#define CHARGING 2
#define CRITICAL 4
#define UNKNOWN 0xFFFFFFFF

/* Notify: the status, or the battery itself, has changed. */
#define STATUS 0x80
#define INFORMATION 0x81

/* _STA: the device is present; the slot is empty or occupied. */
#define EMPTY 0x0F
#define OCCUPIED 0x1F

DefinitionBlock ("laptop.aml", "SSDT", 2, "LAPTOP", "BATTERY", 1)
{
    Scope (\_SB)
    {
        Device (AC0)
        {
            Name (_HID, "ACPI0003")
            Name (ONLN, 0)
            Method (_STA) { Return (EMPTY) }
            Method (_PSR) { Return (ONLN) }
            Method (SAY, 1)
            {
                ONLN = Arg0
                Notify (AC0, STATUS)
            }
        }

        Device (BAT0)
        {
            Name (_HID, EisaId ("PNP0C0A"))
            Name (_UID, 1)
            Name (SLOT, OCCUPIED)
            Name (SINC, 0)
            Name (INFO, Package () {
                1, 0 /* mWh */, 57000, 50000, 1, 11400, 5000, 1000, 123, 95000, UNKNOWN, UNKNOWN, 1000, 500, 10, 10,
                "VM-ENERGY", "1001", "LION", "ACME", 0 })
            Name (STAT, Package () { DISCHARGING, 12000, 31000, 11500 })
            Method (_STA) { Return (SLOT) }
            Method (_BIX) { Return (INFO) }
            Method (_BST)
            {
                /* A minute's 12 W in a second, without a notification: a gauge that drifts. Timer counts 100 ns; integers have 32 bits. */
                If (SINC) { STAT[2] = 31000 - (Timer - SINC) / 50000 }
                Return (STAT)
            }
            Method (SAY, 3)
            {
                SINC = 0
                STAT[0] = Arg0
                STAT[1] = Arg1
                STAT[2] = Arg2
                STAT[3] = 11500
                If (Arg2 == UNKNOWN) { STAT[3] = UNKNOWN }
                Notify (BAT0, STATUS)
            }
            Method (DOWN)
            {
                STAT[2] = DerefOf (STAT[2]) - 10
                Notify (BAT0, STATUS)
            }
            /* Some minutes on external power: the controller charges 5 % up to the end, and not again until the level is below the start. */
            Method (STEP)
            {
                Local0 = DerefOf (STAT[2])
                Local1 = \_SB.EC0.HKEY.ENDS (1) * 500
                Local2 = DerefOf (\_SB.EC0.HKEY.STRT[1]) * 500
                If (Local2 == 0) { Local2 = Local1 }
                If (Local0 < Local1 && (DerefOf (STAT[0]) == CHARGING || Local0 < Local2))
                {
                    Local0 += 2500
                    If (Local0 < Local1) { SAY (CHARGING, 20000, Local0) }
                    Else { SAY (IDLE, 0, Local1) }
                }
                Else { SAY (IDLE, 0, Local0) }
            }
            Method (PLUG, 1)
            {
                SLOT = Arg0
                Notify (BAT0, INFORMATION)
            }
            Method (SWAP, 2)
            {
                INFO[17] = Arg0
                STAT[2] = Arg1
                Notify (BAT0, INFORMATION)
            }
        }

        Device (BAT1)
        {
            Name (_HID, EisaId ("PNP0C0A"))
            Name (_UID, 2)
            Name (SLOT, OCCUPIED)
            Name (STAT, Package () { DISCHARGING, 1500, 1620, 11000 })
            Method (_STA) { Return (SLOT) }
            Method (_BIF)
            {
                Return (Package () {
                    1 /* mAh */, 3600, 3240, 1, 11100, 300, 100, 10, 10, "VM-CHARGE", "2001", "LiP", "ACME" })
            }
            Method (_BST) { Return (STAT) }
            Method (SAY, 3)
            {
                STAT[0] = Arg0
                STAT[1] = Arg1
                STAT[2] = Arg2
                STAT[3] = 11000
                If (Arg2 == UNKNOWN) { STAT[3] = UNKNOWN }
                Notify (BAT1, STATUS)
            }
            Method (PLUG, 1)
            {
                SLOT = Arg0
                Notify (BAT1, INFORMATION)
            }
        }

        /* The kernel's driver of the controller needs more than its name; thinkpad_acpi needs no more. */
        Device (EC0)
        {
            Name (_HID, EisaId ("PNP0C09"))
            Device (HKEY)
            {
                Name (_HID, EisaId ("LEN0068"))
                /* By the number of the battery, 1 or 2. An end of 0 is 100 %. */
                Name (STRT, Package () { 0, 0, 0 })
                Name (STOP, Package () { 0, 0, 0 })
                /* Whether hot keys are notified. */
                Name (KEYS, 0)
                Method (MHKC, 1) { KEYS = Arg0 }
                /* Bit 8: supported; bit 9: each battery has thresholds of its own. */
                Method (BCTG, 1) { Return (DerefOf (STRT[Arg0]) | 0x300) }
                Method (BCSG, 1) { Return (DerefOf (STOP[Arg0]) | 0x300) }
                Method (BCCS, 1)
                {
                    STRT[(Arg0 >> 8) & 3] = Arg0 & 0xFF
                    Return (0)
                }
                Method (BCSS, 1)
                {
                    STOP[(Arg0 >> 8) & 3] = Arg0 & 0xFF
                    Return (0)
                }
                Method (ENDS, 1)
                {
                    Local0 = DerefOf (STOP[Arg0])
                    If (Local0 == 0) { Local0 = 100 }
                    Return (Local0)
                }
                /* As after a reset of the controller; the driver is not notified. */
                Method (FRGT)
                {
                    STRT[1] = 0
                    STOP[1] = 0
                }
            }
        }

        Device (FAN0)
        {
            Name (_HID, EisaId ("PNP0C0B"))
            Name (_FIF, Package () { 0, 1 /* any level */, 1, 0 })
            Name (_FPS, Package () { 0, Package () { 0, UNKNOWN, 0, UNKNOWN, UNKNOWN } })
            Name (_FST, Package () { 0, 0, 0 })
            Method (_FSL, 1, Serialized)
            {
                Switch (ToInteger (Arg0))
                {
                    Case (AC_OUT) { \_SB.AC0.SAY (0) }
                    Case (AC_IN) { \_SB.AC0.SAY (1) }

                    Case (BAT0_DISCHARGING) { \_SB.BAT0.SAY (DISCHARGING, 12000, 31000) }
                    Case (BAT0_CHARGING) { \_SB.BAT0.SAY (CHARGING, 20000, 31000) }
                    Case (BAT0_FULL) { \_SB.BAT0.SAY (IDLE, 0, 50000) }
                    /* Held by a charge limit: the rate is 0, and external power is connected. */
                    Case (BAT0_HELD) { \_SB.BAT0.SAY (DISCHARGING, 0, 40000) }
                    Case (BAT0_CRITICAL) { \_SB.BAT0.SAY (DISCHARGING | CRITICAL, 12000, 1000) }
                    Case (BAT0_RATE_UNKNOWN) { \_SB.BAT0.SAY (DISCHARGING, UNKNOWN, 31000) }
                    Case (BAT0_NOTHING_KNOWN) { \_SB.BAT0.SAY (DISCHARGING, UNKNOWN, UNKNOWN) }
                    Case (BAT0_OUT) { \_SB.BAT0.PLUG (EMPTY) }
                    Case (BAT0_IN) { \_SB.BAT0.PLUG (OCCUPIED) }
                    Case (BAT0_OTHER) { \_SB.BAT0.SWAP ("1002", 45000) }
                    Case (BAT0_ITSELF) { \_SB.BAT0.SWAP ("1001", 31000) }
                    Case (BAT0_DOWN) { \_SB.BAT0.DOWN () }
                    Case (BAT0_DRIFT) { \_SB.BAT0.SINC = Timer }
                    Case (BAT0_STEP) { \_SB.BAT0.STEP () }
                    /* Waits for its turn while the other battery is in use. */
                    Case (BAT0_WAITING) { \_SB.BAT0.SAY (DISCHARGING, 0, 31000) }
                    Case (BAT0_THRESHOLDS_FORGOTTEN) { \_SB.EC0.HKEY.FRGT () }

                    Case (BAT1_DISCHARGING) { \_SB.BAT1.SAY (DISCHARGING, 1500, 1620) }
                    Case (BAT1_CHARGING) { \_SB.BAT1.SAY (CHARGING, 1800, 1620) }
                    Case (BAT1_FULL) { \_SB.BAT1.SAY (IDLE, 0, 3240) }
                    Case (BAT1_HELD) { \_SB.BAT1.SAY (DISCHARGING, 0, 2592) }
                    Case (BAT1_CRITICAL) { \_SB.BAT1.SAY (DISCHARGING | CRITICAL, 1500, 81) }
                    Case (BAT1_RATE_UNKNOWN) { \_SB.BAT1.SAY (DISCHARGING, UNKNOWN, 1620) }
                    Case (BAT1_NOTHING_KNOWN) { \_SB.BAT1.SAY (DISCHARGING, UNKNOWN, UNKNOWN) }
                    Case (BAT1_WAITING) { \_SB.BAT1.SAY (DISCHARGING, 0, 1620) }
                    Case (BAT1_OUT) { \_SB.BAT1.PLUG (EMPTY) }
                    Case (BAT1_IN) { \_SB.BAT1.PLUG (OCCUPIED) }
                }
            }
        }
    }
}
