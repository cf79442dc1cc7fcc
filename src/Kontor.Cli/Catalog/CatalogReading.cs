using System.Runtime.CompilerServices;
using Kontor.Api.Catalog;
using Kontor.Cli.Common;

namespace Kontor.Cli.Catalog;

/// <summary>The catalogue is one answer; its parts are listed like everything else.</summary>
internal static class CatalogReading
{
    public static async IAsyncEnumerable<T> PartAsync<T>(
        Invocation call, Func<CatalogResponse, IEnumerable<T>> part, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var item in part(await call.Client.GetCatalogAsync(cancellationToken)))
        {
            yield return item;
        }
    }
}
