using System.CommandLine;
using Kontor.Api.Compute;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Output;

namespace Kontor.Cli.Compute;

/// <summary>The option that says for what something is suspended.</summary>
internal static class SuspensionKinds
{
    public static Option<string?> Option(string help) => Given.Choice("--kind", help, [.. Enum.GetValues<SuspensionKind>().Select(Cell.Word)]);

    public static SuspensionKind In(Invocation call, Option<string?> option) =>
        Enum.GetValues<SuspensionKind>().FirstOrDefault(kind => Cell.Word(kind) == call.Get(option), SuspensionKind.Unpaid);
}
