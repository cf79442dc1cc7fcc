namespace Kontor.Engine.Common;

/// <summary>A thing that is sold: one service or addon of one source, whatever its generations.</summary>
public readonly record struct SubjectId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A sealed order.</summary>
public readonly record struct OrderId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A durable operation.</summary>
public readonly record struct OperationId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A resource at the provider, by our own id.</summary>
public readonly record struct ResourceId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A custom image, by our own id.</summary>
public readonly record struct ImageId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A Contabo account of the reseller, by the name it has in the settings.</summary>
public readonly record struct AccountId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>Contabo's own number of an instance.</summary>
public readonly record struct ProviderInstanceId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
