using System.Globalization;
using System.Management.Automation.Host;

namespace Battery.Shell;

/// <summary>The console's size, keys and cursor. Reading and writing of cells is not supported.</summary>
internal sealed class ShellRawUserInterface : PSHostRawUserInterface
{
    // A redirected output has no width. COLUMNS can give one; else 80 is what text files and logs are read at.
    private const int DefaultWidth = 80;
    private const int DefaultHeight = 24;

    /// <inheritdoc/>
    public override ConsoleColor ForegroundColor { get; set; } = ConsoleColor.Gray;

    /// <inheritdoc/>
    public override ConsoleColor BackgroundColor { get; set; } = ConsoleColor.Black;

    /// <inheritdoc/>
    public override Size BufferSize
    {
        get => WindowSize;
        set => throw NotSupported();
    }

    /// <inheritdoc/>
    public override Size WindowSize
    {
        get => MeasureWindow();
        set => throw NotSupported();
    }

    /// <inheritdoc/>
    public override Size MaxWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Size MaxPhysicalWindowSize => WindowSize;

    /// <inheritdoc/>
    public override Coordinates WindowPosition
    {
        get => new(0, 0);
        set => throw NotSupported();
    }

    /// <inheritdoc/>
    public override Coordinates CursorPosition
    {
        get
        {
            // A Unix terminal is asked by a sequence and answers on its input, so both ends must be the terminal.
            if (Console.IsOutputRedirected || Console.IsInputRedirected)
            {
                return new Coordinates(0, 0);
            }

            (int left, int top) = Console.GetCursorPosition();
            return new Coordinates(left, top);
        }

        set
        {
            if (!Console.IsOutputRedirected)
            {
                Console.SetCursorPosition(value.X, value.Y);
            }
        }
    }

    /// <inheritdoc/>
    public override int CursorSize { get; set; } = 25;

    /// <inheritdoc/>
    public override string WindowTitle { get; set; } = "Battery.Shell";

    /// <inheritdoc/>
    public override bool KeyAvailable => !Console.IsInputRedirected && Console.KeyAvailable;

    /// <inheritdoc/>
    public override KeyInfo ReadKey(ReadKeyOptions options)
    {
        if (Console.IsInputRedirected)
        {
            throw new NotSupportedException("A key cannot be read: standard input is not a terminal.");
        }

        ConsoleKeyInfo key = Console.ReadKey(options.HasFlag(ReadKeyOptions.NoEcho));
        return new KeyInfo((int)key.Key, key.KeyChar, ToState(key.Modifiers), keyDown: true);
    }

    /// <inheritdoc/>
    public override void FlushInputBuffer()
    {
        while (KeyAvailable)
        {
            _ = Console.ReadKey(intercept: true);
        }
    }

    /// <inheritdoc/>
    public override BufferCell[,] GetBufferContents(Rectangle rectangle) => throw NotSupported();

    /// <inheritdoc/>
    public override void SetBufferContents(Coordinates origin, BufferCell[,] contents) => throw NotSupported();

    /// <inheritdoc/>
    public override void SetBufferContents(Rectangle rectangle, BufferCell fill) => throw NotSupported();

    /// <inheritdoc/>
    public override void ScrollBufferContents(Rectangle source, Coordinates destination, Rectangle clip, BufferCell fill)
        => throw NotSupported();

    private static Size MeasureWindow()
    {
        if (!Console.IsOutputRedirected)
        {
            int width = Console.WindowWidth;
            int height = Console.WindowHeight;

            // A terminal that was never given a size says 0.
            if (width > 0 && height > 0)
            {
                return new Size(width, height);
            }
        }

        string? columns = Environment.GetEnvironmentVariable("COLUMNS");
        bool given = int.TryParse(columns, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0;
        return new Size(given ? count : DefaultWidth, DefaultHeight);
    }

    private static ControlKeyStates ToState(ConsoleModifiers modifiers)
    {
        ControlKeyStates state = 0;
        state |= modifiers.HasFlag(ConsoleModifiers.Shift) ? ControlKeyStates.ShiftPressed : 0;
        state |= modifiers.HasFlag(ConsoleModifiers.Alt) ? ControlKeyStates.LeftAltPressed : 0;
        state |= modifiers.HasFlag(ConsoleModifiers.Control) ? ControlKeyStates.LeftCtrlPressed : 0;
        return state;
    }

    private static NotSupportedException NotSupported()
        => new("Battery.Shell does not support this operation of the console.");
}
