package io.microblog.translation;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.microblog.event.PostEvent;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/** A post in tests, as of one version. */
public record APost(
        long id,
        long version,
        Visibility visibility,
        @Nullable String language,
        String content,
        String spoilerText) {

    private static final AtomicLong IDS = new AtomicLong(System.currentTimeMillis() << 16);

    /** A public post in English. */
    public static APost saying(String html) {
        return new APost(IDS.incrementAndGet(), 1, Visibility.PUBLIC, "en", html, "");
    }

    public APost in(@Nullable String tag) {
        return new APost(id, version, visibility, tag, content, spoilerText);
    }

    public APost seenBy(Visibility whom) {
        return new APost(id, version, whom, language, content, spoilerText);
    }

    public APost warning(String words) {
        return new APost(id, version, visibility, language, content, words);
    }

    /** The next version. */
    public APost edited(String html) {
        return new APost(id, version + 1, visibility, language, html, spoilerText);
    }

    public PostEvent creation() {
        return new PostCreated(state());
    }

    public PostEvent edit() {
        return new PostEdited(state());
    }

    public PostEvent deletion() {
        return new PostDeleted(id, version + 1, 1, Instant.now());
    }

    private PostState state() {
        return new PostState(
                id,
                version,
                1,
                null,
                null,
                visibility,
                content,
                content,
                spoilerText,
                false,
                language,
                List.of(),
                List.of(),
                Instant.now(),
                version > 1 ? Instant.now() : null,
                List.of(),
                List.of(),
                null);
    }
}
