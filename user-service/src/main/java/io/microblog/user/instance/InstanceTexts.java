package io.microblog.user.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import io.microblog.kit.text.PostText;
import io.microblog.kit.text.TextFormat;
import io.microblog.kit.web.BaseUrl;
import org.springframework.stereotype.Component;

/**
 * What the operator has to say at length: Markdown files in a folder ({@code MICROBLOG_INSTANCE_TEXTS}), read anew when
 * they change. Who writes no privacy policy has one that says what the software does.
 */
@Component
class InstanceTexts {

    private static final Instant WRITTEN = Instant.parse("2026-11-22T00:00:00Z");

    private final String folder;
    private final PostText markdown;
    private final Map<Kind, Text> own;
    private final Map<Kind, Text> read = new ConcurrentHashMap<>();

    InstanceTexts(InstanceProperties properties, BaseUrl base) {
        this.folder = properties.texts();
        this.markdown = new PostText(URI.create(base.value()));
        this.own = Map.of(
                Kind.ABOUT, new Text(render(properties.description()), WRITTEN),
                Kind.PRIVACY, new Text(render(packaged("privacy.md")), WRITTEN));
    }

    /** The texts, by the names of their files. */
    enum Kind {
        ABOUT("about.md"),
        PRIVACY("privacy.md"),
        TERMS("terms.md");

        private final String file;

        Kind(String file) {
            this.file = file;
        }
    }

    /** @param html sanitised */
    record Text(String html, Instant updatedAt) {}

    /** The operator's text, or else our own; empty when there is neither. */
    Optional<Text> find(Kind kind) {
        return folder.isBlank()
                ? Optional.ofNullable(own.get(kind))
                : read(kind, Path.of(folder, kind.file)).or(() -> Optional.ofNullable(own.get(kind)));
    }

    private Optional<Text> read(Kind kind, Path file) {
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
            Text known = read.get(kind);
            if (known == null || !known.updatedAt().equals(changed)) {
                known = new Text(render(Files.readString(file)), changed);
                read.put(kind, known);
            }
            return Optional.of(known);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private String render(String text) {
        return markdown.parse(text, TextFormat.MARKDOWN).render(name -> null).html();
    }

    private static String packaged(String name) {
        try (InputStream text = Objects.requireNonNull(InstanceTexts.class.getResourceAsStream(name))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
