/*
 * A driver of the battery class for Wine, so that the Windows source is run through the real SetupAPI and ioctls.
 * A bay is a key 0, 1, … under HKLM\System\CurrentControlSet\Services\fakebat\Parameters. What its battery reports is
 * read from there at each request, so that a test can change it:
 *
 *   Tag     DWORD; none or 0 is an empty bay
 *   Info    BATTERY_INFORMATION          Status  BATTERY_STATUS
 *   L2..L8  the bytes of the other levels of BATTERY_QUERY_INFORMATION; none is a level that is not supported
 *   Leave   DWORD; the battery is removed after so many requests
 *   NoWait  DWORD; 1 completes a waiting request at once, 2 soon, both without a change
 *   ETag, EStatus, E0..E8  DWORD; the NTSTATUS with which requests for the tag, the status or a level fail
 *
 * QUERY_COUNTS gives how many handles of the device are open, and how many requests there were: for the tag, the status and each level.
 */
#include <ntddk.h>

#define QUERY_TAG 0x294040
#define QUERY_INFORMATION 0x294044
#define QUERY_STATUS 0x29404C
#define QUERY_COUNTS 0x296000

#define BAYS 8
#define WAITERS 16
#define LOOK_EVERY_MS 20

#define OPEN 0
#define TAGS 1
#define STATUSES 2
#define LEVELS 3
#define COUNTS 12

#define NO_WAIT_AT_ONCE 1
#define NO_WAIT_SOON 2

typedef struct {
    int index;
    ULONG asked;
    LONG counts[COUNTS];
} BAY;

/* A waiting request. Its tag is 0 if it waits for any battery. */
typedef struct {
    IRP *irp;
    BAY *bay;
    ULONG tag, state, low, high;
} WAITER;

/* Of the kernel, and missing in mingw's header. */
NTSYSAPI NTSTATUS NTAPI ZwWaitForSingleObject(HANDLE object, BOOLEAN alertable, LARGE_INTEGER *timeout);

static const WCHAR BatteryClass[] = L"{72631e54-78a4-11d0-bcf7-00aa00b7b32a}";

static WAITER waiters[WAITERS];
static KSPIN_LOCK lock;
static HANDLE thread;
static volatile LONG stopping;

static void append(WCHAR *text, const WCHAR *more)
{
    while (*text)
        text++;
    while ((*text++ = *more++))
        ;
}

static void append_number(WCHAR *text, int number, int width)
{
    WCHAR digits[8];
    int i;

    digits[width] = 0;
    for (i = width - 1; i >= 0; i--, number /= 10)
        digits[i] = (WCHAR)(L'0' + number % 10);
    append(text, digits);
}

/* A value of a bay; without a name only whether there is such a bay. */
static NTSTATUS read_value(int index, const WCHAR *name, void *response, ULONG room, ULONG *length)
{
    union {
        KEY_VALUE_PARTIAL_INFORMATION value;
        UCHAR bytes[600];
    } found;
    WCHAR path[160];
    UNICODE_STRING text;
    OBJECT_ATTRIBUTES attributes;
    HANDLE key;
    NTSTATUS status;
    ULONG needed = 0, i;

    *length = 0;
    path[0] = 0;
    append(path, L"\\Registry\\Machine\\System\\CurrentControlSet\\Services\\fakebat\\Parameters\\");
    append_number(path, index, 1);
    RtlInitUnicodeString(&text, path);
    InitializeObjectAttributes(&attributes, &text, OBJ_CASE_INSENSITIVE | OBJ_KERNEL_HANDLE, 0, 0);
    status = ZwOpenKey(&key, KEY_READ, &attributes);
    if (status || !name) {
        if (!status)
            ZwClose(key);
        return status;
    }
    RtlInitUnicodeString(&text, name);
    status = ZwQueryValueKey(key, &text, KeyValuePartialInformation, &found, sizeof found, &needed);
    ZwClose(key);
    if (status)
        return status == STATUS_OBJECT_NAME_NOT_FOUND ? STATUS_INVALID_DEVICE_REQUEST : status;
    if (found.value.DataLength > room)
        return STATUS_BUFFER_TOO_SMALL;
    for (i = 0; i < found.value.DataLength; i++)
        ((UCHAR *)response)[i] = found.value.Data[i];
    *length = found.value.DataLength;
    return STATUS_SUCCESS;
}

static ULONG read_number(int index, const WCHAR *name)
{
    ULONG number = 0, length;

    read_value(index, name, &number, sizeof number, &length);
    return number;
}

/* The tag for the next request. */
static ULONG ask_tag(BAY *bay)
{
    ULONG leave = read_number(bay->index, L"Leave");

    bay->asked = leave ? bay->asked + 1 : 0;
    return leave && bay->asked > leave ? 0 : read_number(bay->index, L"Tag");
}

