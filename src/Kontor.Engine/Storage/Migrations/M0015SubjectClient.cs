using FluentMigrator;

namespace Kontor.Engine.Storage.Migrations;

/// <summary>To which client a subject was sold, as its sealed fingerprint says: a client sees its own subjects and no others.</summary>
[Migration(15)]
public sealed class M0015SubjectClient : ForwardOnlyMigration
{
    public override void Up()
    {
        Alter.Table("subject").AddColumn("client").AsString(64).NotNullable().WithDefaultValue("");
        Execute.Sql("UPDATE subject SET client = json_extract(fingerprint, '$.client')");
        Create.Index("ix_subject_client").OnTable("subject").OnColumn("source").Ascending().OnColumn("client").Ascending();
    }
}
