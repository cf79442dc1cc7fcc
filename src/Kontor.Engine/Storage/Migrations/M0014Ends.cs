using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What a machine is protected from, and for what it is suspended: several reasons may stand at once.</summary>
[Migration(14)]
public sealed class M0014Ends : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("protection")
            .WithColumn("resource_id").AsString(26).PrimaryKey()
            .WithColumn("delete_protected").AsBoolean().NotNullable()
            .WithColumn("rebuild_protected").AsBoolean().NotNullable()
            .WithColumn("changed_at").AsInt64().NotNullable();

        Create.Table("suspension_reason")
            .WithColumn("subject_id").AsString(26).PrimaryKey()
            .WithColumn("generation").AsInt32().PrimaryKey()
            .WithColumn("kind").AsString(16).PrimaryKey()
            .WithColumn("stands").AsBoolean().NotNullable()
            .WithColumn("reason").AsString(200).Nullable()
            .WithColumn("operation_id").AsString(26).NotNullable()
            .WithColumn("changed_at").AsInt64().NotNullable();
        Execute.Sql(
            "INSERT INTO suspension_reason (subject_id, generation, kind, stands, reason, operation_id, changed_at) "
            + "SELECT subject_id, generation, 'unpaid', suspended, reason, operation_id, changed_at FROM suspension");
        Execute.Sql("ALTER TABLE suspension DROP COLUMN reason");
    }
}
