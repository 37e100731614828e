#include <battery.h>
#include <stdio.h>

int main(void)
{
    puts(battery_version());
    return battery_abi_version() == BATTERY_ABI_VERSION ? 0 : 1;
}
