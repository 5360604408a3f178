package io.microblog.local.sandbox.postmark;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import io.microblog.local.sandbox.http.Json;
import tools.jackson.core.JacksonException;

/** Mails as lines of JSON in a file that only grows at its end. Not safe for several threads. */
final class MessageFile implements AutoCloseable {

    /** Where a line lies, without its line feed, in bytes. */
    record Span(long offset, int length) {}

    private static final int CHUNK = 64 * 1024;

    private final Path path;
    private FileChannel channel;
    private long end;

    private MessageFile(Path path) throws IOException {
        this.path = path;
        this.channel = open(path);
    }

    /** Opens or creates the file and hands over what it holds, oldest first. */
    static MessageFile open(Path path, BiConsumer<SentMessage, Span> each) throws IOException {
        var file = new MessageFile(path);
        file.load(each);
        return file;
    }

    /** Mails as they are written down. */
    static List<byte[]> lines(List<SentMessage> messages) {
        return messages.stream().map(Json.PLAIN::writeValueAsBytes).toList();
    }

    /** Writes all of them or, when the disk refuses, none. */
    List<Span> append(List<byte[]> lines) {
        var spans = new ArrayList<Span>();
        var next = end;
        try {
            channel.position(end);
            var out = new BufferedOutputStream(Channels.newOutputStream(channel), CHUNK);
            for (var line : lines) {
                out.write(line);
                out.write('\n');
                spans.add(new Span(next, line.length));
                next += line.length + 1;
            }
            out.flush();
        } catch (IOException e) {
            cutOff();
            throw new UncheckedIOException(e);
        }
        end = next;
        return spans;
    }

    /** What was written in vain is not to be read at the next start. */
    private void cutOff() {
        try {
            channel.truncate(end);
        } catch (IOException e) {
            // It is written over by the next.
        }
    }

    SentMessage read(Span span) {
        try {
            var buffer = ByteBuffer.allocate(span.length());
            while (buffer.hasRemaining() && channel.read(buffer, span.offset() + buffer.position()) >= 0) {
                // a read may bring only a part
            }
            return Json.PLAIN.readValue(buffer.array(), SentMessage.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets all lines before the offset; those after it move to the front. */
    void dropBefore(long offset) {
        try {
            var fresh = path.resolveSibling(path.getFileName() + ".new");
            try (var target = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                for (var at = offset; at < end; ) {
                    at += channel.transferTo(at, end - at, target);
                }
            }
            channel.close();
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            channel = open(path);
            end -= offset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void clear() {
        try {
            channel.truncate(0);
            end = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void load(BiConsumer<SentMessage, Span> each) throws IOException {
        var line = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        try (var stream = Files.newInputStream(path)) {
            for (var length = stream.read(chunk); length >= 0; length = stream.read(chunk)) {
                var from = 0;
                for (int i = 0; i < length; i++) {
                    if (chunk[i] == '\n') {
                        line.write(chunk, from, i - from);
                        hand(line.toByteArray(), each);
                        end += line.size() + 1;
                        line.reset();
                        from = i + 1;
                    }
                }
                line.write(chunk, from, length - from);
            }
        }
        // What follows the last line feed was cut off by a crash and was never acknowledged.
        channel.truncate(end);
    }

    private void hand(byte[] line, BiConsumer<SentMessage, Span> each) {
        try {
            each.accept(Json.PLAIN.readValue(line, SentMessage.class), new Span(end, line.length));
        } catch (JacksonException e) {
            System.getLogger(MessageFile.class.getName())
                    .log(System.Logger.Level.WARNING, "Passed over an unreadable mail in " + path + " at byte " + end);
        }
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }
}
