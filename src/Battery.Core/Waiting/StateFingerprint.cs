using Battery.Core.Model;
using Battery.Core.Sources;

namespace Battery.Core.Waiting;

/// <summary>
/// The values whose change ends a wait: which batteries there are, their states, power flows and whole percentages, and external
/// power. Voltages and rates are not in it: they change all the time.
/// </summary>
internal sealed class StateFingerprint
{
    private readonly ExternalPower _power;
    private readonly Battery[] _batteries;

    public StateFingerprint(MachineReading reading)
    {
        List<BatteryDevice> batteries = reading.Batteries;
        _power = reading.ExternalPower;
        _batteries = new Battery[batteries.Count];
        for (int i = 0; i < _batteries.Length; i++)
        {
            BatterySnapshot now = batteries[i].Snapshot;
            _batteries[i] = new(
                now.Name, now.Text(BatteryField.SerialNumber), now.State, now.PowerFlow, now.CapacityLevel, Math.Floor(now.Number(BatteryField.Percentage)));
        }
    }

    public bool IsSameAs(StateFingerprint other)
    {
        if (_power != other._power || _batteries.Length != other._batteries.Length)
        {
            return false;
        }

        for (int i = 0; i < _batteries.Length; i++)
        {
            if (!_batteries[i].IsSameAs(other._batteries[i]))
            {
                return false;
            }
        }

        return true;
    }

    private readonly struct Battery(string name, string? serialNumber, BatteryState state, PowerFlow flow, CapacityLevel level, double percentage)
    {
        private readonly string _name = name;
        private readonly string? _serialNumber = serialNumber;
        private readonly BatteryState _state = state;
        private readonly PowerFlow _flow = flow;
        private readonly CapacityLevel _level = level;
        private readonly double _percentage = percentage;

        // Equals and not ==: two unknown percentages are the same.
        public bool IsSameAs(Battery other) =>
            _name == other._name
            && _serialNumber == other._serialNumber
            && _state == other._state
            && _flow == other._flow
            && _level == other._level
            && _percentage.Equals(other._percentage);
    }
}
