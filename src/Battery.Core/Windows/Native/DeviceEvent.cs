namespace Battery.Core.Windows.Native;

/// <summary>What happens to a device: CM_NOTIFY_ACTION of cfgmgr32.h.</summary>
internal enum DeviceEvent
{
    /// <summary>A device of the class was added.</summary>
    Arrival = 0,

    /// <summary>A device of the class was removed.</summary>
    Removal = 1,

    /// <summary>The device is to be removed, which an open handle prevents.</summary>
    QueryRemove = 2,

    /// <summary>The device stays: something else prevented its removal.</summary>
    QueryRemoveFailed = 3,

    /// <summary>The device will be removed.</summary>
    RemovePending = 4,

    /// <summary>The device was removed.</summary>
    RemoveComplete = 5,
}
