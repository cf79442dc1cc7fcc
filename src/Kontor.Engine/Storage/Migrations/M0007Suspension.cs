using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Whether a sold machine is to be suspended: a wish that lasts, with the number of its last change.</summary>
[Migration(7)]
public sealed class M0007Suspension : ForwardOnlyMigration
{
    public override void Up() => Create.Table("suspension")
        .WithColumn("subject_id").AsString(26).PrimaryKey()
        .WithColumn("generation").AsInt32().PrimaryKey()
        .WithColumn("transition").AsInt32().NotNullable()
        .WithColumn("suspended").AsBoolean().NotNullable()
        .WithColumn("reason").AsString(200).Nullable()
        .WithColumn("was_running").AsBoolean().NotNullable()
        .WithColumn("operation_id").AsString(26).NotNullable()
        .WithColumn("changed_at").AsInt64().NotNullable();
}
