/* libSystem: notify(3) with the descriptors and the behavior of Libnotify and notifyd, and a pipe. */
#define _GNU_SOURCE
#include "standin.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { SUBSCRIPTIONS = 64, INVALID_NAME = 1, INVALID_TOKEN = 2, FAILED = 1000000, SMALL_PIPE = 4096 };

static const char power_sources[] = "com.apple.system.powersources.timeremaining";
static const unsigned long close_on_exec = 0x20006601; /* FIOCLEX of macOS */

/* After notifyd has ended a subscription it is not served; the client's two ends of the pipe stay open. */
static struct { int token, reader, writer, is_served; } subscriptions[SUBSCRIPTIONS];
static int live_subscriptions;
static int last_token = 100;

int subscriptions_alive(void) { return live_subscriptions; }

static int send_token(int i, int token)
{
    uint32_t value = htonl((uint32_t)token);
    if (write(subscriptions[i].writer, &value, sizeof value) == sizeof value)
        return 1;
    subscriptions[i].is_served = 0; /* as notifyd: a full pipe ends the subscription */
    return 0;
}

/* Posts the notification, with the token of each subscription and something added to it. Returns how many were sent. */
int standin_post(int added_to_token)
{
    int sent = 0;
    ENTER();
    for (int i = 0; i < SUBSCRIPTIONS; i++)
        if (subscriptions[i].token != 0 && subscriptions[i].is_served)
            sent += send_token(i, subscriptions[i].token + added_to_token);
    LEAVE();
    return sent;
}

static int newest(void)
{
    int i = 0;
    while (i < SUBSCRIPTIONS - 1 && subscriptions[i].token != last_token)
        i++;
    return i;
}

/* The descriptor of the newest subscription. */
int standin_descriptor(void)
{
    int descriptor;
    ENTER();
    descriptor = subscriptions[newest()].reader;
    LEAVE();
    return descriptor;
}

/* Closes the descriptor of the newest subscription, and opens another file under its number. */
int standin_reuse(void)
{
    int descriptor = standin_descriptor();
    int other = open("/dev/null", O_RDONLY | O_CLOEXEC);
    dup2(other, descriptor);
    close(other);
    return descriptor;
}

/* Removes the newest subscription, whose descriptor is closed. */
void standin_forget(void)
{
    ENTER();
    close(subscriptions[newest()].writer);
    subscriptions[newest()].token = 0;
    live_subscriptions--;
    LEAVE();
}

/* ---- notify.h */

uint32_t notify_register_file_descriptor(const char *name, int *descriptor, int flags, int *token)
{
    int ends[2];
    int i = 0;
    int error = ENTER();
    uint32_t status = error == 0 ? 0 : FAILED;
    if (strcmp(name, power_sources) != 0)
        standin_violation(__func__, "nobody posts this name");
    if (flags != 0)
        standin_violation(__func__, "the stand-in has no flags");
    while (i < SUBSCRIPTIONS && subscriptions[i].token != 0)
        i++;
    if (status == 0 && (i == SUBSCRIPTIONS || pipe2(ends, 0) != 0))
        status = FAILED;
    if (status == 0) {
        fcntl(ends[1], F_SETPIPE_SZ, SMALL_PIPE);
        fcntl(ends[1], F_SETFL, O_NONBLOCK);
        subscriptions[i].token = ++last_token;
        subscriptions[i].reader = ends[0];
        subscriptions[i].writer = ends[1];
        subscriptions[i].is_served = 1;
        live_subscriptions++;
        *descriptor = ends[0];
        *token = last_token;
    }
    LEAVE();
    return status;
}

uint32_t notify_cancel(int token)
{
    uint32_t status = INVALID_TOKEN;
    ENTER();
    for (int i = 0; i < SUBSCRIPTIONS; i++)
        if (token != 0 && subscriptions[i].token == token) {
            close(subscriptions[i].reader); /* by its number, whatever that refers to now */
            close(subscriptions[i].writer);
            subscriptions[i].token = 0;
            live_subscriptions--;
            status = 0;
        }
    if (status != 0)
        standin_violation(__func__, "there is no such token");
    LEAVE();
    return status;
}

/* ---- unistd.h, sys/ioctl.h */

int pipe(int ends[2])
{
    int error = ENTER();
    int result = error == 0 ? pipe2(ends, 0) : -1;
    LEAVE();
    return result;
}

int ioctl(int descriptor, unsigned long request, ...)
{
    int result;
    ENTER();
    if (request != close_on_exec)
        standin_violation(__func__, "the stand-in knows FIOCLEX only");
    result = fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    LEAVE();
    return result;
}
