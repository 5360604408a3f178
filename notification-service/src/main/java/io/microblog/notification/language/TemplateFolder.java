package io.microblog.notification.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Files of whoever runs the server, in a folder ({@code MICROBLOG_MAIL_TEMPLATES}): each takes the place of the built-in one
 * of its name. They are read at the start.
 */
@Component
public final class TemplateFolder {

    private static final Pattern MEANT = Pattern.compile("[^.].*\\.(html|txt|properties)");
    private static final Set<String> NAMES = Stream.concat(
                    Stream.of("letter.html", "letter.txt"),
                    Languages.all().stream().map(MailTexts::file))
            .collect(Collectors.toUnmodifiableSet());

    private final String folder;

    /**
     * @param folder its path, empty for none
     * @throws IllegalStateException when it is no folder, or has a file in whose place there is nothing
     */
    public TemplateFolder(@Value("${microblog.mail.templates}") String folder) {
        this.folder = folder;
        if (!folder.isBlank()) {
            reject(strangers(Path.of(folder)));
        }
    }

    /** The file of a name, if there is one. */
    public Optional<Path> find(String name) {
        return folder.isBlank()
                ? Optional.empty()
                : Optional.of(Path.of(folder, name)).filter(Files::isRegularFile);
    }

    /** Whether there is any file in the place of another. */
    public boolean isUsed() {
        return NAMES.stream().anyMatch(name -> find(name).isPresent());
    }

    private static List<Path> strangers(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("MICROBLOG_MAIL_TEMPLATES is no folder: " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> MEANT.matcher(name(file)).matches())
                    .filter(file -> !NAMES.contains(name(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static void reject(List<Path> strangers) {
        if (!strangers.isEmpty()) {
            throw new IllegalStateException(strangers.getFirst() + " takes the place of nothing; there are " + NAMES);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
