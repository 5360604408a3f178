package io.microblog.local.launcher;

import picocli.CommandLine.Command;

@Command(
        name = "dlt",
        description = "Shows the events that consumers gave up on, and hands them back once the cause is gone.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DltListCommand.class, DltReplayCommand.class})
final class DltCommand {}
