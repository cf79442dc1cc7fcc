using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Kontor.Contabo;
using Kontor.Server.Host.Settings;

namespace Kontor.Server.Tests.Host;

/// <summary>The list of settings in the documentation, compared with the types that are bound.</summary>
public sealed partial class SettingsPageTests
{
    [Fact]
    public void Every_setting_stands_on_the_page_with_its_default_and_its_range() =>
        Assert.Equal(InCode().Order(StringComparer.Ordinal), OnPage().Order(StringComparer.Ordinal));

    [Fact]
    public void Secrets_are_marked_on_the_page() => Assert.Equal(
        ["Contabo:Accounts:NAME:ApiPassword", "Contabo:Accounts:NAME:ClientSecret"],
        Rows().Where(row => row.Groups["text"].Value.Contains("*secret*", StringComparison.Ordinal)).Select(row => row.Groups["key"].Value).Order());

    private static IEnumerable<string> InCode() =>
        [.. Of(new KontorSettings(), ""), .. Of(new AccountSettings(), "Contabo:Accounts:NAME:")];

    private static IEnumerable<string> Of(object section, string prefix)
    {
        foreach (var property in section.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var value = property.GetValue(section);
            if (SettingText.IsScalar(property.PropertyType) || value is IList<string>)
            {
                yield return $"{prefix}{property.Name} = {Text(value)} in {RangeOf(property)}";
            }
            else if (value is not ContaboSettings)
            {
                foreach (var inner in Of(value!, $"{property.Name}:"))
                {
                    yield return inner;
                }
            }
        }
    }

    private static string Text(object? value) => value switch
    {
        null or IList<string> => "",
        bool flag => flag ? "true" : "false",
        Uri address => address.OriginalString,
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    // An account's settings are checked by the client's options, so their ranges stand there.
    private static string RangeOf(PropertyInfo property)
    {
        var checkedBy = property.DeclaringType == typeof(AccountSettings) ? typeof(ContaboOptions).GetProperty(property.Name) : property;
        return checkedBy?.GetCustomAttribute<RangeAttribute>() is { } range
            ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} – {range.Maximum}")
            : "";
    }

    private static IEnumerable<string> OnPage() => Rows().Select(row => $"{row.Groups["key"]} = {row.Groups["default"]} in {row.Groups["range"]}");

    private static IEnumerable<Match> Rows() =>
        File.ReadLines(Repository.PathOf("docs", "reference", "settings.md")).Select(line => Row().Match(line)).Where(match => match.Success);

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?:`(?<default>[^`]+)` )?\| (?:(?<range>[^|]+) )?\| (?<text>.+) \|$")]
    private static partial Regex Row();
}
