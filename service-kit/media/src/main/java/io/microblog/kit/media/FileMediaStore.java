package io.microblog.kit.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** A folder, which all instances of a service share. Files are spread over 256 folders in it. */
final class FileMediaStore implements MediaStore {

    private final Path root;

    FileMediaStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(MediaKey key, byte[] bytes) throws IOException {
        Path file = path(key);
        Files.createDirectories(file.getParent());
        Path part = part(file);
        try (FileChannel channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Optional<Resource> find(MediaKey key) {
        Path file = path(key);
        return Files.isRegularFile(file) ? Optional.of(new FileSystemResource(file)) : Optional.empty();
    }

    @Override
    public void delete(MediaKey key) throws IOException {
        Files.deleteIfExists(path(key));
        Files.deleteIfExists(part(path(key)));
    }

    private Path path(MediaKey key) {
        return root.resolve(key.value().substring(0, 2)).resolve(key.value());
    }

    /** A file that is being written. */
    private static Path part(Path file) {
        return file.resolveSibling(file.getFileName() + ".part");
    }
}
