/*
 * Loaded before a program (LD_PRELOAD), it never opens a file whose name ends in .blocked, as a file system that does not
 * respond, and makes a file with the additional end .pending instead.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static void block(const char *path)
{
    char pending[4096];
    size_t length = strlen(path), end = strlen(".blocked");

    if (length < end || strcmp(path + length - end, ".blocked") != 0)
        return;
    snprintf(pending, sizeof pending, "%s.pending", path);
    syscall(SYS_openat, AT_FDCWD, pending, O_WRONLY | O_CREAT, 0600);
    for (;;)
        pause();
}

int open(const char *path, int flags, ...)
{
    va_list arguments;
    int mode;

    va_start(arguments, flags);
    mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    block(path);
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open64(const char *path, int flags, ...) __attribute__((alias("open")));
