using Kontor.Api.Secrets;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Operations;

internal sealed class LinkOperation : ChangeOn<RevealLinkResponse>
{
    public LinkOperation()
        : base("link", "Makes the link that shows the secret of an operation once, such as a new password; an earlier link shows it no more.", new OperationId()) =>
        Examples = ["kontor operations link 01K9ZC3T0000000000000000AB"];

    protected override Task<RevealLinkResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Operations.MakeLinkAsync(id, idempotencyKey, call.Cancel);
}
