using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Whether the head of the audit trail was ever noted outside the database.</summary>
[Migration(28)]
public sealed class M0028SignedHead : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("installation").AddColumn("head_noted_at").AsInt64().Nullable();
}
