using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Sealed secrets: the wrapped key of each source, and the links that show a secret once.</summary>
[Migration(10)]
public sealed class M0010Secrets : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("data_key")
            .WithColumn("owner").AsString(64).PrimaryKey()
            .WithColumn("number").AsInt32().PrimaryKey()
            .WithColumn("kek_id").AsString(32).NotNullable()
            .WithColumn("wrapped").AsBinary(int.MaxValue).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();

        Create.Table("one_time_link")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("source").AsString(64).NotNullable()
            .WithColumn("operation_id").AsString(26).Nullable().Unique()
            .WithColumn("subject_id").AsString(26).Nullable()
            .WithColumn("resource_id").AsString(26).Nullable()
            .WithColumn("purpose").AsString(200).NotNullable()
            .WithColumn("sealed").AsBinary(int.MaxValue).Nullable()
            .WithColumn("token_hash").AsString(64).Nullable().Unique()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("expires_at").AsInt64().NotNullable()
            .WithColumn("used_at").AsInt64().Nullable();
        Create.Index("ix_one_time_link_resource").OnTable("one_time_link").OnColumn("resource_id");
        Create.Index("ix_one_time_link_expires").OnTable("one_time_link").OnColumn("expires_at");
    }
}
