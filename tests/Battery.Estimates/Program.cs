using Battery.Estimates;

return Command.Run(args, Console.Out);
