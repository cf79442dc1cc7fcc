using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>
/// Add-ons: what they cost, and their purchases. A machine is bought once; each part of it that is bought later is a line of
/// its own, named by the operation that bought it.
/// </summary>
[Migration(16)]
public sealed class M0016AddOns : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("add_on_price")
            .WithColumn("price_list_id").AsString(26).PrimaryKey()
            .WithColumn("add_on").AsString(32).PrimaryKey()
            .WithColumn("product_id").AsString(16).PrimaryKey()
            .WithColumn("region").AsString(32).PrimaryKey()
            .WithColumn("monthly").AsInt64().NotNullable()
            .WithColumn("provider_id").AsInt64().Nullable()
            .WithColumn("assumed").AsBoolean().NotNullable()
            .WithColumn("source").AsString(200).NotNullable();
        Alter.Table("purchase")
            .AddColumn("add_on").AsString(32).Nullable()
            .AddColumn("part").AsString(26).NotNullable().WithDefaultValue("");
        Delete.Index("ux_purchase_provider").OnTable("purchase");
        Create.Index("ux_purchase_part").OnTable("purchase")
            .OnColumn("account").Ascending().OnColumn("provider_id").Ascending().OnColumn("part").Ascending().WithOptions().Unique();
    }
}
