package io.microblog.local.engine;

import java.nio.file.Path;

/** The Java that runs this process runs the engines written in Java too. */
public final class JavaProgram {

    private JavaProgram() {}

    public static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
