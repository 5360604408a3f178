package io.microblog.local.engine;

import java.nio.file.Path;

/** The Java that runs this process runs the engines written in Java too. */
final class JavaProgram {

    private JavaProgram() {}

    static String path() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
