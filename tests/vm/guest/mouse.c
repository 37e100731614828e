/*
 * A mouse with a battery: a device of user space (uhid), which the kernel's own HID driver gives a power supply.
 *
 *     mouse            scenarios of a mouse that is plugged in, reports and is unplugged
 *     mouse COMMAND…   runs a command beside a mouse that reports nothing by itself, and writes the number of its GET_REPORT requests
 *                      to /tmp/requests
 */
#define _GNU_SOURCE
#include "guest.h"

#include <fcntl.h>
#include <linux/uhid.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NAME "hid-vm-mouse-battery"

static const unsigned char descriptor[] = {
    0x05, 0x01, 0x09, 0x02, 0xA1, 0x01,                         /* generic desktop, mouse, application */
    0x05, 0x09, 0x19, 0x01, 0x29, 0x08, 0x15, 0x00, 0x25, 0x01, /* buttons 1 to 8, each 0 or 1 */
    0x75, 0x01, 0x95, 0x08, 0x81, 0x02,                         /* eight bits */
    0x05, 0x06, 0x09, 0x20, 0x15, 0x00, 0x25, 0x64,             /* device controls, battery strength, 0 to 100 */
    0x75, 0x08, 0x95, 0x01, 0x81, 0x02,                         /* a byte */
    0xC0};

static atomic_int strength = 80;
static atomic_int requests;
static int uhid;

static void write_event(const struct uhid_event *event)
{
    if (write(uhid, event, sizeof *event) < 0)
        perror("uhid");
}

static void write_requests(void)
{
    FILE *file = fopen("/tmp/requests.new", "w");

    if (file != NULL) {
        fprintf(file, "%d\n", requests);
        fclose(file);
        rename("/tmp/requests.new", "/tmp/requests");
    }
}

/* The kernel asks the mouse for its report when the battery is read before the mouse has sent one. */
static void *respond(void *unused)
{
    struct uhid_event event, reply;

    while (read(uhid, &event, sizeof event) > 0) {
        if (event.type != UHID_GET_REPORT)
            continue;
        requests++;
        write_requests();
        memset(&reply, 0, sizeof reply);
        reply.type = UHID_GET_REPORT_REPLY;
        reply.u.get_report_reply.id = event.u.get_report.id;
        reply.u.get_report_reply.size = 2;
        reply.u.get_report_reply.data[1] = (unsigned char)strength;
        write_event(&reply);
    }
    return unused;
}

static void plug_in(void)
{
    struct uhid_event event;
    pthread_t thread;

    uhid = open("/dev/uhid", O_RDWR | O_CLOEXEC);
    memset(&event, 0, sizeof event);
    event.type = UHID_CREATE2;
    strcpy((char *)event.u.create2.name, "VM Mouse");
    strcpy((char *)event.u.create2.uniq, "vm-mouse");
    memcpy(event.u.create2.rd_data, descriptor, sizeof descriptor);
    event.u.create2.rd_size = sizeof descriptor;
    event.u.create2.bus = 3; /* USB */
    event.u.create2.vendor = 0x1234;
    event.u.create2.product = 0x5678;
    write_event(&event);
    pthread_create(&thread, NULL, respond, NULL);
    pthread_detach(thread);
}

static void report(int percent)
{
    struct uhid_event event;

    strength = percent;
    memset(&event, 0, sizeof event);
    event.type = UHID_INPUT2;
    event.u.input2.size = 2;
    event.u.input2.data[1] = (unsigned char)percent;
    write_event(&event);
}

static void unplug(void)
{
    struct uhid_event event;

    memset(&event, 0, sizeof event);
    event.type = UHID_DESTROY;
    write_event(&event);
}

static void see(battery_manager *all, const char *scenario)
{
    const char *woken = wait_for_changes(all, 1000) > 0 ? "woken" : "not woken";
    battery *one = find(all, NAME);

    if (one == NULL) {
        saw(scenario, "%s; removed", woken);
    } else {
        char *model = battery_get_model(one);

        saw(scenario, "%s; %s: %s, %s", woken, model,
            battery_get_scope(one) == BATTERY_SCOPE_PERIPHERAL ? "peripheral" : "the machine's", words(one));
        battery_str_free(model);
        battery_free(one);
    }
}

static int run_beside(char **command)
{
    char path[] = "/sys/class/power_supply/" NAME "/type";
    int before, tries, status = 0;
    pid_t child;

    write_requests();
    plug_in();
    for (tries = 0; tries < PATIENCE / 100 && access(path, R_OK) != 0; tries++)
        sleep_ms(100);

    /* The kernel itself asks some times. */
    do {
        before = requests;
        sleep_ms(3000);
    } while (requests != before);
    child = fork();
    if (child == 0) {
        execvp(command[0], command);
        perror(command[0]);
        _exit(127);
    }
    waitpid(child, &status, 0);
    unplug();
    return status != 0;
}

static void see_all(void)
{
    battery_manager_options options = {.size = sizeof options, .scopes = BATTERY_SCOPES_ALL};
    battery_manager *all = battery_manager_new_with(&options), *own = open_laptop();

    battery_manager_wait(all, 0);
    plug_in();
    see(all, "a mouse is plugged in");
    saw("the mouse among the machine's own batteries", "%s", words_of(own, NAME));
    report(42);
    see(all, "the mouse reports 42 %");
    unplug();
    see(all, "the mouse is unplugged");
    battery_manager_free(own);
    battery_manager_free(all);
}

int main(int count, char **arguments)
{
    if (count > 1)
        return run_beside(arguments + 1);
    see_all();
    return 0;
}
