using System.Linq.Expressions;
using Kontor.Engine.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider;
using LinqToDB.Mapping;

namespace Kontor.Engine.Storage;

/// <summary>How our types are stored: instants as UTC milliseconds, days as ISO dates, ids as text, states by name.</summary>
internal static class Mapping
{
    public static MappingSchema Schema { get; } = Build();

    public static IDataProvider Provider { get; } = new OneTextProvider();

    private static MappingSchema Build()
    {
        var schema = new MappingSchema("kontor");
        schema.AddMetadataReader(new EnumsByName());
        Map<DateTimeOffset, long>(schema, DataType.Int64, at => at.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
        Map<DateOnly, string>(schema, DataType.NVarChar, day => day.ToString("yyyy-MM-dd"), text => DateOnly.ParseExact(text, "yyyy-MM-dd"));
        Map<SubjectId, string>(schema, DataType.NVarChar, id => id.Value, text => new SubjectId(text));
        Map<OrderId, string>(schema, DataType.NVarChar, id => id.Value, text => new OrderId(text));
        Map<OperationId, string>(schema, DataType.NVarChar, id => id.Value, text => new OperationId(text));
        Map<ResourceId, string>(schema, DataType.NVarChar, id => id.Value, text => new ResourceId(text));
        Map<ImageId, string>(schema, DataType.NVarChar, id => id.Value, text => new ImageId(text));
        Map<AccountId, string>(schema, DataType.NVarChar, id => id.Value, text => new AccountId(text));
        Map<ProviderInstanceId, long>(schema, DataType.Int64, id => id.Value, number => new ProviderInstanceId(number));
        Map<Currency, string>(schema, DataType.NVarChar, currency => currency.Code, text => Currency.Parse(text));
        return schema;
    }

    private static void Map<T, TStored>(
        MappingSchema schema, DataType type, Func<T, TStored> store, Expression<Func<TStored, T>> load)
        where T : struct
    {
        schema.AddScalarType(typeof(T), type);
        schema.SetConverter<T, DataParameter>(value => new DataParameter(null, store(value), type));
        schema.SetConvertExpression(load);
    }
}
