using Kontor.Engine.Common;
using Kontor.Engine.Storage;
using Kontor.Engine.Tasks;
using Kontor.Server.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Kontor.Server.Tests.Tasks;

/// <summary>Tasks to begin a test with.</summary>
internal static class TaskSamples
{
    /// <summary>Opens a task due in an hour.</summary>
    public static Task<string> OpenAsync(KontorUnderTest kontor, string about, string? source = KontorUnderTest.Shop)
    {
        var task = new NewTask("sample_kind", about)
        {
            Title = "Something is to be done",
            Detail = "Do it.",
            Consequence = "Nothing good.",
            DeadlineAt = kontor.Clock.GetUtcNow().AddHours(1),
            Source = source,
        };
        return kontor.Services.GetRequiredService<Database>().WriteAsync(
            "test.open",
            unit => kontor.Services.GetRequiredService<TaskStore>().OpenAsync(unit, task, Actor.Kontor("test")),
            TestContext.Current.CancellationToken);
    }
}
