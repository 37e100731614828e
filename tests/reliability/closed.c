/*
 * A program that closes descriptors of the library: all, for example to become a daemon, and opens others under their
 * numbers, which the library must not touch; or a single one by mistake, after which a wait must be an error.
 * usage: closed <sysfs root> file|socket|each
 */
#define _GNU_SOURCE
#include "exports.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST 3
#define COUNT 40
#define TEXT "PRECIOUS-DATA"

/* The sockets by which a wait is woken are the first two that a manager opens. */
static int close_each(const char *root)
{
    int i;

    for (i = FIRST; i < FIRST + 2; i++) {
        battery_manager *manager = open_root(root);

        if (manager == NULL || battery_manager_wait(manager, 0) < 0)
            fail("open");
        close(i);
        alarm(600);
        battery_manager_wake(manager);

        /* This one ends by the wake. */
        battery_manager_wait(manager, 0);
        printf("%d\n", battery_manager_wait(manager, -1));
        alarm(0);
        battery_manager_free(manager);
    }
    return 0;
}

int main(int argc, char **argv)
{
    battery_manager *manager;
    int i, pair[2], isFile;
    char text[64] = "";

    if (argc != 3)
        return 64;

    /* What the caller left open would change the numbers. */
    for (i = FIRST; i < FIRST + COUNT; i++)
        close(i);
    if (strcmp(argv[2], "each") == 0)
        return close_each(argv[1]);
    isFile = strcmp(argv[2], "file") == 0;
    manager = open_root(argv[1]);
    if (manager == NULL || battery_manager_wait(manager, 0) < 0)
        fail("open");
    for (i = FIRST; i < FIRST + COUNT; i++)
        close(i);
    for (i = FIRST; i < FIRST + COUNT; i += isFile ? 1 : 2) {
        char path[] = "/tmp/battery-closed-XXXXXX";

        if (isFile && (mkstemp(path) != i || unlink(path) != 0 || write(i, TEXT, sizeof TEXT) != sizeof TEXT || lseek(i, 0, SEEK_SET) != 0))
            return 1;
        if (!isFile && (socketpair(AF_UNIX, SOCK_DGRAM, 0, pair) != 0
            || write(pair[0], TEXT, sizeof TEXT) != sizeof TEXT
            || write(pair[1], TEXT, sizeof TEXT) != sizeof TEXT))
            return 1;
    }

    /* If the library read the program's blocking socket, it would never return. */
    alarm(600);
    battery_manager_wake(manager);
    battery_manager_wait(manager, 0);
    printf("%d\n", battery_manager_wait(manager, 50));
    battery_manager_wake(manager);
    battery_manager_free(manager);
    alarm(0);

    for (i = FIRST; i < FIRST + COUNT; i++) {
        if (read(i, text, sizeof text) != sizeof TEXT || strcmp(text, TEXT) != 0) {
            printf("descriptor %d is not what it was\n", i);
            return 1;
        }
    }
    return 0;
}
