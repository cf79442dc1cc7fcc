using System.CommandLine;
using Kontor.Api.Images;
using Kontor.Api.Operations;
using Kontor.Cli.Common;
using Kontor.Cli.Common.Verbs;

namespace Kontor.Cli.Images;

internal sealed class CreateImage : OperationVerb
{
    private readonly Option<string?> _subject = Given.Text("--subject", "A subject of the client whose image it is; a machine serves it.", "ID").Needed();
    private readonly Option<string?> _name = Given.Text("--name", "What it is called: up to 100 letters, digits, blanks, '-', '_' and '.'.").Needed();
    private readonly Option<string?> _link = Given.Text("--link", "The direct link to an .iso or .qcow2 file; a signed one is fine.", "URL").Needed();
    private readonly Option<string?> _version = Given.Text("--version-of-system", "The version of its system, such as 12.5.", "TEXT").Needed();
    private readonly Option<string?> _system = Given.Choice("--os", "The family of its system. Default: linux.", "linux", "windows");
    private readonly Option<string?> _description = Given.Text("--description", "What else is to be said of it. Default: nothing.");
    private readonly Option<int?> _size = Given.Number("--size-mib", "How large the file is, in MiB, to be judged before anything is sent. Default: not known.", 1);

    public CreateImage()
        : base("create", "Has Contabo fetch an image from a link, and waits until it can be installed.")
    {
        foreach (var option in new Option[] { _subject, _name, _link, _version, _system, _description, _size })
        {
            Add(option);
        }

        Examples =
        [
            "kontor images create --subject 01K9ZC3T0000000000000000AB --name \"debian 12\" --version-of-system 12.5 \\\n"
                + "    --link https://files.example.com/debian.qcow2 --size-mib 2100",
        ];
    }

    protected override async Task<OperationResponse> SendAsync(Invocation call, string idempotencyKey)
    {
        var image = await call.Client.Images.UploadAsync(RequestIn(call), idempotencyKey, call.Cancel);
        call.Say($"Image {image.Id}; operation {image.OperationId} carries it out.");
        return await call.Client.Operations.GetAsync(image.OperationId!, call.Cancel);
    }

    private UploadImageRequest RequestIn(Invocation call) => new()
    {
        SubjectId = call.Given(_subject),
        Name = call.Given(_name),
        Url = call.Given(_link),
        OsType = call.Get(_system) == "windows" ? ImageOsType.Windows : ImageOsType.Linux,
        Version = call.Given(_version),
        Description = call.Get(_description),
        SizeMib = call.Get(_size),
    };
}
