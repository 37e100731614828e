using Battery.Core.ChargeLimits;
using Battery.Core.Estimation;
using Battery.Core.Explanation;
using Battery.Core.Model;
using Battery.Core.Raw;
using Battery.Core.Rules;

namespace Battery.Core.Sources;

/// <summary>A battery: its values, and the means to read them again.</summary>
public sealed class BatteryDevice : IDisposable
{
    private readonly ISupplyReader _reader;

    // Created at the first refresh if the first reading was shared.
    private RawReading? _raw;

    // Held while the device is read, which may take as long as the device takes; Gate is not.
    private readonly Lock _reading = new();
    private FlowReading _flow;
    private BatteryKind _kind;

    // Of the last reading, once one of its values was explained.
    private ValueExplainer? _explainer;
    private bool _isBeingRead;
    private bool _isDisposed;

    private BatteryDevice(ISupplyReader reader, RawReading raw, BatteryKind kind, bool isShared)
    {
        _reader = reader;
        _raw = isShared ? null : raw;

        // The power flow follows when the machine is known.
        ApplyValues(raw, kind);
    }

    /// <summary>Held while the values are written, not while the device is read.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>The values.</summary>
    public BatterySnapshot Snapshot { get; } = new();

    /// <summary>The time estimate after the last reading of the battery, by this or another handle of the same manager.</summary>
    public TimeEstimate Estimate
    {
        get
        {
            TimeEstimate estimate = Estimator?.Estimate ?? TimeEstimate.None;
            return Snapshot.PowerFlow == PowerFlow.Charging && HasLimitWithoutNumber ? estimate.WithoutTime : estimate;
        }
    }

    /// <summary>When the values were read, seconds since 1970 (UTC). That time counts on while the machine is suspended.</summary>
    public double ReadTime { get; internal set; }

    /// <summary>Whether charging ends at a limit whose percentage is not reported.</summary>
    internal bool HasLimitWithoutNumber => Snapshot.QualityOf(BatteryField.ChargeLimit) == ValueQuality.LimitWithoutNumber;

    /// <summary>Where the battery is, for messages; safe to print.</summary>
    public string Location => PlainText.WithoutControls(_reader.Location);

    /// <summary>External power and the other batteries, of the reading of the machine that found this battery.</summary>
    internal MachinePower Machine
    {
        get;
        set
        {
            field = value;
            ApplyFlow();
        }
    }
    = MachinePower.Unknown;

    /// <summary>Whether the battery charges or discharges.</summary>
    internal bool IsActive { get; private set; }

    /// <summary>Whether the battery shows that external power is connected.</summary>
    internal bool ProvesExternalPower { get; private set; }

    /// <summary>The estimator that follows this battery; null until a reading was given to it.</summary>
    internal BatteryEstimator? Estimator { get; set; }

    /// <summary>Creates the battery of a supply that was read already; null if the supply is not a battery, or an empty slot.</summary>
    /// <param name="reader">Reads it again.</param>
    /// <param name="raw">The first reading.</param>
    /// <param name="isShared">Whether the reading is used for the next list, too. Most batteries are never refreshed and need none of their own.</param>
    internal static BatteryDevice? Of(ISupplyReader reader, RawReading raw, bool isShared = false) =>
        SupplyRules.Kind(raw) is { } kind && SupplyRules.IsPresent(raw) ? new(reader, raw, kind, isShared) : null;

    /// <summary>Reads the battery again. A battery that was removed keeps its last values.</summary>
    /// <returns>False if the battery was removed: its device is missing, its slot is empty, or the device reports nothing that a battery reports.</returns>
    public bool TryRefresh()
    {
        lock (_reading)
        {
            return TryRead(keepsEvidence: false);
        }
    }

    /// <summary>
    /// Explains a value. The first explanation after a reading reads the battery again and keeps what the system reported: a reading that
    /// nobody asks about keeps nothing.
    /// </summary>
    /// <returns>Null if the battery was removed.</returns>
    public ValueExplanation? Explain(BatteryField field)
    {
        lock (_reading)
        {
            return _explainer is not null || TryRead(keepsEvidence: true) ? _explainer!.Explain(field) : null;
        }
    }

    /// <summary>Sets the charge limit. The values stay as they are until the battery is read again.</summary>
    /// <param name="request">The limit.</param>
    /// <returns>The limit in force then.</returns>
    /// <exception cref="BatteryException">The limit is invalid, is not supported here, or was refused.</exception>
    public ChargeLimit SetChargeLimit(ChargeLimitRequest request)
    {
        request.Check();
        return _reader.ChargeLimit.Set(request);
    }

    /// <summary>Reads several values of the same moment.</summary>
    /// <param name="read">Reads them. No other thread writes values meanwhile.</param>
    /// <typeparam name="T">What it returns.</typeparam>
    public T Read<T>(Func<BatteryDevice, T> read)
    {
        lock (Gate)
        {
            return read(this);
        }
    }

    /// <summary>Closes the files that readings keep open; a reading in progress closes them when it ends. The values stay.</summary>
    public void Dispose()
    {
        lock (Gate)
        {
            _isDisposed = true;
            if (!_isBeingRead)
            {
                Close();
            }
        }
    }

    private bool TryRead(bool keepsEvidence)
    {
        _raw ??= new() { Name = Snapshot.Name };
        _explainer = null;
        lock (Gate)
        {
            _isBeingRead = true;
        }

        ISupplyEvidence? evidence = null;
        BatteryKind? kind = null;
        try
        {
            evidence = keepsEvidence ? _reader.Capture() : null;
            bool isRead = keepsEvidence ? evidence?.TryRead(_raw) == true : _reader.TryRead(_raw);
            kind = isRead && SupplyRules.IsPresent(_raw) ? SupplyRules.Kind(_raw, _kind) : null;
            if (kind is not null && Snapshot.Scope == BatteryScope.System)
            {
                Machine.Update(Snapshot.State, StateRule.State(_raw));
            }
        }
        finally
        {
            Publish(kind);
        }

        if (kind is not null && evidence is not null)
        {
            _explainer = new(evidence, new(_raw, _kind, Machine.Power, Machine.IsOtherActive(this)), Snapshot.Name);
        }

        return kind is not null;
    }

    // A battery that was removed has no kind.
    private void Publish(BatteryKind? kind)
    {
        lock (Gate)
        {
            _isBeingRead = false;
            if (kind is { } present)
            {
                ApplyValues(_raw!, present);
                ApplyFlow();
            }

            // A refresh that another thread began before Dispose must leave nothing open.
            if (_isDisposed)
            {
                Close();
            }
        }
    }

    private void ApplyValues(RawReading raw, BatteryKind kind)
    {
        ReadTime = SystemClock.UnixTime;
        _kind = kind;
        _flow = BatteryRules.Apply(raw, _kind, Snapshot);
        IsActive = _flow.IsActive;
        ProvesExternalPower = SupplyRules.ProvesExternalPower(raw, Snapshot);
    }

    private void ApplyFlow() => BatteryRules.ApplyFlow(_flow, Machine.Power, Machine.IsOtherActive(this), Snapshot);

    private void Close() => (_reader as IDisposable)?.Dispose();
}
