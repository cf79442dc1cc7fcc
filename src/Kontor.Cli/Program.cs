return await Kontor.Cli.KontorCommand.RunAsync(args, Kontor.Cli.Common.Surroundings.OfProcess);
