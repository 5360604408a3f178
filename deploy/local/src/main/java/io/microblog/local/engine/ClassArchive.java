package io.microblog.local.engine;

import java.nio.file.Path;
import java.util.List;

/**
 * The classes that a program of Java loads, as the JVM writes them down when the program first stops in good order: that halves
 * the work of later starts. An archive of other classes or another JVM is written anew.
 */
public final class ClassArchive {

    private ClassArchive() {}

    /**
     * Flags of a program's JVM.
     *
     * @param file the archive; whoever the program runs as can write there
     */
    public static List<String> flags(Path file) {
        return List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Xlog:cds=off");
    }
}
