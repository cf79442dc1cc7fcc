using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What was asked of a machine beyond a word, and what was learned while it was carried out.</summary>
[Migration(8)]
public sealed class M0008InstanceChange : ForwardOnlyMigration
{
    public override void Up() => Create.Table("instance_change")
        .WithColumn("operation_id").AsString(26).PrimaryKey()
        .WithColumn("input").AsString(int.MaxValue).NotNullable()
        .WithColumn("facts").AsString(int.MaxValue).Nullable();
}
