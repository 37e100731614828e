/*
 * The laptop's remote control: writing one of these numbers to the state of its fan presses a button of laptop.asl.
 * Read by the ACPI compiler, by the guest's C programs and by its script, so it contains only #define.
 */
#define AC_OUT 1
#define AC_IN 2

/* BAT0, which counts energy. */
#define BAT0_DISCHARGING 10
#define BAT0_CHARGING 11
#define BAT0_FULL 12
#define BAT0_HELD 13
#define BAT0_CRITICAL 14
#define BAT0_RATE_UNKNOWN 15
#define BAT0_NOTHING_KNOWN 16
#define BAT0_OUT 17
#define BAT0_IN 18
#define BAT0_OTHER 19
#define BAT0_ITSELF 20
#define BAT0_DOWN 21
#define BAT0_DRIFT 22
#define BAT0_STEP 23
#define BAT0_WAITING 24
#define BAT0_THRESHOLDS_FORGOTTEN 25

/* BAT1, which counts charge. */
#define BAT1_DISCHARGING 30
#define BAT1_CHARGING 31
#define BAT1_FULL 32
#define BAT1_HELD 33
#define BAT1_CRITICAL 34
#define BAT1_RATE_UNKNOWN 35
#define BAT1_NOTHING_KNOWN 36
#define BAT1_OUT 37
#define BAT1_IN 38
#define BAT1_WAITING 39
