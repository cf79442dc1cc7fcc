using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Operations are found by their machine: one at a time works on it, and what the provider says about it wakes them.</summary>
[Migration(6)]
public sealed class M0006OperationResource : ForwardOnlyMigration
{
    public override void Up() => Create.Index("ix_operation_resource").OnTable("operation").OnColumn("resource_id");
}
