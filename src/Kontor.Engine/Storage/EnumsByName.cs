using System.Reflection;
using System.Text.Json;
using LinqToDB.Mapping;
using LinqToDB.Metadata;

namespace Kontor.Engine.Storage;

/// <summary>Stores every enum of ours by its name in snake case, without a word in the enum or in the row.</summary>
/// <remarks>
/// linq2db asks its metadata readers which value each member of an enum is stored as, and would store numbers otherwise:
/// then a member moved within its enum would change what old rows mean. A name that no member has fails on reading.
/// </remarks>
internal sealed class EnumsByName : IMetadataReader
{
    /// <summary>The text a member is stored as: <c>needs_attention</c> for <c>NeedsAttention</c>.</summary>
    public static string NameOf(Enum member) => NameOf(member.ToString());

    public MappingAttribute[] GetAttributes(Type type) => [];

    public MappingAttribute[] GetAttributes(Type type, MemberInfo memberInfo) =>
        memberInfo is FieldInfo { IsLiteral: true, DeclaringType.IsEnum: true } && IsOurs(memberInfo.DeclaringType)
            ? [new MapValueAttribute(NameOf(memberInfo.Name))]
            : [];

    public MemberInfo[] GetDynamicColumns(Type type) => [];

    public string GetObjectID() => nameof(EnumsByName);

    private static bool IsOurs(Type type) => type.Namespace?.StartsWith("Kontor.", StringComparison.Ordinal) is true;

    private static string NameOf(string member) => JsonNamingPolicy.SnakeCaseLower.ConvertName(member);
}
