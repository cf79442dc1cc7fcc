using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Kontor.Contabo.Simulator.Accounts;

namespace Kontor.Contabo.Simulator.Tests.Wire;

/// <summary>Calls the cloud over whichever door, as plainly as a client can.</summary>
internal sealed class ApiCaller(HttpMessageHandler door, Uri address, AccountSettings? account = null) : IDisposable
{
    private readonly HttpMessageInvoker _http = new(door, disposeHandler: true);
    private readonly AccountSettings _account = account ?? AccountSettings.Demo;
    private int _requests;

    public string? Token { get; set; }

    public async Task<ApiAnswer> TokenAsync(IReadOnlyDictionary<string, string> form, string? basic = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, TokenEndpoint.Path));
        request.Content = new FormUrlEncodedContent(form);
        if (basic is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(basic)));
        }

        return await ReadAsync(request, TestContext.Current.CancellationToken);
    }

    public Dictionary<string, string> PasswordForm() => new()
    {
        ["grant_type"] = "password",
        ["client_id"] = _account.ClientId,
        ["client_secret"] = _account.ClientSecret,
        ["username"] = _account.ApiUser,
        ["password"] = _account.ApiPassword,
    };

    public async Task<ApiCaller> SignInAsync()
    {
        var answer = await TokenAsync(PasswordForm());
        Token = answer.Body.GetProperty("access_token").GetString();
        return this;
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<ApiAnswer> PostAsync(string path, object? body, string? requestId = null) => SendAsync(HttpMethod.Post, path, body, requestId);

    public Task<ApiAnswer> SendAsync(HttpMethod method, string path, object? body, string? requestId = null) =>
        SendUntilAsync(method, path, body, requestId, TestContext.Current.CancellationToken);

    public async Task<ApiAnswer> SendUntilAsync(
        HttpMethod method, string path, object? body, string? requestId, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path));
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        request.Headers.Add("x-request-id", requestId ?? RequestId(++_requests));
        request.Headers.Add("x-trace-id", "test");
        request.Content = body is null ? null : JsonContent.Create(body);
        return await ReadAsync(request, cancellationToken);
    }

    public async Task<long> OrderAsync(string displayName = "web 1", string productId = "V153", int period = 1, string region = "EU", string? requestId = null)
    {
        var answer = await PostAsync("/v1/compute/instances", Order(displayName, productId, period, region), requestId);
        Assert.Equal(201, answer.Status);
        return answer.First.GetProperty("instanceId").GetInt64();
    }

    public static object Order(string displayName = "web 1", string productId = "V153", int period = 1, string region = "EU") => new
    {
        productId,
        region,
        period,
        displayName,
        imageId = "d64d5c6c-9dda-4e38-8174-0ee282474d8a",
        defaultUser = "admin",
    };

    public static string RequestId(int number) => $"00000000-0000-4000-8000-{number:x12}";

    public void Dispose() => _http.Dispose();

    private async Task<ApiAnswer> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _http.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return new ApiAnswer((int)response.StatusCode, text, response.Headers.RetryAfter?.Delta);
    }
}

internal sealed record ApiAnswer(int Status, string Text, TimeSpan? RetryAfter)
{
    public JsonElement Body => JsonElement.Parse(Text);

    public JsonElement First => Body.GetProperty("data")[0];

    public IReadOnlyList<JsonElement> Data => [.. Body.GetProperty("data").EnumerateArray()];

    public JsonElement Message => Body.GetProperty("message");
}
