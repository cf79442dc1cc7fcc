using Kontor.ContractTable;

if (args.Length != 2)
{
    await Console.Error.WriteLineAsync("usage: Kontor.ContractTable <openapi.yaml> <operations.json>");
    return 2;
}

if (!File.Exists(args[0]))
{
    await Console.Error.WriteLineAsync($"There is no API description at {args[0]}.");
    return 2;
}

var table = ContractTableWriter.Write(await File.ReadAllTextAsync(args[0]));
await File.WriteAllTextAsync(args[1], table);
return 0;
