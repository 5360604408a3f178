package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.microblog.local.sandbox.postmark.MessageFile.Span;
import org.jspecify.annotations.Nullable;

/** The newest mails: summaries in memory, bodies on disk, so that a small heap holds many. */
final class MessageStore implements AutoCloseable {

    private record Entry(SentMessage summary, Span span) {}

    static final int CAPACITY = 20_000;
    private static final String FILE = "messages.jsonl";

    private final int capacity;
    private final Path directory;
    private final boolean temporary;
    private final MessageFile file;
    private final LinkedHashMap<String, Entry> entries = new LinkedHashMap<>();
    private int linesInFile;

    private MessageStore(Path directory, boolean temporary, int capacity) throws IOException {
        this.capacity = capacity;
        this.directory = directory;
        this.temporary = temporary;
        this.file = MessageFile.open(directory.resolve(FILE), this::index);
    }

    /**
     * Opens what the directory holds.
     *
     * @param directory made when missing; null takes a temporary one that closing removes
     */
    static MessageStore open(@Nullable Path directory, int capacity) throws IOException {
        if (directory == null) {
            return new MessageStore(Files.createTempDirectory("mail-sandbox"), true, capacity);
        }
        return new MessageStore(Files.createDirectories(directory), false, capacity);
    }

    /** Keeps all of them or, when the disk refuses, none; on return they survive the end of this process. */
    void add(List<SentMessage> messages) {
        keep(messages, MessageFile.lines(messages));
    }

    private synchronized void keep(List<SentMessage> messages, List<byte[]> lines) {
        var spans = file.append(lines);
        for (int i = 0; i < messages.size(); i++) {
            index(messages.get(i), spans.get(i));
        }
        if (linesInFile >= 2 * capacity) {
            compact();
        }
    }

    /** Those that match, newest first, without their bodies and headers. */
    synchronized List<SentMessage> summaries(Predicate<SentMessage> filter) {
        return entries.sequencedValues().reversed().stream()
                .map(Entry::summary)
                .filter(filter)
                .toList();
    }

    /** Those that match, newest first, whole. */
    synchronized List<SentMessage> messages(Predicate<SentMessage> filter) {
        return entries.sequencedValues().reversed().stream()
                .filter(entry -> filter.test(entry.summary()))
                .map(entry -> file.read(entry.span()))
                .toList();
    }

    synchronized Optional<SentMessage> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(entry -> file.read(entry.span()));
    }

    synchronized void clear() {
        file.clear();
        entries.clear();
        linesInFile = 0;
    }

    @Override
    public synchronized void close() {
        file.close();
        if (temporary) {
            try {
                Files.deleteIfExists(directory.resolve(FILE));
                Files.deleteIfExists(directory);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void index(SentMessage message, Span span) {
        entries.put(message.id(), new Entry(message.withoutBodies(), span));
        linesInFile++;
        if (entries.size() > capacity) {
            entries.pollFirstEntry();
        }
    }

    private void compact() {
        var start = entries.firstEntry().getValue().span().offset();
        file.dropBefore(start);
        entries.replaceAll((_, entry) -> new Entry(
                entry.summary(),
                new Span(entry.span().offset() - start, entry.span().length())));
        linesInFile = entries.size();
    }
}
