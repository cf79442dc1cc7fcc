using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace Kontor.Architecture.Tests;

/// <summary>The compiled code that the rules are about.</summary>
internal static class Code
{
    private static readonly string[] Assemblies =
    [
        "Kontor.Contabo", "kontor-simulator", "Kontor.Engine", "Kontor.Api", "kontor-server", "kontor",
        typeof(Code).Assembly.GetName().Name!,
    ];

    /// <summary>Gets every type of ours, the samples of these tests included.</summary>
    public static IReadOnlyList<IType> Types { get; } = [.. new ArchLoader()
        .LoadAssemblies([.. Assemblies.Select(System.Reflection.Assembly.Load)])
        .Build()
        .Types];
}
