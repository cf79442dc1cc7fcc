using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>Plans, regions, terms, images and dated price lists: data, never compiled in.</summary>
[Migration(2)]
public sealed class M0002Catalog : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("product")
            .WithColumn("id").AsString(16).PrimaryKey()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("family").AsString(64).NotNullable()
            .WithColumn("cpu_cores").AsInt32().NotNullable()
            .WithColumn("ram_mib").AsInt64().NotNullable()
            .WithColumn("disk_mib").AsInt64().NotNullable()
            .WithColumn("snapshots").AsInt32().NotNullable()
            .WithColumn("orderable").AsString(8).NotNullable()
            .WithColumn("retired_on").AsString(10).Nullable()
            .WithColumn("source").AsString(200).NotNullable();

        Create.Table("region")
            .WithColumn("slug").AsString(32).PrimaryKey()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("retired_on").AsString(10).Nullable()
            .WithColumn("source").AsString(200).NotNullable();

        Create.Table("term")
            .WithColumn("product_id").AsString(16).PrimaryKey()
            .WithColumn("months").AsInt32().PrimaryKey()
            .WithColumn("orderable").AsString(8).NotNullable()
            .WithColumn("source").AsString(200).NotNullable();

        Create.Table("image")
            .WithColumn("id").AsString(36).PrimaryKey()
            .WithColumn("name").AsString(100).NotNullable()
            .WithColumn("os_type").AsString(16).NotNullable()
            .WithColumn("size_mib").AsInt64().Nullable()
            .WithColumn("retired_on").AsString(10).Nullable()
            .WithColumn("source").AsString(200).NotNullable();

        Create.Table("price_list")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("currency").AsString(3).NotNullable()
            .WithColumn("source").AsString(200).NotNullable()
            .WithColumn("valid_from").AsString(10).NotNullable()
            .WithColumn("imported_at").AsInt64().NotNullable()
            .WithColumn("content_hash").AsString(64).NotNullable();
        Create.Index("ix_price_list_in_force").OnTable("price_list").OnColumn("currency").Ascending().OnColumn("valid_from").Ascending();

        Create.Table("price")
            .WithColumn("price_list_id").AsString(26).PrimaryKey()
            .WithColumn("product_id").AsString(16).PrimaryKey()
            .WithColumn("region").AsString(32).PrimaryKey()
            .WithColumn("months").AsInt32().PrimaryKey()
            .WithColumn("monthly").AsInt64().NotNullable()
            .WithColumn("setup").AsInt64().NotNullable()
            .WithColumn("assumed").AsBoolean().NotNullable()
            .WithColumn("source").AsString(450).NotNullable();

        Create.Table("catalog_import")
            .WithColumn("sequence").AsInt64().PrimaryKey().Identity()
            .WithColumn("content_hash").AsString(64).NotNullable()
            .WithColumn("imported_at").AsInt64().NotNullable();
    }
}
