using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>The same wish for many machines, each with what came of it.</summary>
[Migration(17)]
public sealed class M0017Bulk : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("bulk")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("source").AsString(64).Nullable()
            .WithColumn("caller").AsString(64).NotNullable()
            .WithColumn("key").AsString(255).NotNullable()
            .WithColumn("request_hash").AsString(64).NotNullable()
            .WithColumn("actor").AsString(int.MaxValue).NotNullable()
            .WithColumn("action").AsString(32).NotNullable()
            .WithColumn("at_once").AsInt32().NotNullable()
            .WithColumn("stop_requested_at").AsInt64().Nullable()
            .WithColumn("finished_at").AsInt64().Nullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("updated_at").AsInt64().NotNullable();
        Create.Index("ux_bulk_key").OnTable("bulk").OnColumn("caller").Ascending().OnColumn("key").Ascending().WithOptions().Unique();
        Create.Index("ix_bulk_finished").OnTable("bulk").OnColumn("finished_at");

        Create.Table("bulk_item")
            .WithColumn("bulk_id").AsString(26).PrimaryKey()
            .WithColumn("number").AsInt32().PrimaryKey()
            .WithColumn("instance").AsString(64).NotNullable()
            .WithColumn("round").AsInt32().NotNullable()
            .WithColumn("state").AsString(16).NotNullable()
            .WithColumn("operation_id").AsString(26).Nullable()
            .WithColumn("problem_code").AsString(64).Nullable()
            .WithColumn("problem_detail").AsString(int.MaxValue).Nullable();
        Create.Index("ix_bulk_item_state").OnTable("bulk_item").OnColumn("bulk_id").Ascending().OnColumn("state").Ascending();
        Create.Index("ix_bulk_item_operation").OnTable("bulk_item").OnColumn("operation_id");
    }
}
