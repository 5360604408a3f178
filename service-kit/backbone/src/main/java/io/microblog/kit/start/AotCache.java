package io.microblog.kit.start;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * What became of the AOT cache that the process was started with. The JVM goes on without a cache that it refuses, three
 * times as slowly, and says so nowhere else.
 */
enum AotCache {
    /** None was asked for. */
    NONE,
    USED,
    /** Missing, or made by another Java, for another collector, or for another layout of objects. */
    REFUSED;

    private static final String OPTION = "-XX:AOTCache=";

    static AotCache current() {
        return of(ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.vm.info", ""));
    }

    /**
     * @param arguments of the JVM
     * @param mode in which it runs: {@code mixed mode, sharing}, the latter with the archive that it was told to use
     */
    static AotCache of(List<String> arguments, String mode) {
        if (arguments.stream().noneMatch(argument -> argument.startsWith(OPTION))) {
            return NONE;
        }
        return mode.contains("sharing") ? USED : REFUSED;
    }
}
