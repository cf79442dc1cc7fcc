using Kontor.Engine.Common;

namespace Kontor.Engine.Accounts;

/// <summary>The accounts this installation may use, in the order of the settings; the first is the default.</summary>
public sealed class ContaboAccounts(IReadOnlyList<ContaboAccount> accounts)
{
    public IReadOnlyList<ContaboAccount> All { get; } = accounts;

    /// <summary>The account an order that names none is bought on.</summary>
    public ContaboAccount? Default => All.Count > 0 ? All[0] : null;

    public ContaboAccount? Find(AccountId id) => All.FirstOrDefault(account => account.Id == id);
}
