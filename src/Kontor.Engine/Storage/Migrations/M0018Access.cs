using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What passes on its way into a machine: sealed values, the secrets that stand at the provider for it, and the rescue system.</summary>
[Migration(18)]
public sealed class M0018Access : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("pending_secret")
            .WithColumn("operation_id").AsString(26).PrimaryKey()
            .WithColumn("what").AsString(32).PrimaryKey()
            .WithColumn("owner").AsString(64).NotNullable()
            .WithColumn("sealed").AsBinary(int.MaxValue).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();

        Create.Table("provider_secret")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("operation_id").AsString(26).NotNullable()
            .WithColumn("what").AsString(32).NotNullable()
            .WithColumn("name").AsString(255).NotNullable().Unique()
            .WithColumn("provider_id").AsInt64().Nullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("delete_after").AsInt64().Nullable()
            .WithColumn("deleted_at").AsInt64().Nullable();
        Create.Index("ix_provider_secret_operation").OnTable("provider_secret").OnColumn("operation_id");
        Create.Index("ix_provider_secret_deleted").OnTable("provider_secret").OnColumn("deleted_at");

        Alter.Table("instance")
            .AddColumn("os_type").AsString(32).Nullable()
            .AddColumn("rescue_since").AsInt64().Nullable();
    }
}
