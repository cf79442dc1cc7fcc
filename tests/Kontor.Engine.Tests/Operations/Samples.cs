using Kontor.Engine.Common;
using Kontor.Engine.Operations;

namespace Kontor.Engine.Tests.Operations;

/// <summary>Rows to begin a test with.</summary>
internal static class Samples
{
    /// <summary>An operation that is due.</summary>
    public static Operation Operation(string id, string type, DateTimeOffset now) => new()
    {
        Id = new OperationId(id),
        Type = type,
        Key = $"key of {id}",
        State = "begun",
        Status = "running",
        Source = "shop",
        SubjectId = new SubjectId($"subject of {id}"),
        Generation = 1,
        Account = new AccountId("main"),
        Actor = "{}",
        DueAt = now,
        DeadlineAt = now.AddHours(1),
        CreatedAt = now,
        UpdatedAt = now,
    };
}
