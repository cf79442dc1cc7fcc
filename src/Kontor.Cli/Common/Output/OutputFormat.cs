namespace Kontor.Cli.Common.Output;

/// <summary>How data is written.</summary>
internal enum OutputFormat
{
    /// <summary>Columns for people; without colours and borders when it does not go to a terminal.</summary>
    Table,

    /// <summary>The records of REST; a list is an array.</summary>
    Json,

    /// <summary>One record a line, written as it is read.</summary>
    Jsonl,

    /// <summary>The records of REST as YAML.</summary>
    Yaml,
}
