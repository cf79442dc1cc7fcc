using System.Net.Mail;
using Kontor.Engine.Audit;
using Kontor.Engine.Common;
using Kontor.Engine.Privacy;
using Kontor.Engine.Storage;
using Kontor.Engine.Tenancy;

namespace Kontor.Engine.Purchasing;

/// <summary>Keeps how the client of a subject is reached, or forgets it. The address stands in its one row and nowhere else.</summary>
public sealed class SetContactHandler(Database database)
{
    private const int LongestEmail = 254;

    /// <summary>Keeps it, or says why not.</summary>
    /// <param name="id">The subject; the address is that of its client, and so of all the client's subjects.</param>
    /// <param name="email">The address; null to forget it.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellationToken">Gives up before the transaction begins.</param>
    public async Task<Result<Subject>> HandleAsync(SubjectId id, string? email, Actor actor, CancellationToken cancellationToken) =>
        Rights.RefusalOf(actor, Right.Contact) is { } refused ? refused
        : email is not null && !IsAddress(email)
            ? PurchasingProblems.EmailInvalid(LongestEmail)
        : await database.WriteAsync("subject.contact", unit => SetAsync(unit, id, email, actor), cancellationToken);

    private static async Task<Result<Subject>> SetAsync(UnitOfWork unit, SubjectId id, string? email, Actor actor)
    {
        var subject = await SubjectStore.FindAsync(unit, id);
        if (subject is null || !Sight.Sees(actor, subject))
        {
            return PurchasingProblems.SubjectNotFound();
        }

        await DataSubjectStore.PutAsync(unit, subject.Source, subject.Client, email);
        await AuditTrail.AppendAsync(unit, actor, email is null ? "subject.contact_erased" : "subject.contact_set", id.Value, new { subject.Client });
        return subject;
    }

    private static bool IsAddress(string email) =>
        email.Length <= LongestEmail && !email.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter))
        && MailAddress.TryCreate(email, out var address) && address.Address == email;
}
