return Kontor.Cli.KontorCommand.Run(args);
