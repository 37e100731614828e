using System.Runtime.CompilerServices;

namespace Battery.Ffi.Handles;

/// <summary>
/// The handles that callers hold. A handle is a number, not a pointer: it is never dereferenced but compared with its slot,
/// which detects NULL, a freed handle, a handle of another type and random bits. Bit 0 is always 1 (as in no aligned
/// pointer), bits 1 to 3 are the kind, 4 to 23 the slot, 24 to 55 the slot's use count, 56 to 62 a signature.
/// </summary>
internal static class HandleTable
{
    private const int ChunkBits = 10;
    private const int ChunkSize = 1 << ChunkBits;
    private const int MaxSlots = 1 << 20;
    private const long Signature = 0x5BL << 56;

    private static readonly Slot[]?[] s_chunks = new Slot[MaxSlots / ChunkSize][];
    private static readonly Lock s_gate = new();

    // A linked list of free slots, as index + 1: the slot that was freed last. Freeing allocates nothing.
    private static int s_free;
    private static int s_used;

    /// <summary>Adds an object.</summary>
    /// <returns>The handle, or 0 if a million are in use.</returns>
    public static nint Add(HandleKind kind, object target)
    {
        lock (s_gate)
        {
            int index = s_free - 1;
            if (index < 0)
            {
                if (s_used == MaxSlots)
                {
                    return 0;
                }

                // If this allocation fails, no slot is lost.
                s_chunks[s_used >> ChunkBits] ??= new Slot[ChunkSize];
                index = s_used++;
            }

            ref Slot slot = ref s_chunks[index >> ChunkBits]![index & (ChunkSize - 1)];
            s_free = s_free == 0 ? 0 : slot.FreedBefore;
            slot.Uses++;
            slot.Target = target;
            long handle = Signature | ((long)slot.Uses << 24) | ((long)index << 4) | ((long)kind << 1) | 1;
            Volatile.Write(ref slot.Handle, handle);
            return (nint)handle;
        }
    }

    /// <summary>The object of a valid handle of a kind, or null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static object? Get(nint handle, HandleKind kind)
    {
        ref Slot slot = ref Find(handle);
        if (Unsafe.IsNullRef(ref slot) || Volatile.Read(ref slot.Handle) != handle || Kind(handle) != kind)
        {
            return null;
        }

        object? target = Volatile.Read(ref slot.Target);

        // The slot may have been freed and reused in between; the object is then of another handle.
        return Volatile.Read(ref slot.Handle) == handle ? target : null;
    }

    /// <summary>Frees a handle.</summary>
    /// <returns>Its object, or null if the handle was invalid or of another kind.</returns>
    public static object? Remove(nint handle, HandleKind kind)
    {
        lock (s_gate)
        {
            if (Get(handle, kind) is not { } target)
            {
                return null;
            }

            ref Slot slot = ref Find(handle);
            Volatile.Write(ref slot.Handle, 0);
            slot.Target = null;
            slot.FreedBefore = s_free;
            s_free = Index(handle) + 1;
            return target;
        }
    }

    private static HandleKind Kind(nint handle) => (HandleKind)((long)handle >> 1 & 7);

    private static int Index(nint handle) => (int)((long)handle >> 4) & (MaxSlots - 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref Slot Find(nint handle)
    {
        int index = Index(handle);
        Slot[]? chunk = s_chunks[index >> ChunkBits];
        return ref chunk is null ? ref Unsafe.NullRef<Slot>() : ref chunk[index & (ChunkSize - 1)];
    }

    private struct Slot
    {
        public long Handle;
        public object? Target;
        public uint Uses;
        public int FreedBefore;
    }
}