static NTSTATUS finish(IRP *irp, NTSTATUS status, ULONG length)
{
    irp->IoStatus.Status = status;
    irp->IoStatus.Information = length;
    IoCompleteRequest(irp, IO_NO_INCREMENT);
    return status;
}

/* Whether a waiting request can be completed. */
static BOOLEAN is_due(const WAITER *waiter, NTSTATUS *status, ULONG response[4], ULONG *length)
{
    ULONG tag = read_number(waiter->bay->index, L"Tag");

    *length = 0;
    if (!waiter->tag) {
        *status = STATUS_SUCCESS;
        *length = sizeof tag;
        response[0] = tag;
        return tag != 0;
    }
    if (tag != waiter->tag) {
        *status = STATUS_NO_SUCH_FILE;
        return TRUE;
    }
    *status = read_value(waiter->bay->index, L"Status", response, 4 * sizeof *response, length);
    return *status || read_number(waiter->bay->index, L"NoWait") == NO_WAIT_SOON
        || response[0] != waiter->state || response[1] < waiter->low || response[1] > waiter->high;
}

/* Removes a request from the list, once: the caller completes it. A request that is not in the list may be freed already. */
static BOOLEAN take_out(IRP *irp)
{
    BOOLEAN found = FALSE;
    KIRQL level;
    int i;

    KeAcquireSpinLock(&lock, &level);
    for (i = 0; i < WAITERS; i++)
        if (waiters[i].irp == irp) {
            IoSetCancelRoutine(irp, NULL);
            waiters[i].irp = NULL;
            found = TRUE;
        }
    KeReleaseSpinLock(&lock, level);
    return found;
}

static void NTAPI on_cancel(DEVICE_OBJECT *device, IRP *irp)
{
    IoReleaseCancelSpinLock(irp->CancelIrql);
    if (take_out(irp))
        finish(irp, STATUS_CANCELLED, 0);
}

static NTSTATUS wait(IRP *irp, BAY *bay, ULONG tag, ULONG state, ULONG low, ULONG high)
{
    KIRQL level;
    int i;

    IoMarkIrpPending(irp);
    IoSetCancelRoutine(irp, on_cancel);
    KeAcquireSpinLock(&lock, &level);
    for (i = 0; i < WAITERS && waiters[i].irp; i++)
        ;
    if (i < WAITERS) {
        waiters[i].bay = bay;
        waiters[i].tag = tag;
        waiters[i].state = state;
        waiters[i].low = low;
        waiters[i].high = high;
        waiters[i].irp = irp;
    }
    KeReleaseSpinLock(&lock, level);
    if (i == WAITERS)
        finish(irp, STATUS_INSUFFICIENT_RESOURCES, 0);
    return STATUS_PENDING;
}

/* A driver of hardware is notified of changes; this one polls. */
static void NTAPI poll(void *unused)
{
    LARGE_INTEGER pause;
    int i;

    pause.QuadPart = -10000LL * LOOK_EVERY_MS;
    while (!stopping) {
        for (i = 0; i < WAITERS; i++) {
            WAITER waiter = waiters[i];
            ULONG response[4], length;
            NTSTATUS status;

            if (waiter.irp && is_due(&waiter, &status, response, &length) && take_out(waiter.irp)) {
                RtlCopyMemory(waiter.irp->AssociatedIrp.SystemBuffer, response, length);
                finish(waiter.irp, status, length);
            }
        }
        KeDelayExecutionThread(KernelMode, FALSE, &pause);
    }
    PsTerminateSystemThread(STATUS_SUCCESS);
}

