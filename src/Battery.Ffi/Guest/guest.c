/*
 * Keeps the state of the process that uses the library, as managed code cannot. The linker redirects calls of the runtime
 * to this file (--wrap in Guest.targets): entry into managed code, return from it, the calls for signals, random numbers.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <sys/mman.h>
#include <time.h>

/*
 * Besides the heap's range the runtime reserves tables and stacks, and glibc temporarily 128 MB for the first malloc of
 * the runtime's thread, at any time during the start.
 */
#define ADDRESS_SPACE (HEAP_RANGE + (176u << 20))

/* Why the library cannot work in this process; class GuestProcess has the same numbers. */
enum refusal { NONE = 0, FORKED = 1, NOT_STARTED = 2 };

static enum refusal refused;

int battery_guest_refusal(void);
int battery_guest_refusal(void)
{
    return refused;
}

/* The runtime sets SIGPIPE to ignored, and children inherit it. The library writes only to its own pipe. */
#ifdef __APPLE__
#define __wrap_signal signal
#endif
void (*__wrap_signal(int number, void (*handler)(int)))(int);
void (*__wrap_signal(int number, void (*handler)(int)))(int)
{
    struct sigaction action = {0}, before;

    if (number == SIGPIPE)
        return SIG_DFL;
    action.sa_handler = handler;
    return sigaction(number, &action, &before) == 0 ? before.sa_handler : SIG_ERR;
}

#ifndef __APPLE__
#include <sys/random.h>

/*
 * Seeds of hash codes. The runtime's own function opens /dev/urandom and keeps the descriptor; without random numbers in
 * the kernel, early at boot, the clock is enough.
 */
void __wrap_minipal_get_non_cryptographically_secure_random_bytes(uint8_t *buffer, int32_t length);
void __wrap_minipal_get_non_cryptographically_secure_random_bytes(uint8_t *buffer, int32_t length)
{
    struct timespec now;
    int32_t i;

    if (getrandom(buffer, (size_t)length, GRND_NONBLOCK) == length)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    for (i = 0; i < length; i++)
        buffer[i] = (uint8_t)((uint64_t)now.tv_nsec >> (i % 4 * 8));
}

extern volatile uint32_t RhpTrapThreads;
void __real_RhpReversePInvoke(void *frame);
void __real_RhpReversePInvokeReturn(void *frame);
int __real_pthread_kill(pthread_t thread, int number);
void __wrap_RhpReversePInvoke(void *frame);
void __wrap_RhpReversePInvokeReturn(void *frame);
int __wrap_pthread_kill(pthread_t thread, int number);

#if defined(__x86_64__)
#include <xmmintrin.h>
typedef uint32_t floating_point;
#define CONTROL_BITS 0xFFC0u
#define CONTROL_DEFAULT 0x1F80u

static inline floating_point get_floating_point(void)
{
    return _mm_getcsr();
}

static inline void set_floating_point(floating_point value)
{
    _mm_setcsr(value);
}
#else
/* The control register above, the flags below. */
typedef uint64_t floating_point;
#define CONTROL_BITS 0xFFFFFFFF00000000u
#define CONTROL_DEFAULT 0u

static inline floating_point get_floating_point(void)
{
    uint64_t control, flags;

    __asm__ volatile("mrs %0, fpcr\n\tmrs %1, fpsr" : "=r"(control), "=r"(flags));
    return control << 32 | (flags & 0xFFFFFFFFu);
}

static inline void set_floating_point(floating_point value)
{
    __asm__ volatile("msr fpcr, %0\n\tmsr fpsr, %1" : : "r"(value >> 32), "r"(value & 0xFFFFFFFFu));
}
#endif

/* 0 once the runtime may be entered. */
static int closed = 1;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct sigaction activation;
static int activation_signal;

/* The floating-point environment of the program while this thread is in managed code. No function calls back into the program. */
static __thread floating_point caller;

/* The child has no other thread that could complete a suspension that was in progress in the parent. */
static void after_fork(void)
{
    refused = FORKED;
    closed = 1;
    RhpTrapThreads = 0;
}

static void *nothing(void *argument)
{
    return argument;
}

/* If the runtime cannot start it calls abort(), so its needs are tried first: address space and a thread. */
static void try_to_start(void)
{
    void *range = mmap(NULL, ADDRESS_SPACE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    pthread_t thread;

    if (range == MAP_FAILED || pthread_create(&thread, NULL, nothing, NULL) != 0) {
        refused = NOT_STARTED;
    } else {
        pthread_join(thread, NULL);
        pthread_atfork(NULL, NULL, after_fork);
        __atomic_store_n(&closed, 0, __ATOMIC_RELEASE);
    }
    if (range != MAP_FAILED)
        munmap(range, ADDRESS_SPACE);
}

/* The first call starts the runtime, which also enters managed code. */
static void enter_first(void *frame)
{
    floating_point program = caller;

    pthread_once(&once, try_to_start);
    if (refused == NONE)
        __real_RhpReversePInvoke(frame);
    caller = program;
}

/*
 * Before managed code. It needs the default floating-point environment: traps that the program has unmasked would end the
 * process. If the library refuses to work, the runtime is not entered, and class Guard returns at once.
 */
void __wrap_RhpReversePInvoke(void *frame)
{
    floating_point now = get_floating_point();

    caller = now;
    if (__builtin_expect((now & CONTROL_BITS) != CONTROL_DEFAULT, 0))
        set_floating_point((now & ~(floating_point)CONTROL_BITS) | CONTROL_DEFAULT);
    if (__builtin_expect(__atomic_load_n(&closed, __ATOMIC_ACQUIRE), 0))
        enter_first(frame);
    else
        __real_RhpReversePInvoke(frame);
}

/* After managed code. */
void __wrap_RhpReversePInvokeReturn(void *frame)
{
    if (__builtin_expect(!__atomic_load_n(&closed, __ATOMIC_RELAXED), 1))
        __real_RhpReversePInvokeReturn(frame);
    if (__builtin_expect(get_floating_point() != caller, 0))
        set_floating_point(caller);
}

/*
 * The runtime stops its threads for a collection by a signal whose handler it has set. If the program has replaced the
 * handler, the signal is not sent, because it would call that handler or end the process: the thread stops at its next call.
 */
int __wrap_pthread_kill(pthread_t thread, int number)
{
    struct sigaction now;

    if (number == activation_signal && (sigaction(number, NULL, &now) != 0 || now.sa_sigaction != activation.sa_sigaction))
        return EAGAIN;
    return __real_pthread_kill(thread, number);
}

int __real_sigaction(int number, const struct sigaction *action, struct sigaction *before);
int __wrap_sigaction(int number, const struct sigaction *action, struct sigaction *before);
int __wrap_sigaction(int number, const struct sigaction *action, struct sigaction *before)
{
    int result = __real_sigaction(number, action, before);

    if (result == 0 && action != NULL && number == SIGRTMIN) {
        activation = *action;
        activation_signal = number;
    }
    return result;
}
#endif
