using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>What is sold and what was bought: subjects, sealed orders, intents, the purchase ledger, contracts.</summary>
[Migration(4)]
public sealed class M0004Purchasing : ForwardOnlyMigration
{
    public override void Up()
    {
        Create.Table("subject")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("source").AsString(64).NotNullable()
            .WithColumn("kind").AsString(16).NotNullable()
            .WithColumn("external_id").AsString(64).NotNullable()
            .WithColumn("fingerprint").AsString(int.MaxValue).NotNullable()
            .WithColumn("generation").AsInt32().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable();
        Create.Index("ux_subject").OnTable("subject")
            .OnColumn("source").Ascending().OnColumn("kind").Ascending().OnColumn("external_id").Ascending().WithOptions().Unique();

        Create.Table("sealed_order")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("operation_id").AsString(26).NotNullable().Unique()
            .WithColumn("subject_id").AsString(26).NotNullable()
            .WithColumn("generation").AsInt32().NotNullable()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("plan").AsString(16).NotNullable()
            .WithColumn("region").AsString(32).NotNullable()
            .WithColumn("image").AsString(36).NotNullable()
            .WithColumn("disk_mib").AsInt64().NotNullable()
            .WithColumn("term_months").AsInt32().NotNullable()
            .WithColumn("default_user").AsString(16).NotNullable()
            .WithColumn("label").AsString(200).NotNullable()
            .WithColumn("marker").AsString(32).NotNullable().Unique()
            .WithColumn("price_list_id").AsString(26).NotNullable()
            .WithColumn("currency").AsString(3).NotNullable()
            .WithColumn("monthly").AsInt64().NotNullable()
            .WithColumn("setup").AsInt64().NotNullable()
            .WithColumn("committed").AsInt64().NotNullable()
            .WithColumn("sealed_at").AsInt64().NotNullable();
        Create.Index("ix_sealed_order_subject").OnTable("sealed_order").OnColumn("subject_id");

        Create.Table("line_item")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("subject_id").AsString(26).NotNullable()
            .WithColumn("generation").AsInt32().NotNullable()
            .WithColumn("component").AsString(32).NotNullable()
            .WithColumn("origin").AsString(16).NotNullable()
            .WithColumn("origin_id").AsString(64).Nullable()
            .WithColumn("quantity").AsInt32().NotNullable()
            .WithColumn("sold_currency").AsString(3).Nullable()
            .WithColumn("sold_net").AsInt64().Nullable()
            .WithColumn("sold_tax").AsInt64().Nullable()
            .WithColumn("sold_gross").AsInt64().Nullable()
            .WithColumn("fx_rate").AsString(32).Nullable()
            .WithColumn("fx_on").AsString(10).Nullable()
            .WithColumn("created_at").AsInt64().NotNullable();
        Create.Index("ix_line_item_subject").OnTable("line_item").OnColumn("subject_id");

        Create.Table("allocation")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("line_item_id").AsString(26).NotNullable()
            .WithColumn("resource_id").AsString(26).NotNullable()
            .WithColumn("share_ppm").AsInt64().NotNullable()
            .WithColumn("from_at").AsInt64().NotNullable()
            .WithColumn("to_at").AsInt64().Nullable();
        Create.Index("ix_allocation_line_item").OnTable("allocation").OnColumn("line_item_id");
        Create.Index("ix_allocation_resource").OnTable("allocation").OnColumn("resource_id");

        Create.Table("intent")
            .WithColumn("operation_id").AsString(26).PrimaryKey()
            .WithColumn("attempt").AsInt32().PrimaryKey()
            .WithColumn("action").AsString(16).NotNullable()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("owner").AsString(64).NotNullable()
            .WithColumn("request_id").AsString(36).NotNullable().Unique()
            .WithColumn("marker").AsString(32).Nullable()
            .WithColumn("target").AsInt64().Nullable()
            .WithColumn("body").AsBinary().NotNullable()
            .WithColumn("created_at").AsInt64().NotNullable()
            .WithColumn("deadline_at").AsInt64().NotNullable()
            .WithColumn("outcome").AsString(24).NotNullable()
            .WithColumn("outcome_detail").AsString(int.MaxValue).Nullable()
            .WithColumn("outcome_at").AsInt64().Nullable();
        Create.Index("ix_intent_marker").OnTable("intent").OnColumn("marker");
        Create.Index("ix_intent_account").OnTable("intent").OnColumn("account").Ascending().OnColumn("outcome").Ascending();

        Create.Table("purchase")
            .WithColumn("id").AsString(26).PrimaryKey()
            .WithColumn("key").AsString(255).NotNullable().Unique()
            .WithColumn("operation_id").AsString(26).NotNullable()
            .WithColumn("attempt").AsInt32().NotNullable()
            .WithColumn("subject_id").AsString(26).NotNullable()
            .WithColumn("generation").AsInt32().NotNullable()
            .WithColumn("resource_id").AsString(26).NotNullable()
            .WithColumn("account").AsString(64).NotNullable()
            .WithColumn("provider_id").AsInt64().NotNullable()
            .WithColumn("plan").AsString(16).NotNullable()
            .WithColumn("region").AsString(32).NotNullable()
            .WithColumn("term_months").AsInt32().NotNullable()
            .WithColumn("currency").AsString(3).NotNullable()
            .WithColumn("monthly").AsInt64().NotNullable()
            .WithColumn("setup").AsInt64().NotNullable()
            .WithColumn("committed").AsInt64().NotNullable()
            .WithColumn("proof").AsString(24).NotNullable()
            .WithColumn("bought_at").AsInt64().NotNullable();
        Create.Index("ux_purchase_provider").OnTable("purchase")
            .OnColumn("account").Ascending().OnColumn("provider_id").Ascending().WithOptions().Unique();

        Create.Table("contract")
            .WithColumn("resource_id").AsString(26).PrimaryKey()
            .WithColumn("source").AsString(16).NotNullable()
            .WithColumn("starts_on").AsString(10).Nullable()
            .WithColumn("term_months").AsInt32().Nullable()
            .WithColumn("anchor_day").AsInt32().Nullable()
            .WithColumn("renews").AsBoolean().NotNullable()
            .WithColumn("cancel_date").AsString(10).Nullable()
            .WithColumn("cancel_operation_id").AsString(26).Nullable()
            .WithColumn("updated_at").AsInt64().NotNullable();
    }
}