static NTSTATUS NTAPI on_open(DEVICE_OBJECT *device, IRP *irp)
{
    InterlockedIncrement(&((BAY *)device->DeviceExtension)->counts[OPEN]);
    return finish(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS NTAPI on_close(DEVICE_OBJECT *device, IRP *irp)
{
    InterlockedDecrement(&((BAY *)device->DeviceExtension)->counts[OPEN]);
    return finish(irp, STATUS_SUCCESS, 0);
}

static NTSTATUS NTAPI on_question(DEVICE_OBJECT *device, IRP *irp)
{
    IO_STACK_LOCATION *stack = IoGetCurrentIrpStackLocation(irp);
    ULONG asked = stack->Parameters.DeviceIoControl.InputBufferLength, room = stack->Parameters.DeviceIoControl.OutputBufferLength;
    ULONG *buffer = irp->AssociatedIrp.SystemBuffer, length = 0, tag, level;
    BAY *bay = device->DeviceExtension;
    WCHAR name[8] = L"Info", failure[8] = L"E";
    NTSTATUS status;

    if (stack->Parameters.DeviceIoControl.IoControlCode == QUERY_COUNTS) {
        if (room < sizeof bay->counts)
            return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
        RtlCopyMemory(buffer, bay->counts, sizeof bay->counts);
        return finish(irp, STATUS_SUCCESS, sizeof bay->counts);
    }
    tag = ask_tag(bay);
    switch (stack->Parameters.DeviceIoControl.IoControlCode) {
    case QUERY_TAG:
        InterlockedIncrement(&bay->counts[TAGS]);
        if ((status = (NTSTATUS)read_number(bay->index, L"ETag")))
            return finish(irp, status, 0);
        if (room < sizeof tag)
            return finish(irp, STATUS_BUFFER_TOO_SMALL, 0);
        if (!tag && asked >= sizeof(ULONG) && buffer[0] && read_number(bay->index, L"NoWait") != NO_WAIT_AT_ONCE)
            return wait(irp, bay, 0, 0, 0, 0);
        if (!tag)
            return finish(irp, STATUS_NO_SUCH_FILE, 0);
        buffer[0] = tag;
        return finish(irp, STATUS_SUCCESS, sizeof tag);
    case QUERY_INFORMATION:
        if (asked < 2 * sizeof(ULONG))
            return finish(irp, STATUS_INVALID_BUFFER_SIZE, 0);
        if (!tag || buffer[0] != tag)
            return finish(irp, STATUS_NO_SUCH_FILE, 0);
        level = buffer[1];
        if (level < COUNTS - LEVELS)
            InterlockedIncrement(&bay->counts[LEVELS + level]);
        append_number(failure, (int)level, 1);
        if ((status = (NTSTATUS)read_number(bay->index, failure)))
            return finish(irp, status, 0);
        if (level) {
            name[1] = 0;
            name[0] = L'L';
            append_number(name, (int)level, 1);
        }
        status = read_value(bay->index, name, buffer, room, &length);
        return finish(irp, status, length);
    case QUERY_STATUS:
        if (asked < 5 * sizeof(ULONG))
            return finish(irp, STATUS_INVALID_BUFFER_SIZE, 0);
        if (!tag || buffer[0] != tag)
            return finish(irp, STATUS_NO_SUCH_FILE, 0);
        InterlockedIncrement(&bay->counts[STATUSES]);
        if ((status = (NTSTATUS)read_number(bay->index, L"EStatus")))
            return finish(irp, status, 0);
        if (buffer[1] && read_number(bay->index, L"NoWait") != NO_WAIT_AT_ONCE)
            return wait(irp, bay, tag, buffer[2], buffer[3], buffer[4]);
        status = read_value(bay->index, L"Status", buffer, room, &length);
        return finish(irp, status, length);
    }
    return finish(irp, STATUS_INVALID_DEVICE_REQUEST, 0);
}

static void name_link(WCHAR *text, int index)
{
    text[0] = 0;
    append(text, L"\\??\\ROOT#FAKEBAT#");
    append_number(text, index, 4);
    append(text, L"#");
    append(text, BatteryClass);
}

static void NTAPI unload(DRIVER_OBJECT *driver)
{
    DEVICE_OBJECT *device;

    stopping = 1;
    ZwWaitForSingleObject(thread, FALSE, NULL);
    ZwClose(thread);
    while ((device = driver->DeviceObject)) {
        UNICODE_STRING text;
        WCHAR link[120];

        name_link(link, ((BAY *)device->DeviceExtension)->index);
        RtlInitUnicodeString(&text, link);
        IoDeleteSymbolicLink(&text);
        IoDeleteDevice(device);
    }
}

NTSTATUS NTAPI DriverEntry(DRIVER_OBJECT *driver, UNICODE_STRING *path)
{
    NTSTATUS status;
    ULONG length;
    int i;

    KeInitializeSpinLock(&lock);
    driver->DriverUnload = unload;
    driver->MajorFunction[IRP_MJ_CREATE] = on_open;
    driver->MajorFunction[IRP_MJ_CLOSE] = on_close;
    driver->MajorFunction[IRP_MJ_DEVICE_CONTROL] = on_question;
    for (i = 0; i < BAYS; i++) {
        UNICODE_STRING name_text, link_text;
        WCHAR name[64], link[120];
        DEVICE_OBJECT *device;

        if (read_value(i, NULL, NULL, 0, &length))
            continue;
        name[0] = 0;
        append(name, L"\\Device\\FakeBattery");
        append_number(name, i, 1);
        name_link(link, i);
        RtlInitUnicodeString(&name_text, name);
        RtlInitUnicodeString(&link_text, link);
        status = IoCreateDevice(driver, sizeof(BAY), &name_text, FILE_DEVICE_BATTERY, 0, FALSE, &device);
        if (status)
            return status;
        RtlZeroMemory(device->DeviceExtension, sizeof(BAY));
        ((BAY *)device->DeviceExtension)->index = i;
        device->Flags |= DO_BUFFERED_IO;
        device->Flags &= ~DO_DEVICE_INITIALIZING;
        status = IoCreateSymbolicLink(&link_text, &name_text);
        if (status)
            return status;
    }
    return PsCreateSystemThread(&thread, THREAD_ALL_ACCESS, NULL, NULL, NULL, poll, NULL);
}
