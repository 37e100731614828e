// Lists the batteries of a machine, waits in another thread until it is woken, and meets an error.
// usage: list <sysfs root>
#include <libbattery.hpp>

#include <cmath>
#include <iostream>
#include <thread>

int main(int argc, char **argv)
try {
    if (argc != 2) {
        std::cerr << "usage: " << argv[0] << " <sysfs root>\n";
        return 64;
    }

    const libbattery::manager manager(argv[1]);
    for (const libbattery::cell &one : manager.batteries()) {
        const battery_info info = one.info();
        const auto celsius = libbattery::cell::number(info.temperature_c);

        std::cout << one.name() << ' ' << info.percentage << " % " << one.vendor().value_or("?") << ' '
                  << (celsius ? std::to_string(*celsius) : one.explain(BATTERY_FIELD_TEMPERATURE)) << (manager.refresh(one) ? "" : " gone") << '\n';
    }

    const auto left = libbattery::cell::number(manager.estimate().time_left_s);
    std::cout << "all as one: " << (left ? std::to_string(std::lround(*left / 60)) + " minutes" : "no time known") << '\n';

    const battery_summary all = manager.summary();
    const auto percentage = libbattery::cell::number(all.percentage);
    std::cout << all.count << " batteries: " << (percentage ? std::to_string(std::lround(*percentage)) + " %" : "no percentage known") << '\n';

    // A line of JSON for each battery. Here, the beginning of the first.
    std::cout << manager.format(BATTERY_METRIC_FORMAT_JSON).substr(0, 14) << '\n';

    bool changed = true;
    std::thread waiter([&] { changed = manager.wait(std::chrono::milliseconds(-1)); });
    manager.wake();
    waiter.join();
    std::cout << (changed ? "changed" : "woken") << '\n';

    try {
        libbattery::manager nowhere("/no/such/root");
    } catch (const libbattery::error &problem) {
        std::cout << problem.code() << ' ' << problem.what() << '\n';
    }
    return 0;
} catch (const libbattery::error &problem) {
    std::cerr << "list: " << problem.what() << '\n';
    return 1;
}
