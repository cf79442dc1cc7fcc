using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Durable operations, their steps, and the idempotency keys of callers.</summary>
[Migration(3)]
public sealed class M0003Operations : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("operation")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("type").AsString(32).NotNullable()
            .WithColumn("key").AsString(255).NotNullable().Unique()
            .WithColumn("state").AsString(32).NotNullable()
            .WithColumn("status").AsString(16).NotNullable()
            .WithColumn("attempt").AsInt32().NotNullable()
            .WithColumn("source").AsString(64).NotNullable()
            .WithColumn("subject_id").AsString(26).NotNullable()
            .WithColumn("generation").AsInt32().NotNullable()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("resource_id").AsString(26).Nullable()
            .WithColumn("actor").AsString(int.MaxValue).NotNullable()
            .WithColumn("due_at").AsInt64().Nullable()
            .WithColumn("deadline_at").AsInt64().Nullable()
            .WithColumn("lease_owner").AsString(64).Nullable()
            .WithColumn("lease_until").AsInt64().Nullable()
            .WithColumn("problem_code").AsString(64).Nullable()
            .WithColumn("problem_detail").AsString(int.MaxValue).Nullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("updated_at").AsInt64().NotNullable();
        Create.Index("ix_operation_due").OnTable("operation").OnColumn("due_at");
        Create.Index("ix_operation_subject").OnTable("operation").OnColumn("subject_id");
        Create.Index("ix_operation_status").OnTable("operation").OnColumn("status");

        Create.Table("operation_step")
            .WithColumn("id").AsInt64().PrimaryKey().Identity()
            .WithColumn("operation_id").AsString(26).NotNullable()
            .WithColumn("at").AsInt64().NotNullable()
            .WithColumn("state").AsString(32).NotNullable()
            .WithColumn("text").AsString(int.MaxValue).NotNullable();
        Create.Index("ix_operation_step").OnTable("operation_step").OnColumn("operation_id");

        Create.Table("idempotency_key")
            .WithColumn("caller").AsString(64).PrimaryKey()
            .WithColumn("key").AsString(255).PrimaryKey()
            .WithColumn("request_hash").AsString(64).NotNullable()
            .WithColumn("operation_id").AsString(26).NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();
    }
}
