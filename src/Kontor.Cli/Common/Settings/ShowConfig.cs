using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Settings;

/// <summary><c>config show</c>.</summary>
internal sealed class ShowConfig() : Verb("show", "Shows which Kontor is asked, and where that was found; the key itself is not shown.")
{
    public override Task<int> RunAsync(Invocation call)
    {
        var settings = call.Settings;
        call.Output.Show(new ShownSettings(
            settings.Url.OriginalString,
            settings.UrlFrom,
            settings.ApiKey is null ? null : "set",
            settings.ApiKeyFrom,
            CliFile.PathFor(call.Surroundings)));
        return Task.FromResult(ExitCode.Done);
    }
}
