using System.Reflection;
using Kontor.Engine.Inventory;

namespace Kontor.Engine.Tests.Inventory;

/// <summary>Each kind of finding tells a person what to do, by when, and what happens otherwise.</summary>
public sealed class FindingTaskTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> Kinds() => [.. FindingKind.All];

    [Fact]
    public void Every_kind_there_is_is_listed() => Assert.Equal(
        typeof(FindingKind).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!).Order(),
        FindingKind.All.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_kind_has_texts_of_its_own_and_a_deadline(string kind)
    {
        var (task, unknown) = (FindingTask.Of(Found(kind)), FindingTask.Of(Found("some_other_kind")));

        Assert.NotEqual((unknown.Title, unknown.Consequence), (task.Title, task.Consequence));
        Assert.DoesNotContain(FindingKind.All.Where(other => other != kind), other => FindingTask.Of(Found(other)).Title == task.Title);
        Assert.EndsWith(".", task.Consequence, StringComparison.Ordinal);
        Assert.Equal("What is so, and what to do.", task.Detail);
        Assert.InRange(task.DeadlineAt, Noon.AddHours(1), Noon.AddDays(7));
    }

    private static Finding Found(string kind) => new()
    {
        Id = "FIN1", Kind = kind, About = "main/1", Detail = "What is so, and what to do.", Cause = "", FirstSeenAt = Noon, LastSeenAt = Noon,
    };
}
