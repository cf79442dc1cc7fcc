using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What a machine is protected from.</summary>
[Migration(14)]
public sealed class M0014Ends : ForwardOnlyMigration
{
    public override void Up() => Create.Table("protection")
        .WithColumn("resource_id").AsString(26).PrimaryKey()
        .WithColumn("delete_protected").AsBoolean().NotNullable()
        .WithColumn("rebuild_protected").AsBoolean().NotNullable()
        .WithColumn("changed_at").AsInt64().NotNullable();
}
