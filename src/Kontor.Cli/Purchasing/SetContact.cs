using System.CommandLine;
using Kontor.Api.Purchasing;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Purchasing;

internal sealed class SetContact : ChangeOn<SubjectResponse>
{
    private readonly Option<string?> _email = Given.Text("--email", "The client's e-mail address.", "ADDRESS");
    private readonly Option<bool> _forget = Given.Flag("--forget", "Has the address forgotten.");

    public SetContact()
        : base("set-contact", "Says how the client of the subject is reached, or has that forgotten.", new SubjectId())
    {
        Add(_email);
        Add(_forget);
        Validators.Add(result =>
        {
            if (result.GetResult(_email) is not null == result.GetValue(_forget))
            {
                result.AddError("Give either --email ADDRESS or --forget.");
            }
        });
        Examples = ["kontor subjects set-contact 01K9ZC3T0000000000000000AB --email anna@example.com"];
    }

    protected override Task<SubjectResponse> SendAsync(Invocation call, string id, string idempotencyKey) =>
        call.Client.Subjects.SetContactAsync(id, new ContactRequest { Email = call.Get(_email) }, call.Cancel);
}
