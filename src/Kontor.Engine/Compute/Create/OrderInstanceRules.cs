using Kontor.Engine.Common;
using Kontor.Engine.Compute.Login;
using Kontor.Engine.Purchasing;

namespace Kontor.Engine.Compute.Create;

/// <summary>What an order must look like, before anything is looked up.</summary>
internal static class OrderInstanceRules
{
    public const int MaxLabel = 200;
    private const int MaxText = 64;
    private const decimal LargestRate = 1_000_000;
    private const int MostDecimals = 10;
    private static readonly DateOnly FirstDay = new(1990, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);
    private static readonly string[] DefaultUsers = ["admin", "root", "administrator"];

    /// <summary>The first thing wrong with an order; null when nothing is.</summary>
    public static Problem? Check(OrderInstance order) =>
        CheckSubject(order.Subject)
        ?? CheckFingerprint(order.Fingerprint, "subject.fingerprint")
        ?? CheckLabel(order.Label)
        ?? CheckSold(order.Sold)
        ?? SshKey.ParseAll(order.SshKeys, "sshKeys").Problem
        ?? (order.Generation >= 1 ? null : ComputeProblems.Field("generation", "generation counts from 1."))
        ?? (DefaultUsers.Contains(order.DefaultUser)
            ? null
            : ComputeProblems.Field("defaultUser", $"defaultUser '{PlainText.Shown(order.DefaultUser)}' is not one of {string.Join(", ", DefaultUsers)}."));

    /// <summary>Checks what a sale is called.</summary>
    public static Problem? CheckSubject(SubjectKey subject)
    {
        if (!SubjectKey.Kinds.Contains(subject.Kind))
        {
            return ComputeProblems.Field("subject.kind", $"subject.kind '{PlainText.Shown(subject.Kind)}' is not one of {string.Join(", ", SubjectKey.Kinds)}.");
        }

        return subject.ExternalId.Length is >= 1 and <= MaxText && subject.ExternalId.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:".Contains(c))
            ? null
            : ComputeProblems.Field("subject.externalId", "subject.externalId is 1 to 64 letters, digits, '-', '_', '.' or ':'.");
    }

    /// <summary>Checks what tells one sale from another.</summary>
    /// <param name="fingerprint">It.</param>
    /// <param name="path">Where it stands in the body.</param>
    public static Problem? CheckFingerprint(Fingerprint fingerprint, string path = "fingerprint") =>
        CheckText($"{path}.client", fingerprint.Client)
        ?? CheckText($"{path}.order", fingerprint.Order)
        ?? CheckText($"{path}.product", fingerprint.Product)
        ?? CheckDay($"{path}.registeredOn", fingerprint.RegisteredOn);

    private static Problem? CheckText(string field, string text) => PlainText.IsLine(text, MaxText)
        ? null
        : ComputeProblems.Field(field, $"{field} is 1 to {MaxText} visible characters on one line.");

    private static Problem? CheckDay(string field, DateOnly? day) => day is null || (day >= FirstDay && day <= LastDay)
        ? null
        : ComputeProblems.Field(field, $"{field} is a day from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}.");

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

        if (sold.FxRate is { } rate && (rate is <= 0 or > LargestRate || rate.Scale > MostDecimals))
        {
            return ComputeProblems.Field("sold.fxRate", $"sold.fxRate is above 0, at most {LargestRate:0}, with at most {MostDecimals} decimals.");
        }

        return sold.Net + sold.Tax == sold.Gross
            ? CheckDay("sold.fxOn", sold.FxOn)
            : ComputeProblems.Field("sold.gross", $"sold.gross {sold.Gross} is not sold.net {sold.Net} plus sold.tax {sold.Tax}.");
    }
}
