using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What every capability stands on: the installation, the outbox, the audit chain, API keys.</summary>
[Migration(1)]
public sealed class M0001Foundation : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("installation")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("simulated").AsBoolean().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();

        Create.Table("outbox")
            .WithColumn("sequence").AsInt64().PrimaryKey().Identity()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("type").AsString(64).NotNullable()
            .WithColumn("subject_id").AsString(26).Nullable()
            .WithColumn("payload").AsString(int.MaxValue).NotNullable();

        Create.Table("audit")
            .WithColumn("sequence").AsInt64().PrimaryKey()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("actor").AsString(int.MaxValue).NotNullable()
            .WithColumn("action").AsString(64).NotNullable()
            .WithColumn("about").AsString(64).Nullable()
            .WithColumn("detail").AsString(int.MaxValue).NotNullable()
            .WithColumn("previous_hash").AsString(64).NotNullable()
            .WithColumn("hash").AsString(64).NotNullable();
        Create.Index("ix_audit_about").OnTable("audit").OnColumn("about");

        Create.Table("api_key")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("source").AsString(64).Nullable()
            .WithColumn("scopes").AsString(500).NotNullable()
            .WithColumn("secret_hash").AsString(64).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("expires_at").AsInt64().Nullable()
            .WithColumn("revoked_at").AsInt64().Nullable();
    }
}
