namespace Kontor.Server.Host.Settings;

/// <summary>The reseller's accounts at Contabo.</summary>
public sealed class ContaboSettings
{
    /// <summary>Gets the accounts by their names, in the order they are written; an order that names none goes to the first.</summary>
    public OrderedDictionary<string, AccountSettings> Accounts { get; } = new(StringComparer.OrdinalIgnoreCase);
}
