namespace Kontor.Engine.Purchasing;

/// <summary>What a subject is called where it was sold.</summary>
/// <param name="Source">The installation or API key it came through.</param>
/// <param name="Kind"><c>service</c> or <c>addon</c>.</param>
/// <param name="ExternalId">Its id there, 1 to 64 letters, digits, <c>-</c>, <c>_</c>, <c>.</c> or <c>:</c>.</param>
public sealed record SubjectKey(string Source, string Kind, string ExternalId)
{
    /// <summary>The kinds a subject may have.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["service", "addon"];

    /// <summary>The key of an action that happens once in a generation's life; it lives as long as the subject.</summary>
    public string Of(int generation, string action) => $"{Source}/{Kind}/{ExternalId}/g{generation}/{action}";
}
