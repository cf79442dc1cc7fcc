namespace Kontor.Server.Tests.Common.Inputs;

/// <summary>What looks wrong and is a good value of a certain field, or one whose answer is another than that it is wrong.</summary>
internal static class Harmless
{
    private static readonly HashSet<(string Field, string Kind)> Good =
    [
        // A machine may have no label; Contabo's own name of it remains.
        ("label", "empty"), ("label", "blank"),
        // An empty description is none.
        ("description", "empty"), ("description", "blank"),
        // Texts for people, and what a billing system calls its things: whatever can be seen.
        ("client", "emoji"), ("order", "emoji"), ("product", "emoji"), ("reason", "emoji"), ("description", "emoji"),
        ("outcome", "emoji"), ("assignee", "emoji"),
        // Any number may be a generation or a machine's; that there is none of it is another answer.
        ("generation", "negative"), ("generation", "nought"),
        ("providerId", "negative"), ("providerId", "nought"), ("providerId", "smallest"), ("providerId", "beyond int32"),
        ("offerId", "negative"), ("offerId", "nought"), ("offerId", "smallest"), ("offerId", "beyond int32"),
    ];

    public static bool Is(string operation, BodyField field, WrongValue wrong) =>
        (Good.Contains((field.Path.Split('.')[^1], wrong.Kind)) && (operation, field.Path) != ("PlaceOrder", "generation"))
        // A text that is no subject's id is answered like an absent one.
        || (field.Path == "subjectId" && wrong.Json.StartsWith('"') && wrong.Kind is not ("high surrogate alone" or "low surrogate alone"))
        // The snapshot of the sample is not there, which is said first.
        || (operation == "RollBackSnapshot" && field.Path.StartsWith("loses", StringComparison.Ordinal))
        || (operation == "UpdateSnapshot" && field.Path == "description")
        // What the finding of the sample is not for is said first.
        || (operation == "AssignFinding" && field.Path == "source" && wrong.Json.StartsWith('"'))
        // A rate has up to ten decimals.
        || (field.Path == "sold.fxRate" && wrong.Kind == "too many decimals")
        // What a machine runs at its first start is its owner's business, line breaks included.
        || (field.Path == "userData" && !wrong.Kind.StartsWith("too long", StringComparison.Ordinal));
}
