using System.Runtime.InteropServices;

namespace Battery.Core.MacOS.Native;

/// <summary>The calls that waiting needs: the thread's own run loop, and sources for it.</summary>
internal static unsafe partial class CoreFoundation
{
    /// <summary>kCFRunLoopRunFinished: there is nothing left in the mode to wait for.</summary>
    public const int RunFinished = 1;

    /// <summary>The run loop of the calling thread, which owns it.</summary>
    public static nint CurrentRunLoop() => CFRunLoopGetCurrent();

    /// <summary>A source that is signalled by hand, and stays so until a run loop has seen it.</summary>
    public static CoreFoundationObject CreateSource(delegate* unmanaged[Cdecl]<void*, void> perform)
    {
        var context = new SourceContext { Perform = perform };
        return CFRunLoopSourceCreate(0, 0, &context);
    }

    public static void AddSource(nint loop, CoreFoundationObject source, CoreFoundationObject mode) => CFRunLoopAddSource(loop, source, mode);

    public static void RemoveSource(nint loop, CoreFoundationObject source, CoreFoundationObject mode) => CFRunLoopRemoveSource(loop, source, mode);

    public static void Signal(CoreFoundationObject source) => CFRunLoopSourceSignal(source);

    public static void Invalidate(CoreFoundationObject source) => CFRunLoopSourceInvalidate(source);

    public static void WakeUp(nint loop) => CFRunLoopWakeUp(loop);

    /// <summary>Runs the calling thread's run loop until one source was handled, or the time is up.</summary>
    public static int Run(CoreFoundationObject mode, double seconds) => CFRunLoopRunInMode(mode, seconds, returnAfterSourceHandled: 1);

    /// <summary>CFRunLoopSourceContext, version 0.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct SourceContext
    {
        public nint Version;
        public void* Info;
        public void* Retain;
        public void* Release;
        public void* CopyDescription;
        public void* Equal;
        public void* Hash;
        public void* Schedule;
        public void* Cancel;
        public delegate* unmanaged[Cdecl]<void*, void> Perform;
    }

#pragma warning disable IDE1006 // The names are the system's.
    [LibraryImport(Library)]
    private static partial nint CFRunLoopGetCurrent();

    [LibraryImport(Library)]
    private static partial CoreFoundationObject CFRunLoopSourceCreate(nint allocator, nint order, SourceContext* context);

    [LibraryImport(Library)]
    private static partial void CFRunLoopAddSource(nint loop, CoreFoundationObject source, CoreFoundationObject mode);

    [LibraryImport(Library)]
    private static partial void CFRunLoopRemoveSource(nint loop, CoreFoundationObject source, CoreFoundationObject mode);

    [LibraryImport(Library)]
    private static partial void CFRunLoopSourceSignal(CoreFoundationObject source);

    [LibraryImport(Library)]
    private static partial void CFRunLoopSourceInvalidate(CoreFoundationObject source);

    [LibraryImport(Library)]
    private static partial void CFRunLoopWakeUp(nint loop);

    [LibraryImport(Library)]
    private static partial int CFRunLoopRunInMode(CoreFoundationObject mode, double seconds, byte returnAfterSourceHandled);
#pragma warning restore IDE1006
}
