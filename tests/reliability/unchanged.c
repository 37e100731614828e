/*
 * Calls every function, each also as the first one of a process, and prints after which one a property of the process has
 * changed.
 * usage: unchanged <battery.abi> <sysfs root> <file to save to> [odd]
 */
#define _GNU_SOURCE
#include "exports.h"

#include <dirent.h>
#include <fcntl.h>
#include <fenv.h>
#include <locale.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

#define SIGNALS 64

extern char **environ;

static struct process {
    struct sigaction actions[SIGNALS + 1];
    sigset_t mask;
    stack_t stack;
    struct rlimit limits[RLIM_NLIMITS];
    struct termios terminal;
    int traps, flags, rounding;
    unsigned int vector_control;
    char locale[256], folder[4096], session[256], descriptors[4096], environment[65536];
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

static void list_environment(char *text, size_t size)
{
    size_t length = 0;
    char **one;

    for (one = environ; *one != NULL && length < size; one++)
        length += (size_t)snprintf(text + length, size - length, "%s\n", *one);
}

/* Session, controlling terminal and its foreground processes are the sixth to the eighth number. */
static void read_session(char *text, size_t size)
{
    int session, terminal, foreground;
    FILE *stat = fopen("/proc/self/stat", "r");

    if (stat == NULL || fscanf(stat, "%*d %*s %*c %*d %*d %d %d %d", &session, &terminal, &foreground) != 3)
        exit(1);
    fclose(stat);
    snprintf(text, size, "%d %d %d", session, terminal, foreground);
}

static void observe(struct process *now)
{
    int i;

    memset(now, 0, sizeof *now);
    now->traps = fegetexcept();
    now->flags = fetestexcept(FE_ALL_EXCEPT);
    now->rounding = fegetround();
#if defined(__x86_64__)
    /* The functions above return what is in the registers of the x87 unit. */
    now->vector_control = _mm_getcsr();
#endif
    for (i = 1; i <= SIGNALS; i++)
        sigaction(i, NULL, &now->actions[i]);
    for (i = 0; i < RLIM_NLIMITS; i++)
        getrlimit(i, &now->limits[i]);
    sigprocmask(SIG_SETMASK, NULL, &now->mask);
    sigaltstack(NULL, &now->stack);
    tcgetattr(STDIN_FILENO, &now->terminal);
    snprintf(now->locale, sizeof now->locale, "%s", setlocale(LC_ALL, NULL));
    if (getcwd(now->folder, sizeof now->folder) == NULL)
        exit(1);
    now->umask = umask(0);
    umask(now->umask);
    list_descriptors(now->descriptors, sizeof now->descriptors);
    list_environment(now->environment, sizeof now->environment);
    read_session(now->session, sizeof now->session);
    feclearexcept(FE_ALL_EXCEPT);
    feraiseexcept(now->flags & ~now->traps);
}

static int is_same_action(const struct sigaction *one, const struct sigaction *other)
{
    int i;

    /* Beyond the signals that exist, the mask has what was on the stack of the C library. */
    for (i = 1; i <= SIGNALS; i++) {
        if (sigismember(&one->sa_mask, i) != sigismember(&other->sa_mask, i))
            return 0;
    }
    return one->sa_handler == other->sa_handler && one->sa_flags == other->sa_flags;
}

static void compare(const char *function)
{
    static struct process now;
    int i;

    observe(&now);
    for (i = 1; i <= SIGNALS; i++) {
        if (!is_same_action(&now.actions[i], &before.actions[i]))
            printf("%s: signal %d\n", function, i);
    }
    if (memcmp(&now.mask, &before.mask, sizeof now.mask) != 0)
        printf("%s: the mask\n", function);
    if (now.stack.ss_sp != before.stack.ss_sp)
        printf("%s: the alternate stack\n", function);
    if (now.traps != before.traps || now.flags != before.flags || now.rounding != before.rounding || now.vector_control != before.vector_control)
        printf("%s: floating point, traps %x flags %x rounding %x, %x\n", function, now.traps, now.flags, now.rounding, now.vector_control);
    if (strcmp(now.locale, before.locale) != 0)
        printf("%s: the locale\n", function);
    if (strcmp(now.folder, before.folder) != 0)
        printf("%s: the working directory\n", function);
    if (strcmp(now.session, before.session) != 0)
        printf("%s: session, terminal, foreground: %s instead of %s\n", function, now.session, before.session);
    if (memcmp(&now.terminal, &before.terminal, sizeof now.terminal) != 0)
        printf("%s: the terminal's attributes\n", function);
    if (memcmp(now.limits, before.limits, sizeof now.limits) != 0)
        printf("%s: the limits\n", function);
    if (strcmp(now.environment, before.environment) != 0)
        printf("%s: the environment\n", function);
    if (now.umask != before.umask)
        printf("%s: the umask\n", function);
    if (strcmp(now.descriptors, before.descriptors) != 0)
        printf("%s: descriptors, %s instead of %s\n", function, now.descriptors, before.descriptors);
    before = now;
}

/* A terminal of its own, which controls this process. */
static int take_terminal(void)
{
    int keyboard = posix_openpt(O_RDWR | O_NOCTTY), terminal;

    if (keyboard < 0 || grantpt(keyboard) != 0 || unlockpt(keyboard) != 0 || setsid() < 0)
        return 0;
    terminal = open(ptsname(keyboard), O_RDWR);
    return terminal >= 0 && dup2(terminal, STDIN_FILENO) == STDIN_FILENO && isatty(STDIN_FILENO);
}

/* The function is the first that its process calls. */
static int call_first(int index, const char *root)
{
    struct objects nothing = {.root = root};
    int status;

    fflush(stdout);
    if (fork() == 0) {
        char label[80];

        snprintf(label, sizeof label, "first %s", exports[index].name);
        call_export(index, &nothing);
        compare(label);
        fflush(stdout);
        _exit(0);
    }
    return wait(&status) > 0 && status == 0;
}

/* The function, and then those that a program calls. */
static void call_among_others(int index, struct objects *objects)
{
    battery_info info;

    objects->manager = open_root(objects->root);
    compare("battery_manager_new_with");
    list_objects(objects);
    compare("listing");
    if (!is_free(index))
        call_export(index, objects);

    /* The first wait opens descriptors that the manager keeps. */
    if (strcmp(exports[index].name, "battery_manager_wait") != 0 && strcmp(exports[index].name, "battery_manager_has_events") != 0)
        compare(exports[index].name);
    battery_manager_refresh(objects->manager, objects->one);
    battery_get_info(objects->one, &info, sizeof info);
    battery_manager_wait(objects->manager, 10);
    free_objects(objects);
    compare(exports[index].name);
}

int main(int argc, char **argv)
{
    struct objects objects = {0};
    int i;

    if (argc < 4)
        return 64;
    find_exports(argv[1]);
    objects.root = argv[2];
    objects.file = argv[3];

    /* A process that leads a group, as this one may, cannot begin a session. */
    if (fork() != 0)
        return wait(&i) > 0 && WIFEXITED(i) ? WEXITSTATUS(i) : 1;
    if (!take_terminal())
        return 77;
    if (argc > 4) {
        feclearexcept(FE_ALL_EXCEPT);
        fesetround(FE_UPWARD);
        feenableexcept(FE_INVALID | FE_DIVBYZERO | FE_OVERFLOW);
        umask(0123);
    }
    observe(&before);
    for (i = 0; i < export_count; i++) {
        if (!call_first(i, objects.root))
            printf("first %s ends the process\n", exports[i].name);
    }
    for (i = 0; i < export_count; i++)
        call_among_others(i, &objects);
    printf("%d functions\n", export_count);
    return 0;
}
