using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What stands at the provider: resources, the mirror of instances, sweeps and findings.</summary>
[Migration(5)]
public sealed class M0005Inventory : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("resource")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("kind").AsString(16).NotNullable()
            .WithColumn("provider_id").AsInt64().NotNullable()
            .WithColumn("origin").AsString(16).NotNullable()
            .WithColumn("source").AsString(64).Nullable()
            .WithColumn("subject_id").AsString(26).Nullable()
            .WithColumn("generation").AsInt32().Nullable()
            .WithColumn("marker").AsString(32).Nullable()
            .WithColumn("label").AsString(200).NotNullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("missing_lists").AsInt32().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("gone_at").AsInt64().Nullable();
        Create.Index("ux_resource").OnTable("resource")
            .OnColumn("account").Ascending().OnColumn("kind").Ascending().OnColumn("provider_id").Ascending().WithOptions().Unique();
        Create.Index("ix_resource_subject").OnTable("resource").OnColumn("subject_id");

        Create.Table("instance")
            .WithColumn("resource_id").AsString(26).PrimaryKey()
            .WithColumn("status").AsString(32).Nullable()
            .WithColumn("display_name").AsString(255).Nullable()
            .WithColumn("product_id").AsString(16).Nullable()
            .WithColumn("region").AsString(32).Nullable()
            .WithColumn("data_center").AsString(64).Nullable()
            .WithColumn("image_id").AsString(36).Nullable()
            .WithColumn("ip_v4").AsString(15).Nullable()
            .WithColumn("ip_v6").AsString(45).Nullable()
            .WithColumn("default_user").AsString(32).Nullable()
            .WithColumn("cancel_date").AsString(10).Nullable()
            .WithColumn("error_message").AsString(int.MaxValue).Nullable()
            .WithColumn("seen_at").AsInt64().NotNullable();

        Create.Table("finding")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("kind").AsString(32).NotNullable()
            .WithColumn("about").AsString(100).NotNullable()
            .WithColumn("account").AsString(64).Nullable()
            .WithColumn("subject_id").AsString(26).Nullable()
            .WithColumn("detail").AsString(int.MaxValue).NotNullable()
            .WithColumn("first_seen_at").AsInt64().NotNullable()
            .WithColumn("last_seen_at").AsInt64().NotNullable()
            .WithColumn("resolved_at").AsInt64().Nullable();
        Create.Index("ix_finding_about").OnTable("finding").OnColumn("kind").Ascending().OnColumn("about").Ascending();
    }
}
