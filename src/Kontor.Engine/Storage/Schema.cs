using System.Reflection;
using FluentMigrator;

namespace Kontor.Engine.Storage;

/// <summary>The schema this program knows.</summary>
internal static class Schema
{
    /// <summary>Gets the number of the newest migration.</summary>
    public static long Newest { get; } = typeof(Schema).Assembly.GetTypes()
        .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Version ?? 0)
        .Max();
}
