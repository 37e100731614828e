// Sets the charge limit of the first battery: charge_limit <sysfs root> <end> [<start>]
#include <libbattery.hpp>

#include <cstdlib>
#include <iostream>

static void print(std::optional<unsigned> percentage)
{
    if (percentage)
        std::cout << *percentage << '\n';
    else
        std::cout << "unknown\n";
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 64;
    try {
        const libbattery::manager manager(argv[1]);
        const std::optional<unsigned> start =
            argc > 3 ? std::optional<unsigned>(static_cast<unsigned>(std::atoi(argv[3]))) : std::nullopt;
        const libbattery::charge_limit limit = manager.batteries().at(0).set_charge_limit(static_cast<unsigned>(std::atoi(argv[2])), start);

        print(limit.start);
        print(limit.end);
    } catch (const libbattery::error &problem) {
        std::cout << battery_error_name(problem.code()) << '\n';
    }
    return 0;
}
