using Kontor.Architecture.Tests.Samples.High;

namespace Kontor.Architecture.Tests.Samples.Low;

[Upstairs]
internal static class ByAttribute;
