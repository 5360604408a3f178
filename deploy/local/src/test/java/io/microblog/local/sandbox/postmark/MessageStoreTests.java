package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MessageStoreTests {

    @TempDir
    private Path directory;

    @Test
    void keepsMailOverARestart() throws IOException {
        var message = message("first");
        try (var store = MessageStore.open(directory, 10)) {
            store.add(List.of(message));
        }

        try (var store = MessageStore.open(directory, 10)) {
            assertThat(store.find(message.id())).contains(message);
        }
    }

    @Test
    void keepsTheNewestWhenFull() throws IOException {
        try (var store = MessageStore.open(directory, 3)) {
            for (int i = 0; i < 11; i++) {
                store.add(List.of(message("mail " + i)));
            }

            assertThat(subjects(store)).containsExactly("mail 10", "mail 9", "mail 8");
            assertThat(store.messages(_ -> true))
                    .extracting(SentMessage::textBody)
                    .containsExactly("Text of mail 10", "Text of mail 9", "Text of mail 8");
        }
        assertThat(Files.readAllLines(file())).hasSizeLessThan(6);
        try (var store = MessageStore.open(directory, 3)) {
            assertThat(subjects(store)).containsExactly("mail 10", "mail 9", "mail 8");
        }
    }

    @Test
    void dropsALineCutOffByACrashAndGoesOn() throws IOException {
        try (var store = MessageStore.open(directory, 10)) {
            store.add(List.of(message("whole")));
        }
        Files.writeString(file(), "{\"id\":\"cut o", StandardOpenOption.APPEND);

        try (var store = MessageStore.open(directory, 10)) {
            store.add(List.of(message("after")));
        }
        try (var store = MessageStore.open(directory, 10)) {
            assertThat(subjects(store)).containsExactly("after", "whole");
        }
    }

    @Test
    void passesOverAnUnreadableLine() throws IOException {
        Files.writeString(file(), "not a mail\n");

        try (var store = MessageStore.open(directory, 10)) {
            store.add(List.of(message("after")));

            assertThat(store.messages(_ -> true))
                    .extracting(SentMessage::subject)
                    .containsExactly("after");
        }
    }

    @Test
    void staysEmptyAfterClearing() throws IOException {
        try (var store = MessageStore.open(directory, 10)) {
            store.add(IntStream.range(0, 5).mapToObj(i -> message("mail " + i)).toList());
            store.clear();
            store.add(List.of(message("new")));

            assertThat(store.messages(_ -> true))
                    .extracting(SentMessage::subject)
                    .containsExactly("new");
        }
        try (var store = MessageStore.open(directory, 10)) {
            assertThat(subjects(store)).containsExactly("new");
        }
    }

    private static List<String> subjects(MessageStore store) {
        return store.summaries(_ -> true).stream().map(SentMessage::subject).toList();
    }

    private static SentMessage message(String subject) {
        var request = new EmailRequest(
                "Microblog <post@microblog.example>",
                "\"Lee, Ann\" <ann@example.org>",
                null,
                null,
                null,
                subject,
                null,
                "Text of " + subject,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return EmailRules.check(request);
    }

    private Path file() {
        return directory.resolve("messages.jsonl");
    }
}
