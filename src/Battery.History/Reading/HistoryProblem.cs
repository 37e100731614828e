namespace Battery.History.Reading;

/// <summary>Something in a history that could not be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The file, the folder or the program.</param>
/// <param name="Line">The number of the line, from 1; 0 if the problem is not in one line.</param>
/// <param name="Message">One sentence that says what happened, to what, and what to do.</param>
public sealed record HistoryProblem(HistoryProblemKind Kind, string Path, long Line, string Message);
