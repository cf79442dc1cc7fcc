namespace Kontor.Architecture.Tests.Samples.High;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class UpstairsAttribute : Attribute;
