namespace Kontor.Contabo;

/// <summary>What a failed write may have done at Contabo. There is no third value "probably not": unknown is not absent.</summary>
public enum WriteOutcome
{
    /// <summary>Nothing can say whether the write took effect; it must be looked up, and never simply sent again.</summary>
    Unknown = 0,

    /// <summary>The write did not take effect: no byte of it was sent, or Contabo refused it with 400, 401, 402, 403, 404, 415, 422 or 429.</summary>
    DefinitelyNotDone = 1,
}
