/*
 * Calls every function, and prints after which one a property of the process has changed.
 * usage: unchanged <battery.abi> <sysfs root> [odd]
 */
#define _GNU_SOURCE
#include "exports.h"

#include <dirent.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

static struct process {
    struct sigaction actions[65];
    sigset_t mask;
    stack_t stack;
    int traps, flags, rounding;
    char locale[256], folder[4096], terminal[256], descriptors[4096];
    mode_t umask;
} before;

static void list_descriptors(char *text, size_t size)
{
    DIR *folder = opendir("/proc/self/fd");
    struct dirent *entry;
    size_t length = 0;

    text[0] = 0;
    while ((entry = readdir(folder)) != NULL) {
        char path[300], target[256];
        ssize_t count;

        if (entry->d_name[0] == '.' || atoi(entry->d_name) == dirfd(folder))
            continue;
        snprintf(path, sizeof path, "/proc/self/fd/%s", entry->d_name);
        count = readlink(path, target, sizeof target - 1);
        target[count < 0 ? 0 : count] = 0;
        length += (size_t)snprintf(text + length, size - length, "%s=%s ", entry->d_name, target);
    }
    closedir(folder);
}

static void observe(struct process *now)
{
    FILE *stat;
    int i;

    memset(now, 0, sizeof *now);
    now->traps = fegetexcept();
    now->flags = fetestexcept(FE_ALL_EXCEPT);
    now->rounding = fegetround();
    for (i = 1; i <= 64; i++)
        sigaction(i, NULL, &now->actions[i]);
    sigprocmask(SIG_SETMASK, NULL, &now->mask);
    sigaltstack(NULL, &now->stack);
    snprintf(now->locale, sizeof now->locale, "%s", setlocale(LC_ALL, NULL));
    if (getcwd(now->folder, sizeof now->folder) == NULL)
        exit(1);
    now->umask = umask(0);
    umask(now->umask);
    list_descriptors(now->descriptors, sizeof now->descriptors);

    /* Session and terminal are the sixth and seventh. */
    stat = fopen("/proc/self/stat", "r");
    if (stat == NULL || fscanf(stat, "%*d %*s %*c %*d %*d %255[0-9 -]", now->terminal) != 1)
        exit(1);
    fclose(stat);
    strtok(strchr(now->terminal, ' ') + 1, " ");
    feclearexcept(FE_ALL_EXCEPT);
    feraiseexcept(now->flags & ~now->traps);
}

static void compare(const char *function)
{
    struct process now;
    int i;

    observe(&now);
    for (i = 1; i <= 64; i++) {
        if (now.actions[i].sa_handler != before.actions[i].sa_handler)
            printf("%s: signal %d\n", function, i);
    }
    if (memcmp(&now.mask, &before.mask, sizeof now.mask) != 0)
        printf("%s: the mask\n", function);
    if (now.stack.ss_sp != before.stack.ss_sp)
        printf("%s: the alternate stack\n", function);
    if (now.traps != before.traps || now.flags != before.flags || now.rounding != before.rounding)
        printf("%s: floating point, traps %x flags %x rounding %x\n", function, now.traps, now.flags, now.rounding);
    if (strcmp(now.locale, before.locale) != 0)
        printf("%s: the locale\n", function);
    if (strcmp(now.folder, before.folder) != 0)
        printf("%s: the working directory\n", function);
    if (strcmp(now.terminal, before.terminal) != 0)
        printf("%s: the terminal, %s instead of %s\n", function, now.terminal, before.terminal);
    if (now.umask != before.umask)
        printf("%s: the umask\n", function);
    if (strcmp(now.descriptors, before.descriptors) != 0)
        printf("%s: descriptors, %s instead of %s\n", function, now.descriptors, before.descriptors);
    before = now;
}

int main(int argc, char **argv)
{
    int i;

    if (argc < 3)
        return 64;
    find_exports(argv[1]);
    if (argc > 3) {
        feclearexcept(FE_ALL_EXCEPT);
        fesetround(FE_UPWARD);
        feenableexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
        umask(0123);
    }
    observe(&before);
    for (i = 0; i < export_count; i++) {
        battery_manager *manager = open_root(argv[2]);
        battery_iterator *iterator;
        battery *one;
        battery_info info;

        compare("battery_manager_new_with");
        iterator = battery_manager_iter(manager);
        one = battery_iterator_next(iterator);
        compare("battery_iterator_next");
        exports[i].call(exports[i].first == BATTERY ? (void *)one : exports[i].first == MANAGER ? (void *)manager
            : exports[i].first == ITERATOR ? (void *)iterator : NULL, 0, 0);

        /* The first wait opens descriptors that the manager keeps. */
        if (strcmp(exports[i].name, "battery_manager_wait") != 0 && strcmp(exports[i].name, "battery_manager_has_events") != 0)
            compare(exports[i].name);
        battery_manager_refresh(manager, one);
        battery_get_info(one, &info, sizeof info);
        battery_manager_wait(manager, 10);
        battery_free(one);
        battery_iterator_free(iterator);
        battery_manager_free(manager);
        compare(exports[i].name);
    }
    printf("%d functions\n", export_count);
    return 0;
}
