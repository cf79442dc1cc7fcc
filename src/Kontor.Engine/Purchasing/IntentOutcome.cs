namespace Kontor.Engine.Purchasing;

/// <summary>What came of an intent. Three outcomes of a call, never two, and what unknown became.</summary>
public static class IntentOutcome
{
    /// <summary>Saved; the answer is not in.</summary>
    public const string Open = "open";

    /// <summary>The provider said yes.</summary>
    public const string Recorded = "recorded";

    /// <summary>Definitely not done.</summary>
    public const string Refused = "refused";

    /// <summary>It may have been done, and may cost money.</summary>
    public const string Unknown = "unknown";

    /// <summary>Was unknown, and was found at the provider.</summary>
    public const string Found = "found";

    /// <summary>Was unknown, and its operation ended without it: the machine is gone, or it cost nothing and no effect showed.</summary>
    public const string Ended = "ended";

    /// <summary>Was unknown, and a person gave it up.</summary>
    public const string GivenUp = "given_up";
}
