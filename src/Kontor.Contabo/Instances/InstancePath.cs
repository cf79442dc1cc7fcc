using System.Globalization;

namespace Kontor.Contabo.Instances;

internal static class InstancePath
{
    public const string Root = "/v1/compute/instances";

    public static string Of(long instanceId) => $"{Root}/{instanceId.ToString(CultureInfo.InvariantCulture)}";
}
