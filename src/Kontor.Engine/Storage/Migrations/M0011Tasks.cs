using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>The inbox: what a person must do. While a task is open its key is taken, so that there is one for each cause.</summary>
[Migration(11)]
public sealed class M0011Tasks : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("task")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("kind").AsString(64).NotNullable()
            .WithColumn("about").AsString(200).NotNullable()
            .WithColumn("open_key").AsString(265).Nullable().Unique()
            .WithColumn("title").AsString(200).NotNullable()
            .WithColumn("detail").AsString(int.MaxValue).NotNullable()
            .WithColumn("consequence").AsString(int.MaxValue).NotNullable()
            .WithColumn("deadline_at").AsInt64().NotNullable()
            .WithColumn("announce_at").AsInt64().NotNullable()
            .WithColumn("assignee").AsString(100).Nullable()
            .WithColumn("status").AsString(16).NotNullable()
            .WithColumn("source").AsString(64).Nullable()
            .WithColumn("subject_id").AsString(26).Nullable()
            .WithColumn("resource_id").AsString(26).Nullable()
            .WithColumn("operation_id").AsString(26).Nullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("updated_at").AsInt64().NotNullable()
            .WithColumn("done_at").AsInt64().Nullable()
            .WithColumn("done_by").AsString(64).Nullable()
            .WithColumn("outcome").AsString(int.MaxValue).Nullable();
        Create.Index("ix_task_deadline").OnTable("task")
            .OnColumn("status").Ascending().OnColumn("deadline_at").Ascending().OnColumn("id").Ascending();
        Create.Index("ix_task_announce").OnTable("task").OnColumn("status").Ascending().OnColumn("announce_at").Ascending();
    }
}
