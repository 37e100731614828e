/*
 * A stand-in for the Plug and Play notifications of cfgmgr32.dll, which Wine 8 lacks. The program that runs the scenarios loads it
 * before the library, and sends the notifications by the functions pnp_*. It has the rules of Microsoft's pages: a notification is a
 * call on a thread of the system, and CM_Unregister_Notification waits for the calls of its registration.
 */
#include <windows.h>
#include <winternl.h>

#define CR_SUCCESS 0
#define CR_INVALID_DATA 0x1F
#define CR_CALL_NOT_IMPLEMENTED 0x20

#define INTERFACE_FILTER 0
#define HANDLE_FILTER 1

#define REGISTRATIONS 64

typedef DWORD(WINAPI *NOTIFY_FUNCTION)(HANDLE registration, void *context, int action, void *data, DWORD size);

typedef struct {
    DWORD size, flags, type, reserved;
    union {
        GUID class;
        HANDLE device;
        WCHAR instance[200];
    } u;
} FILTER;

typedef struct {
    BOOL used;
    int bay; /* -1 for the class */
    void *context;
    NOTIFY_FUNCTION callback;
    LONG running;
    DWORD thread;
} REGISTRATION;

typedef struct {
    int bay, action;
    DWORD vetoes;
} NOTIFICATION;

static const GUID battery_class = {0x72631e54, 0x78A4, 0x11d0, {0xbc, 0xf7, 0x00, 0xaa, 0x00, 0xb7, 0xb3, 0x2a}};
static REGISTRATION registrations[REGISTRATIONS];
static SRWLOCK lock = SRWLOCK_INIT;
static LONG mistakes;
static BOOL missing;

/* The last character of \Device\FakeBattery0. */
static int bay_of(HANDLE device)
{
    struct {
        UNICODE_STRING name;
        WCHAR buffer[200];
    } found;
    ULONG length;

    if (NtQueryObject(device, 1 /* ObjectNameInformation */, &found, sizeof found, &length) || !found.name.Length)
        return -2;
    return found.name.Buffer[found.name.Length / sizeof(WCHAR) - 1] - L'0';
}

__declspec(dllexport) DWORD WINAPI CM_Register_Notification(const FILTER *filter, void *context, NOTIFY_FUNCTION callback, REGISTRATION **registration)
{
    int bay = -1, i;

    if (missing)
        return CR_CALL_NOT_IMPLEMENTED;
    if (filter->size != sizeof *filter || filter->flags || !callback)
        return CR_INVALID_DATA;
    if (filter->type == HANDLE_FILTER)
        bay = bay_of(filter->u.device);
    else if (filter->type != INTERFACE_FILTER || !IsEqualGUID(&filter->u.class, &battery_class))
        return CR_INVALID_DATA;
    if (bay < -1)
        return CR_INVALID_DATA;
    AcquireSRWLockExclusive(&lock);
    for (i = 0; i < REGISTRATIONS && registrations[i].used; i++)
        ;
    if (i < REGISTRATIONS) {
        registrations[i].used = TRUE;
        registrations[i].bay = bay;
        registrations[i].context = context;
        registrations[i].callback = callback;
        registrations[i].running = 0;
        *registration = &registrations[i];
    }
    ReleaseSRWLockExclusive(&lock);
    return i < REGISTRATIONS ? CR_SUCCESS : CR_INVALID_DATA;
}

__declspec(dllexport) DWORD WINAPI CM_Unregister_Notification(REGISTRATION *registration)
{
    if (!registration || !registration->used) {
        InterlockedIncrement(&mistakes);
        return CR_INVALID_DATA;
    }
    if (registration->running && registration->thread == GetCurrentThreadId()) {
        /* A deadlock on Windows. */
        InterlockedIncrement(&mistakes);
        return CR_INVALID_DATA;
    }
    AcquireSRWLockExclusive(&lock);
    registration->used = FALSE;
    ReleaseSRWLockExclusive(&lock);
    while (InterlockedCompareExchange(&registration->running, 0, 0))
        Sleep(1);
    return CR_SUCCESS;
}

static DWORD WINAPI notify(void *parameter)
{
    NOTIFICATION *what = parameter;
    int i;

    for (i = 0; i < REGISTRATIONS; i++) {
        REGISTRATION *one = &registrations[i];
        BOOL called;

        AcquireSRWLockExclusive(&lock);
        called = one->used && one->bay == what->bay;
        if (called) {
            one->thread = GetCurrentThreadId();
            InterlockedIncrement(&one->running);
        }
        ReleaseSRWLockExclusive(&lock);
        if (called) {
            what->vetoes += one->callback(one, one->context, what->action, NULL, 0) != ERROR_SUCCESS;
            InterlockedDecrement(&one->running);
        }
    }
    return 0;
}

/* Sends a notification for a bay, or for the class if it is -1, and waits for the calls. Returns how many refused it. */
__declspec(dllexport) DWORD pnp_notify(int bay, int action)
{
    NOTIFICATION what = {bay, action, 0};
    HANDLE thread = CreateThread(NULL, 0, notify, &what, 0, NULL);

    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
    return what.vetoes;
}

/* From now on registrations fail, or not. */
__declspec(dllexport) void pnp_is_missing(BOOL is)
{
    missing = is;
}

__declspec(dllexport) int pnp_registrations(void)
{
    int count = 0, i;

    for (i = 0; i < REGISTRATIONS; i++)
        count += registrations[i].used;
    return count;
}

/* Calls that are not allowed. */
__declspec(dllexport) int pnp_mistakes(void)
{
    return mistakes;
}
