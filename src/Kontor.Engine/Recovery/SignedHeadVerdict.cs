namespace Kontor.Engine.Recovery;

/// <summary>What comparing the database with the note outside of it found.</summary>
/// <param name="Agreement">Which case it is.</param>
/// <param name="Sentence">One sentence on it, with the cure where one is needed.</param>
public sealed record SignedHeadVerdict(Agreement Agreement, string Sentence)
{
    /// <summary>Whether the database is the one that was noted, or a later state of it.</summary>
    public bool IsSound => Agreement is Agreement.Agrees or Agreement.NeverNoted;
}

/// <summary>How a database and the note on it stand to each other.</summary>
public enum Agreement
{
    /// <summary>The database is what was noted, or has grown since.</summary>
    Agrees,

    /// <summary>Nothing was ever noted: the first start, or the first one of a Kontor that notes.</summary>
    NeverNoted,

    /// <summary>The note is gone: this is a copy elsewhere, or the file was deleted.</summary>
    Missing,

    /// <summary>The note is not what was signed with this key for this installation.</summary>
    Forged,

    /// <summary>The database has fewer rows than were noted: it is older, or its end was cut off.</summary>
    Older,

    /// <summary>The database went another way than the one that was noted: a clone that lived on, or a rewritten trail.</summary>
    Differs,
}
