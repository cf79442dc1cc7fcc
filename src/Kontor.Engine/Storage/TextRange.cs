namespace Kontor.Engine.Storage;

/// <summary>All texts that begin in one way, as a range: an index finds a range, and not what begins so.</summary>
/// <param name="First">The first such text.</param>
/// <param name="End">What comes after the last.</param>
public sealed record TextRange(string First, string End)
{
    /// <summary>All texts that begin so.</summary>
    public static TextRange BeginningWith(string text) => new(text, text + '\uffff');

    /// <summary>The one text.</summary>
    public static TextRange Exactly(string text) => new(text, text + '\0');
}
