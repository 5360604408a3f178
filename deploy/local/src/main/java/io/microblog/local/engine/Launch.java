package io.microblog.local.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * All that it takes to start one process.
 *
 * @param command program and arguments
 * @param environment the whole environment but for the few variables that any program needs, see {@link ChildProcess}
 * @param directory where it runs
 */
public record Launch(List<String> command, Map<String, String> environment, Path directory) {}
