/*
 * Calls the library where the runtime may not be able to start, and prints the results of the first calls.
 * usage: limited [threads]
 */
#define _GNU_SOURCE
#include "exports.h"

#include <sys/resource.h>
#include <unistd.h>

int main(int argc, char **argv)
{
    struct rlimit one = {1, 1};
    battery_manager *manager;
    char message[256] = "";

    /* As the user nobody: the limit does not apply to root. */
    if (argc > 1 && strcmp(argv[1], "threads") == 0 && (setrlimit(RLIMIT_NPROC, &one) != 0 || setuid(65534) != 0))
        return 77;
    if (battery_abi_version() != BATTERY_ABI_VERSION || battery_version() == NULL || battery_get_energy(NULL) != UINT32_MAX)
        return 1;
    manager = battery_manager_new();
    if (manager == NULL && battery_last_error_code() == BATTERY_ERROR_OUT_OF_MEMORY) {
        battery_last_error_message(message, sizeof message);
        printf("refused: %s\n", message);
        return battery_have_last_error() == 1 && battery_last_error_length() == (int)strlen(message) + 1 ? 0 : 1;
    }
    printf("works\n");
    battery_manager_free(manager);
    return 0;
}
