import battery

with battery.Manager() as manager:
    for one in manager:
        print(one.name, one.percentage, one.state.name, one.energy_rate_w)  # None is unknown
