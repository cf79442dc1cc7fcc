using System.Reflection;

namespace Kontor.Server.Host.Settings;

/// <summary>Puts what was written into the typed settings. What does not fit is collected, so that one start shows all of it.</summary>
internal sealed class SettingsBinder(List<string> errors)
{
    public void Bind(SettingNode node, object target, string path)
    {
        foreach (var (name, child) in node.Children)
        {
            var at = path.Length == 0 ? name : $"{path}{SettingNode.Separator}{name}";
            if (Find(target, name) is { } property)
            {
                Set(child, target, property, at);
            }
            else if (SecretOf(target, name) is { } secret)
            {
                SetFromFile(node, child, target, secret, at);
            }
            else
            {
                errors.Add(Unknown(target, at, name));
            }
        }
    }

    private void Set(SettingNode node, object target, PropertyInfo property, string path)
    {
        if (property.GetValue(target) is IDictionary<string, AccountSettings> accounts)
        {
            BindAccounts(node, accounts, path);
        }
        else if (typeof(IList<string>).IsAssignableFrom(property.PropertyType))
        {
            property.SetValue(target, node.Children.Values.Select(item => item.Value ?? "").ToList());
        }
        else if (!SettingText.IsScalar(property.PropertyType))
        {
            BindSection(node, property.GetValue(target)!, path);
        }
        else if (node.Value is { } text && SettingText.TryRead(text, property.PropertyType, out var value))
        {
            property.SetValue(target, value);
        }
        else
        {
            errors.Add($"{path} is {Shown(node, property)}: it must be {SettingText.Expected(property.PropertyType)}.");
        }
    }

    private void BindSection(SettingNode node, object section, string path)
    {
        if (node.Value is not null)
        {
            errors.Add($"{path} is a section with settings of its own, not a value: {string.Join(", ", Names(section))}.");
        }

        Bind(node, section, path);
    }

    private void BindAccounts(SettingNode node, IDictionary<string, AccountSettings> accounts, string path)
    {
        foreach (var (name, child) in node.Children)
        {
            var account = accounts[name] = new AccountSettings();
            BindSection(child, account, $"{path}{SettingNode.Separator}{name}");
        }
    }

    private void SetFromFile(SettingNode section, SettingNode node, object target, PropertyInfo secret, string path)
    {
        if (section.Children.Keys.Contains(secret.Name, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add($"{path} and {path[..^"File".Length]} are both set: keep one of them.");
            return;
        }

        try
        {
            secret.SetValue(target, File.ReadAllText(node.Value ?? "").Trim());
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.Add($"{path} names the file '{node.Value}', which cannot be read ({unreadable.Message}): correct the name or its rights.");
        }
    }

    private static PropertyInfo? Find(object target, string name) =>
        target.GetType().GetProperty(name, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);

    private static PropertyInfo? SecretOf(object target, string name) =>
        name.EndsWith("File", StringComparison.OrdinalIgnoreCase) && Find(target, name[..^"File".Length]) is { } property && IsSecret(property)
            ? property
            : null;

    private static string Shown(SettingNode node, PropertyInfo property) =>
        node.Value is null ? "a section" : IsSecret(property) ? "malformed" : $"'{node.Value}'";

    private static bool IsSecret(PropertyInfo property) => property.GetCustomAttribute<SecretAttribute>() is not null;

    private static string Unknown(object target, string path, string name)
    {
        var names = Names(target).ToList();
        var cure = Common.Nearest.To(name, names) is { } nearest ? $"did you mean {nearest}?" : $"there are {string.Join(", ", names)}.";
        return $"{path} is not a setting: {cure}";
    }

    private static IEnumerable<string> Names(object target) => target.GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .SelectMany(property => IsSecret(property) ? [property.Name, property.Name + "File"] : new[] { property.Name });
}
