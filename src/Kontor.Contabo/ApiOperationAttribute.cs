namespace Kontor.Contabo;

/// <summary>Names the operation of Contabo's API description that a method calls, so that a test can compare both lists.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiOperationAttribute(string operationId) : Attribute
{
    /// <summary>Gets the operation id, spelled as in the API description.</summary>
    public string OperationId { get; } = operationId;
}
