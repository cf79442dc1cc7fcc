using Kontor.Server.Host;

return await RootVerbs.RunAsync(args);
