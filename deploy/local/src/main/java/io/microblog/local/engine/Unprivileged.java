package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** PostgreSQL and Elasticsearch refuse to run as root: as root they run as nobody, as anybody else they run as that user. */
final class Unprivileged {

    private static final String NOBODY = "nobody";

    private Unprivileged() {}

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** The command, made to give up root's rights first where it would have them. */
    static List<String> command(List<String> command) {
        if (!isRoot()) {
            return command;
        }
        String group = Files.exists(Path.of("/etc/debian_version")) ? "nogroup" : NOBODY;
        List<String> prefixed = new ArrayList<>(List.of(
                "setpriv",
                "--reuid=" + NOBODY,
                "--regid=" + group,
                "--clear-groups",
                "--inh-caps=-all",
                "--no-new-privs"));
        prefixed.addAll(command);
        return prefixed;
    }

    /** Creates the folder and gives it, with all that is in it, to the user that the engine will run as. */
    static Path ownFolder(Path folder) {
        try {
            Files.createDirectories(folder);
            if (isRoot()) {
                requireReachable(folder.getParent());
                giveToNobody(folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + folder, e);
        }
    }

    /** Writes a file that only the user may read whom the engine will run as. */
    static Path secretFile(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
        if (isRoot()) {
            Files.setOwner(file, nobody(file));
        }
        return file;
    }

    /** Fails with a clear line when nobody could not enter the folder. */
    static void requireReachable(@Nullable Path folder) throws IOException {
        for (Path part = folder; part != null; part = part.getParent()) {
            if (!Files.getPosixFilePermissions(part).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                throw new EngineException("As root the engines run as the user nobody, who cannot enter " + part
                        + ". Set MICROBLOG_HOME to a folder that everybody may enter.");
            }
        }
    }

    private static void giveToNobody(Path folder) throws IOException {
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
        if (Files.getOwner(folder).equals(nobody)) {
            return;
        }
        try (Stream<Path> content = Files.walk(folder)) {
            for (Path path : content.toList().reversed()) {
                Files.setOwner(path, nobody);
            }
        }
    }

    private static UserPrincipal nobody(Path path) throws IOException {
        return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
    }
}
