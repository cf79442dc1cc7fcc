using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Create;

/// <summary>What an order must look like, before anything is looked up.</summary>
internal static class OrderInstanceRules
{
    public const int MaxLabel = 200;
    private const int MaxText = 64;
    private static readonly string[] DefaultUsers = ["admin", "root", "administrator"];

    /// <summary>The first thing wrong with an order; null when nothing is.</summary>
    public static Problem? Check(OrderInstance order) =>
        CheckSubject(order.Subject)
        ?? CheckFingerprint(order.Fingerprint)
        ?? CheckLabel(order.Label)
        ?? CheckSold(order.Sold)
        ?? SshKey.ParseAll(order.SshKeys, "sshKeys").Problem
        ?? (order.Generation >= 1 ? null : ComputeProblems.Field("generation", "generation counts from 1."))
        ?? (DefaultUsers.Contains(order.DefaultUser)
            ? null
            : ComputeProblems.Field("defaultUser", $"defaultUser '{order.DefaultUser}' is not one of {string.Join(", ", DefaultUsers)}."));

    /// <summary>Checks what a sale is called.</summary>
    public static Problem? CheckSubject(SubjectKey subject)
    {
        if (!SubjectKey.Kinds.Contains(subject.Kind))
        {
            return ComputeProblems.Field("subject.kind", $"subject.kind '{subject.Kind}' is not one of {string.Join(", ", SubjectKey.Kinds)}.");
        }

        return subject.ExternalId.Length is >= 1 and <= MaxText && subject.ExternalId.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:".Contains(c))
            ? null
            : ComputeProblems.Field("subject.externalId", "subject.externalId is 1 to 64 letters, digits, '-', '_', '.' or ':'.");
    }

    /// <summary>Checks what tells one sale from another.</summary>
    public static Problem? CheckFingerprint(Fingerprint fingerprint) =>
        CheckText("subject.fingerprint.client", fingerprint.Client)
        ?? CheckText("subject.fingerprint.order", fingerprint.Order)
        ?? CheckText("subject.fingerprint.product", fingerprint.Product);

    private static Problem? CheckText(string field, string text) => text.Length is >= 1 and <= MaxText && !text.Any(char.IsControl)
        ? null
        : ComputeProblems.Field(field, $"{field} is 1 to {MaxText} characters without control characters.");

    /// <summary>Checks the readable part of a machine's name.</summary>
    public static Problem? CheckLabel(string label)
    {
        if (label.Length > MaxLabel || !label.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-'))
        {
            return ComputeProblems.Field("label", $"label is at most {MaxLabel} letters, digits, blanks and '-': Contabo takes no others.");
        }

        return !label.Split(' ').Any(word => Marker.In(word) is not null)
            ? null
            : ComputeProblems.Field("label", "label contains a word that looks like one of Kontor's markers (k- and twelve characters): change it.");
    }

    /// <summary>Checks what a customer pays.</summary>
    public static Problem? CheckSold(SoldPrice? sold)
    {
        if (sold is null)
        {
            return null;
        }

        if (sold.Tax.Currency != sold.Net.Currency || sold.Gross.Currency != sold.Net.Currency)
        {
            return ComputeProblems.Field(
                "sold", $"sold.net is in {sold.Net.Currency}, sold.tax in {sold.Tax.Currency} and sold.gross in {sold.Gross.Currency}: all three are in one currency.");
        }

        return sold.Net + sold.Tax == sold.Gross
            ? null
            : ComputeProblems.Field("sold.gross", $"sold.gross {sold.Gross} is not sold.net {sold.Net} plus sold.tax {sold.Tax}.");
    }
}
