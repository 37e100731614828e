/*
 * A tree in which a file is a terminal: it must not become the controlling terminal, nor lose its input.
 * usage: terminal <folder for a tree>
 */
#define _GNU_SOURCE
#include "exports.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    char path[4096], typed[16] = "";
    battery_manager *manager;
    int terminal, keyboard = posix_openpt(O_RDWR | O_NOCTTY), number = -1;
    struct pollfd typing = {-1, POLLIN, 0};
    FILE *stat;

    if (argc != 2 || keyboard < 0 || grantpt(keyboard) != 0 || unlockpt(keyboard) != 0)
        return 77;
    terminal = open(ptsname(keyboard), O_RDWR | O_NOCTTY | O_NONBLOCK);
    snprintf(path, sizeof path, "%s/class", argv[1]);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/class/power_supply", argv[1]);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/class/power_supply/BAT0", argv[1]);
    mkdir(path, 0777);
    snprintf(path, sizeof path, "%s/class/power_supply/BAT0/uevent", argv[1]);
    if (symlink(ptsname(keyboard), path) != 0 || write(keyboard, "typed\n", 6) != 6)
        return 1;

    /* The kernel passes the line on in a thread of its own. */
    typing.fd = terminal;
    if (poll(&typing, 1, 600000) != 1)
        return 1;
    setsid();
    manager = open_root(argv[1]);
    if (manager == NULL)
        fail("open");
    battery_iterator_free(battery_manager_iter(manager));
    battery_manager_free(manager);
    stat = fopen("/proc/self/stat", "r");
    if (stat == NULL || fscanf(stat, "%*d %*s %*c %*d %*d %*d %d", &number) != 1)
        return 1;
    fclose(stat);
    printf("terminal %d, typed %ld\n", number, (long)read(terminal, typed, sizeof typed));
    return 0;
}
