using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>The SSH keys an order was sealed with; null for orders without any.</summary>
[Migration(19)]
public sealed class M0019OrderKeys : ForwardOnlyMigration
{
    public override void Up() => Alter.Table("sealed_order").AddColumn("ssh_keys").AsString(int.MaxValue).Nullable();
}
