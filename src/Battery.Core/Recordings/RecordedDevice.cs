namespace Battery.Core.Recordings;

/// <summary>One device of a recording, and what it answered.</summary>
/// <param name="name">The device's name.</param>
public sealed class RecordedDevice(string name)
{
    /// <summary>The device's name.</summary>
    public string Name => name;

    /// <summary>The answers, in the order in which they were given.</summary>
    public List<(string Question, RecordedAnswer Answer)> Answers { get; } = [];

    /// <summary>The answer to a question, or null where it was not asked.</summary>
    public RecordedAnswer? this[string question] => Answers.Find(answer => answer.Question == question).Answer;
}
