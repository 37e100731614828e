// libbattery for C++17: handles that free themselves, errors as exceptions, unknown values as empty optionals.
// It needs battery.h only, and is installed beside it.
#ifndef LIBBATTERY_HPP
#define LIBBATTERY_HPP

#include <battery.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace libbattery {

class error : public std::runtime_error {
public:
    error(battery_error code, const std::string &text) : std::runtime_error(text), code_(code) {}

    battery_error code() const noexcept { return code_; }

    // The calling thread's last error.
    static error last()
    {
        const battery_error code = battery_last_error_code();
        std::string text(static_cast<std::size_t>(battery_last_error_length()), '\0');

        if (!text.empty()) {
            battery_last_error_message(&text[0], static_cast<int>(text.size()));
            text.pop_back();
        }
        return error(code, text);
    }

private:
    battery_error code_;
};

// A charge limit in force; empty if the device does not report it.
struct charge_limit {
    std::optional<unsigned> start;
    std::optional<unsigned> end; // 100 without a limit
};

// Takes a string of the library.
inline std::optional<std::string> text(char *owned)
{
    const std::unique_ptr<char, void (*)(char *)> guard(owned, battery_str_free);

    return owned ? std::optional<std::string>(owned) : std::nullopt;
}

// One battery. It stays valid when its manager is freed.
class cell {
public:
    explicit cell(battery *handle) : handle_(handle) {}

    battery *get() const noexcept { return handle_.get(); }

    battery_state state() const noexcept { return battery_get_state(get()); }
    battery_power_flow power_flow() const noexcept { return battery_get_power_flow(get()); }
    std::string name() const { return text(battery_get_name(get())).value_or(""); }
    std::optional<std::string> vendor() const { return text(battery_get_vendor(get())); }
    std::optional<std::string> model() const { return text(battery_get_model(get())); }
    std::optional<std::string> serial_number() const { return text(battery_get_serial_number(get())); }

    // Every number at once; NaN is unknown, see number().
    battery_info info() const
    {
        battery_info info;

        if (battery_get_info(get(), &info, sizeof info) != 0)
            throw error::last();
        return info;
    }

    // The time that is left, estimated from all readings by this battery's manager; NaN is unknown, see number().
    battery_estimate estimate() const
    {
        battery_estimate estimate;

        if (battery_get_estimate(get(), &estimate, sizeof estimate) != 0)
            throw error::last();
        return estimate;
    }

    // Why a value is what it is, or why it is not known. The first explanation after a reading reads the battery again.
    std::string explain(battery_field field) const
    {
        const int length = battery_explain(get(), field, nullptr, 0);

        if (length < 0)
            throw error::last();
        std::string text(static_cast<std::size_t>(length) + 1, '\0');

        battery_explain(get(), field, &text[0], length + 1);
        text.resize(static_cast<std::size_t>(length));
        return text;
    }

    // The time to a percentage, upwards or downwards; empty if it is unknown.
    std::optional<std::chrono::seconds> time_to(float percentage) const
    {
        const std::uint64_t seconds = battery_get_time_to_percentage(get(), percentage);

        return seconds == BATTERY_UNKNOWN_UINT64 ? std::nullopt : std::optional<std::chrono::seconds>(seconds);
    }

    // The last reading in a format; what is not known is left out.
    std::string format(battery_metric_format format) const
    {
        const int length = battery_format(get(), format, nullptr, 0);

        if (length < 0)
            throw error::last();
        std::string text(static_cast<std::size_t>(length) + 1, '\0');

        // Another thread may have read the battery again in between.
        const int written = battery_format(get(), format, &text[0], length + 1);

        text.resize(static_cast<std::size_t>(written < length ? written : length));
        return text;
    }

    // Sets the percentage at which charging ends, and gives the limit in force, which may differ: devices round. An end of 100
    // without a start removes the limit.
    charge_limit set_charge_limit(unsigned end, std::optional<unsigned> start = std::nullopt) const
    {
        std::uint32_t lower = 0, upper = 0;

        if (battery_set_charge_limit(get(), start.value_or(BATTERY_UNKNOWN_UINT32), end, &lower, &upper) != 0)
            throw error::last();
        return {percentage(lower), percentage(upper)};
    }

