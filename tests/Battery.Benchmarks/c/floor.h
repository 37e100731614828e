/* The floor: the minimum that any program does to read a power supply. It opens, reads and closes, and parses nothing. */
#ifndef FLOOR_H
#define FLOOR_H

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static inline void floor_read(const char *path)
{
    char buffer[8192];
    int file = open(path, O_RDONLY | O_CLOEXEC);

    if (file < 0 || read(file, buffer, sizeof buffer) < 0) {
        perror(path);
        exit(1);
    }
    close(file);
}

/* Lists power_supply and reads each supply's uevent. */
static inline void floor_list(const char *root)
{
    char path[4096];
    struct dirent *entry;
    DIR *folder;

    snprintf(path, sizeof path, "%s/class/power_supply", root);
    folder = opendir(path);
    if (folder == NULL) {
        perror(path);
        exit(1);
    }
    while ((entry = readdir(folder)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/class/power_supply/%s/uevent", root, entry->d_name);
        floor_read(path);
    }
    closedir(folder);
}

#endif
