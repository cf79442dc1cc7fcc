namespace Kontor.Contabo.Tests.Support;

internal static class Answers
{
    public const string Instance = """
        {"data":[{"tenantId":"DE","customerId":"54321","instanceId":100,"name":"vmd100","displayName":"shop k-abc","status":"running",
        "ipConfig":{"v4":{"ip":"1.2.3.4","gateway":"1.2.3.1","netmaskCidr":24},"v6":{"ip":"2001:db8::1","gateway":"fe80::1","netmaskCidr":64}},
        "additionalIps":[{"v4":{"ip":"5.6.7.8","gateway":"5.6.7.1","netmaskCidr":24}}],"ramMb":8192,"cpuCores":4,"diskMb":76800,"sshKeys":[123,125],
        "createdDate":"2026-11-23T08:00:00.000Z","cancelDate":"2026-12-31","vHostId":7,"vHostNumber":8,"vHostName":"host","addOns":[{"id":1477,"quantity":1}],
        "productType":"nvme","productId":"V153","defaultUser":"root","region":"EU"}],"_links":{"self":"/v1/compute/instances/100"}}
        """;

    public const string Created = """{"data":[{"tenantId":"DE","customerId":"54321","instanceId":100,"status":"provisioning"}]}""";

    public static string Error(int status, string message) => $$"""{"statusCode":{{status}},"message":"{{message}}"}""";

    public static string InstancePage(int page, int totalPages, int size, params int[] ids) =>
        $$"""
        {"_pagination":{"size":{{size}},"totalElements":{{totalPages * size}},"totalPages":{{totalPages}},"page":{{page}}},
        "data":[{{string.Join(',', ids.Select(id => $$"""{"instanceId":{{id}}}"""))}}]}
        """;
}
