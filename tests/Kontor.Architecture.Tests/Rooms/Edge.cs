using ArchUnitNET.Domain;

namespace Kontor.Architecture.Tests.Rooms;

/// <summary>A type of one room uses a type of another.</summary>
internal sealed record Edge(string From, string To, string Origin, string Target)
{
    /// <summary>Every edge between the rooms below a namespace, however the code writes it.</summary>
    public static IReadOnlyList<Edge> Below(string building) =>
    [
        .. Code.Types
            .Where(type => RoomOf(type, building) is not null)
            .SelectMany(type => type.Dependencies, (type, dependency) => (type, dependency.Target))
            .Where(pair => RoomOf(pair.Target, building) is not null)
            .Select(pair => new Edge(RoomOf(pair.type, building)!, RoomOf(pair.Target, building)!, pair.type.FullName, pair.Target.FullName))
            .Where(edge => edge.From != edge.To)
            .Distinct(),
    ];

    public override string ToString() => $"{From} -> {To}: {Origin} uses {Target}";

    private static string? RoomOf(IType type, string building) =>
        type.Namespace.FullName.StartsWith(building + ".", StringComparison.Ordinal)
            ? type.Namespace.FullName[(building.Length + 1)..].Split('.')[0]
            : null;
}
