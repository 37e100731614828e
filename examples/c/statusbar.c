/*
 * Prints all batteries as one for a status bar.
 * usage: statusbar [--text] [--follow] [<sysfs root>]
 *
 * waybar takes JSON, and a new line for each change:
 *     "custom/battery": { "exec": "statusbar --follow", "return-type": "json" }
 * i3blocks, tmux and others take a text:
 *     [battery]
 *     command=statusbar --text
 *     interval=30
 * i3status reads a file that a timer writes: statusbar --text > /run/user/1000/battery
 */
#include <battery.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const flows[] = {
    "unknown", "charging", "discharging", "discharging-on-external-power", "held", "inhibited", "full", "idle"
};

static int fail(void)
{
    char message[1024] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "statusbar: %s\n", message);
    return 1;
}

/* For example "80 % 2:15"; what is not known is left out. */
static void write_text(const battery_summary *all, char *text, size_t size)
{
    int length = isnan(all->percentage) ? 0 : snprintf(text, size, "%.0f %%", all->percentage);
    long minutes = isnan(all->time_s) ? -1 : (long)(all->time_s / 60);

    text[length] = 0;
    if (minutes >= 0)
        snprintf(text + length, size - (size_t)length, "%s%ld:%02ld", length > 0 ? " " : "", minutes / 60, minutes % 60);
}

static int print(battery_manager *manager, int as_text)
{
    battery_summary all;
    char text[64];
    const char *flow;

    if (battery_manager_get_summary(manager, &all, sizeof all) != 0)
        return fail();
    write_text(&all, text, sizeof text);
    flow = (size_t)all.power_flow < sizeof flows / sizeof *flows ? flows[all.power_flow] : flows[0];
    if (as_text) {
        printf("%s\n", text);
    } else if (all.count == 0) {
        printf("{\"text\": \"\"}\n"); /* waybar hides a module without a text. */
    } else {
        printf("{\"text\": \"%s\", \"tooltip\": \"%s\", \"class\": \"%s\"", text, flow, flow);
        if (!isnan(all.percentage))
            printf(", \"percentage\": %.0f", all.percentage);
        printf("}\n");
    }
    fflush(stdout);
    return 0;
}

int main(int argc, char **argv)
{
    battery_manager_options options;
    battery_manager *manager;
    int as_text = 0, follow = 0, i, result;

    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    for (i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--text") == 0) {
            as_text = 1;
        } else if (strcmp(argv[i], "--follow") == 0) {
            follow = 1;
        } else if (argv[i][0] == '-' || options.sysfs_root != NULL) {
            fprintf(stderr, "usage: statusbar [--text] [--follow] [<sysfs root>]\n");
            return 64;
        } else {
            options.sysfs_root = argv[i];
        }
    }
    manager = battery_manager_new_with(&options);
    if (manager == NULL)
        return fail();
    result = print(manager, as_text);

    /* A minute without a change prints too: the time goes on, and its estimate gets better with each reading. */
    while (follow && result == 0)
        result = battery_manager_wait(manager, 60000) < 0 ? fail() : print(manager, as_text);
    battery_manager_free(manager);
    return result;
}
