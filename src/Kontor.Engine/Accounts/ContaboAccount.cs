using Kontor.Contabo;
using Kontor.Engine.Common;

namespace Kontor.Engine.Accounts;

/// <summary>One of the reseller's accounts at Contabo.</summary>
/// <param name="Id">Its name in the settings.</param>
/// <param name="Currency">What it is billed in; its price lists are in the same currency.</param>
/// <param name="Client">The client that acts for it.</param>
public sealed record ContaboAccount(AccountId Id, Currency Currency, IContaboClient Client);
