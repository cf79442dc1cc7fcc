using System.CommandLine;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Common.Settings;

/// <summary><c>config set-url</c>.</summary>
internal sealed class SetUrl : Verb
{
    private readonly Argument<string> _url = new("url") { Description = "The address, such as https://kontor.example.com." };

    public SetUrl()
        : base("set-url", "Keeps the address of Kontor in ~/.config/kontor/cli.json.")
    {
        Add(_url);
        Examples = ["kontor config set-url https://kontor.example.com"];
    }

    public override Task<int> RunAsync(Invocation call)
    {
        var url = call.Get(_url);
        _ = ServerAddress.Parse(url, "URL");
        return Task.FromResult(ConfigFile.Change(call, file => file with { Url = url }));
    }
}
