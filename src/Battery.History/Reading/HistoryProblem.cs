namespace Battery.History.Reading;

/// <summary>Something in a history that could not be read.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Path">The file, the folder or the program.</param>
/// <param name="Line">The line's number from 1; 0 where the whole is meant.</param>
/// <param name="Message">One sentence that says what happened, to what, and what to do.</param>
public sealed record HistoryProblem(HistoryProblemKind Kind, string Path, long Line, string Message);
