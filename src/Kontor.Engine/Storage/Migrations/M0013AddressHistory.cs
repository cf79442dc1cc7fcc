using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Who had which address when, how customers are reached, and what a search looks things up by.</summary>
[Migration(13)]
public sealed class M0013AddressHistory : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("instance")
            .AddColumn("addresses_v4").AsString(int.MaxValue).Nullable()
            .AddColumn("addresses_v6").AsString(int.MaxValue).Nullable();
        Create.Table("ip_assignment")
            .WithColumn("resource_id").AsString(26).PrimaryKey()
            .WithColumn("ip").AsString(45).PrimaryKey()
            .WithColumn("from_at").AsInt64().PrimaryKey()
            .WithColumn("to_at").AsInt64().Nullable()
            .WithColumn("family").AsInt32().NotNullable();
        // What the mirror had is kept as seen when it was last looked at: when it began, nobody wrote down.
        Execute.Sql("UPDATE instance SET addresses_v4 = ip_v4, addresses_v6 = ip_v6");
        foreach (var (column, family) in new[] { ("ip_v4", 4), ("ip_v6", 6) })
        {
            Execute.Sql(
                "INSERT INTO ip_assignment (resource_id, ip, from_at, to_at, family) "
                + $"SELECT i.resource_id, i.{column}, i.seen_at, r.gone_at, {family} FROM instance i JOIN resource r ON r.id = i.resource_id WHERE i.{column} IS NOT NULL");
        }

        Create.Index("ix_ip_assignment_ip").OnTable("ip_assignment").OnColumn("ip").Ascending().OnColumn("from_at").Ascending();

        Create.Table("data_subject")
            .WithColumn("source").AsString(64).PrimaryKey()
            .WithColumn("client").AsString(64).PrimaryKey()
            .WithColumn("email").AsString(254).Nullable()
            .WithColumn("email_key").AsString(254).Nullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("erased_at").AsInt64().Nullable();
        Create.Index("ix_data_subject_email").OnTable("data_subject").OnColumn("email_key");

        Create.Index("ix_subject_external").OnTable("subject").OnColumn("external_id");
        Create.Index("ix_resource_provider").OnTable("resource").OnColumn("provider_id");
    }
}
