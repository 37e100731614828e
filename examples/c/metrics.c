/*
 * Prints the batteries and adapters of a machine for Prometheus, or the batteries as JSON, a line for each.
 * usage: metrics prometheus|json [[--recording] <sysfs root, or recording>]
 *
 * For the textfile collector of node_exporter, write to a file and rename it, so that no half of it is read:
 *     metrics prometheus > battery.prom.new && mv battery.prom.new battery.prom
 */
#include <battery.h>
#include <stdio.h>
#include <string.h>

static int fail(void)
{
    char message[1024] = "";

    battery_last_error_message(message, sizeof message);
    fprintf(stderr, "metrics: %s\n", message);
    return 1;
}

int main(int argc, char **argv)
{
    int json = argc > 1 && strcmp(argv[1], "json") == 0;
    int recording = argc > 3 && strcmp(argv[2], "--recording") == 0;
    battery_manager_options options;
    battery_manager *manager;
    char *text;

    if (argc < 2 || argc > 3 + recording || (!json && strcmp(argv[1], "prometheus") != 0)) {
        fprintf(stderr, "usage: metrics prometheus|json [[--recording] <sysfs root, or recording>]\n");
        return 64;
    }
    memset(&options, 0, sizeof options);
    options.size = sizeof options;
    options.scopes = BATTERY_SCOPES_ALL;
    if (argc > 2)
        *(recording ? &options.recording : &options.sysfs_root) = argv[argc - 1];
    manager = battery_manager_new_with(&options);
    if (manager == NULL)
        return fail();
    text = battery_manager_format(manager, json ? BATTERY_METRIC_FORMAT_JSON : BATTERY_METRIC_FORMAT_PROMETHEUS);
    if (text == NULL)
        return fail();
    fputs(text, stdout);
    battery_str_free(text);
    battery_manager_free(manager);
    return fflush(stdout) != 0;
}