    static std::optional<double> number(double value)
    {
        return std::isnan(value) ? std::nullopt : std::optional<double>(value);
    }

private:
    struct deleter {
        void operator()(battery *handle) const noexcept { battery_free(handle); }
    };

    static std::optional<unsigned> percentage(std::uint32_t value)
    {
        return value == BATTERY_UNKNOWN_UINT32 ? std::nullopt : std::optional<unsigned>(value);
    }

    std::unique_ptr<battery, deleter> handle_;
};

// A power adapter, or a port for one, as it was when it was read.
class adapter {
public:
    explicit adapter(battery_adapter *handle) : handle_(handle) {}

    battery_adapter *get() const noexcept { return handle_.get(); }

    // Empty if the system has no name for it.
    std::optional<std::string> name() const { return text(battery_adapter_get_name(get())); }

    // NaN is unknown, see number().
    battery_adapter_info info() const
    {
        battery_adapter_info info;

        if (battery_adapter_get_info(get(), &info, sizeof info) != 0)
            throw error::last();
        return info;
    }

private:
    struct deleter {
        void operator()(battery_adapter *handle) const noexcept { battery_adapter_free(handle); }
    };

    std::unique_ptr<battery_adapter, deleter> handle_;
};

// The batteries of a machine.
class manager {
public:
    manager() : handle_(battery_manager_new()) { require(); }

    explicit manager(const std::string &sysfs_root, battery_scopes scopes = BATTERY_SCOPES_SYSTEM)
    {
        battery_manager_options options = {};

        options.size = sizeof options;
        options.scopes = scopes;
        options.sysfs_root = sysfs_root.c_str();
        handle_.reset(battery_manager_new_with(&options));
        require();
    }

    std::vector<cell> batteries() const
    {
        return all<cell>(battery_manager_iter(handle_.get()), battery_iterator_next, battery_iterator_free);
    }

    std::vector<adapter> adapters() const
    {
        return all<adapter>(battery_manager_iter_adapters(handle_.get()), battery_adapter_iterator_next, battery_adapter_iterator_free);
    }

    // False if the battery was removed; it then keeps its last values.
    bool refresh(const cell &one) const
    {
        const int result = battery_manager_refresh(handle_.get(), one.get());

        if (result != 0 && result != BATTERY_ERROR_NOT_FOUND)
            throw error::last();
        return result == 0;
    }

    // The same for all batteries of the machine as one, from the lists.
    battery_estimate estimate() const
    {
        battery_estimate estimate;

        if (battery_manager_get_estimate(handle_.get(), &estimate, sizeof estimate) != 0)
            throw error::last();
        return estimate;
    }

    // All batteries that power the machine as one, with one reading; NaN is unknown.
    battery_summary summary() const
    {
        battery_summary summary;

        if (battery_manager_get_summary(handle_.get(), &summary, sizeof summary) != 0)
            throw error::last();
        return summary;
    }

    // All batteries as one document for Prometheus, or a line of JSON for each.
    std::string format(battery_metric_format format) const
    {
        const std::unique_ptr<char, void (*)(char *)> text(battery_manager_format(handle_.get(), format), battery_str_free);

        if (!text)
            throw error::last();
        return text.get();
    }

    battery_external_power external_power() const { return battery_manager_external_power(handle_.get()); }

    // Whether something changed in that time; negative is without end.
    bool wait(std::chrono::milliseconds time) const
    {
        const int result = battery_manager_wait(handle_.get(), static_cast<int>(time.count()));

        if (result < 0)
            throw error::last();
        return result == 1;
    }

    void wake() const { battery_manager_wake(handle_.get()); }

private:
    struct deleter {
        void operator()(battery_manager *handle) const noexcept { battery_manager_free(handle); }
    };

    template <typename T, typename Iterator, typename Handle>
    static std::vector<T> all(Iterator *opened, Handle *(*next)(Iterator *), void (*close)(Iterator *))
    {
        const std::unique_ptr<Iterator, void (*)(Iterator *)> iterator(opened, close);
        std::vector<T> found;

        if (!iterator)
            throw error::last();
        while (Handle *one = next(iterator.get()))
            found.emplace_back(one);
        if (battery_have_last_error())
            throw error::last();
        return found;
    }

    void require() const
    {
        if (!handle_)
            throw error::last();
    }

    std::unique_ptr<battery_manager, deleter> handle_;
};

} // namespace libbattery

#endif
