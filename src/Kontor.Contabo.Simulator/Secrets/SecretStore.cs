namespace Kontor.Contabo.Simulator.Secrets;

internal sealed record Secret(
    long SecretId, string Account, string Name, string Type, string Value, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

internal sealed class SecretStore
{
    private readonly SortedDictionary<long, Secret> _all = [];

    public IEnumerable<Secret> Everything => _all.Values;

    public Secret? Find(string account, long id) => _all.TryGetValue(id, out var secret) && secret.Account == account ? secret : null;

    public IEnumerable<Secret> Of(string account) => _all.Values.Where(secret => secret.Account == account);

    public void Save(Secret secret) => _all[secret.SecretId] = secret;

    public void Remove(long id) => _all.Remove(id);
}
