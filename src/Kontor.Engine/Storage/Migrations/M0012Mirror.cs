using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What the lists and audits of the provider showed: sightings, the time line of each machine, and how far its audits were read.</summary>
[Migration(12)]
public sealed class M0012Mirror : ForwardOnlyMigration
{
    public override void Up()
    {
        CreateSightings();
        CreateTimeLine();
        Alter.Table("finding")
            .AddColumn("cause").AsString(int.MaxValue).Nullable()
            .AddColumn("ignored_at").AsInt64().Nullable()
            .AddColumn("ignored_reason").AsString(200).Nullable();
        Create.Index("ix_intent_target").OnTable("intent").OnColumn("target").Ascending().OnColumn("account").Ascending();
    }

    private void CreateSightings()
    {
        Create.Table("sighting")
            .WithColumn("account").AsString(64).PrimaryKey()
            .WithColumn("provider_id").AsInt64().PrimaryKey()
            .WithColumn("digest").AsInt64().NotNullable()
            .WithColumn("resource_id").AsString(26).Nullable()
            .WithColumn("missing_lists").AsInt32().NotNullable()
            .WithColumn("noted_at").AsInt64().NotNullable();
        // Nothing was seen of them under these rules yet, so the next list is compared field by field.
        Execute.Sql(
            "INSERT INTO sighting (account, provider_id, digest, resource_id, missing_lists, noted_at) "
            + "SELECT account, provider_id, 0, id, missing_lists, created_at FROM resource WHERE kind = 'instance' AND state = 'present'");
    }

    private void CreateTimeLine()
    {
        Create.Table("timeline")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("resource_id").AsString(26).NotNullable()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("kind").AsString(32).NotNullable()
            .WithColumn("before").AsString(int.MaxValue).Nullable()
            .WithColumn("after").AsString(int.MaxValue).Nullable()
            .WithColumn("origin").AsString(16).NotNullable()
            .WithColumn("actor").AsString(255).Nullable()
            .WithColumn("acted_at").AsInt64().Nullable()
            .WithColumn("request_id").AsString(36).Nullable()
            .WithColumn("operation_id").AsString(26).Nullable()
            .WithColumn("audit_id").AsString(40).Nullable()
            .WithColumn("observed").AsBoolean().NotNullable();
        Create.Index("ix_timeline_resource").OnTable("timeline").OnColumn("resource_id").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_timeline_request").OnTable("timeline").OnColumn("request_id");

        Create.Table("audit_cursor")
            .WithColumn("account").AsString(64).PrimaryKey()
            .WithColumn("trail").AsString(16).PrimaryKey()
            .WithColumn("first_day").AsString(10).NotNullable()
            .WithColumn("total").AsInt64().Nullable()
            .WithColumn("read_at").AsInt64().NotNullable();
        Create.Table("audit_seen")
            .WithColumn("account").AsString(64).PrimaryKey()
            .WithColumn("trail").AsString(16).PrimaryKey()
            .WithColumn("audit_id").AsInt64().PrimaryKey()
            .WithColumn("day").AsString(10).NotNullable();
    }
}
