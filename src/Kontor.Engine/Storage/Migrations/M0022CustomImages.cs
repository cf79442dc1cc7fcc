using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>The custom images of clients, and what was asked of them.</summary>
[Migration(22)]
public sealed class M0022CustomImages : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("custom_image")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("source").AsString(64).NotNullable()
            .WithColumn("client").AsString(64).NotNullable()
            .WithColumn("subject_id").AsString(26).NotNullable()
            .WithColumn("marker").AsString(16).NotNullable().Unique()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("description").AsString(255).NotNullable()
            .WithColumn("url").AsString(int.MaxValue).NotNullable()
            .WithColumn("os_type").AsString(16).NotNullable()
            .WithColumn("version").AsString(50).NotNullable()
            .WithColumn("announced_mib").AsInt64().Nullable()
            .WithColumn("provider_id").AsString(64).Nullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("provider_status").AsString(64).Nullable()
            .WithColumn("error_message").AsString(int.MaxValue).Nullable()
            .WithColumn("format").AsString(16).Nullable()
            .WithColumn("size_mib").AsInt64().Nullable()
            .WithColumn("uploaded_mib").AsInt64().Nullable()
            .WithColumn("missing_lists").AsInt32().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("seen_at").AsInt64().Nullable()
            .WithColumn("ended_at").AsInt64().Nullable();
        Create.Index("ix_custom_image_client").OnTable("custom_image").OnColumn("source").Ascending().OnColumn("client").Ascending();
        Create.Index("ix_custom_image_account").OnTable("custom_image").OnColumn("account");
        Create.Index("ix_custom_image_provider").OnTable("custom_image").OnColumn("provider_id");

        Create.Table("image_change")
            .WithColumn("operation_id").AsString(26).PrimaryKey()
            .WithColumn("image_id").AsString(26).NotNullable()
            .WithColumn("kind").AsString(16).NotNullable()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("description").AsString(255).NotNullable()
            .WithColumn("sealed_url").AsBinary(int.MaxValue).Nullable();
        Create.Index("ix_image_change_image").OnTable("image_change").OnColumn("image_id");
    }
}
