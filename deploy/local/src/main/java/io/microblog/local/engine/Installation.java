package io.microblog.local.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes folders that are made once and then only read. */
public final class Installation {

    private Installation() {}

    /** Fills a new folder. */
    public interface Filling {
        void fill(Path folder) throws IOException;
    }

    /**
     * The folder, made now if it does not exist. Whoever comes first makes it, in this process or another; half a folder is never seen, for
     * it is filled beside and renamed.
     */
    public static synchronized Path once(MicroblogHome home, Path folder, Filling filling) {
        if (Files.exists(folder)) {
            return folder;
        }
        Path lock = home.dist().resolve(".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            if (!Files.exists(folder)) {
                Path unfinished = folder.resolveSibling("." + folder.getFileName());
                Archives.delete(unfinished);
                Files.createDirectories(unfinished);
                filling.fill(unfinished);
                Archives.makeReadable(unfinished);
                Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
