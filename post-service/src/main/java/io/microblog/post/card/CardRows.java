package io.microblog.post.card;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.kit.media.MediaFiles;
import io.microblog.kit.media.MediaKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of cards, as those see it who fill it. */
@Component
class CardRows {

    private static final int MAX_ATTEMPTS = 3;
    private static final int BATCH = 100;

    /** An attempt takes the next one with it, so that a card whose instance dies is fetched again. */
    private static final String CLAIM_NEXT = """
            UPDATE preview_card SET attempts = attempts + 1, due_at = now() + interval '5 minutes' * (attempts + 1)
            WHERE link = (
                SELECT link FROM preview_card WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING url, attempts
            """;

    private static final String KEEP = """
            WITH before AS (SELECT link, image FROM preview_card WHERE link = :link FOR UPDATE)
            UPDATE preview_card c SET due_at = NULL, fresh_until = now() + :fresh * interval '1 second', page = :page,
                type = :type, title = :title, description = :description, language = :language,
                author_name = :authorName, author_url = :authorUrl, provider_name = :providerName,
                provider_url = :providerUrl, published_at = CAST(:publishedAt AS timestamptz), creator = :creator,
                domains = :domains, image = :image, image_width = :width, image_height = :height,
                image_description = :imageDescription, blurhash = :blurhash
            FROM before b WHERE c.link = b.link RETURNING coalesce(b.image, '')
            """;

    /** What was found before stays. */
    private static final String FAIL = """
            UPDATE preview_card SET due_at = NULL, fresh_until = now() + :failed * interval '1 second'
            WHERE link = :link AND attempts >= :most
            """;

    private static final String FORGET = """
            DELETE FROM preview_card WHERE link IN (
                SELECT c.link FROM preview_card c
                WHERE c.due_at IS NULL AND c.fresh_until < now() - :unused * interval '1 second'
                    AND NOT EXISTS (SELECT FROM post_link l WHERE l.link = c.link)
                ORDER BY c.fresh_until LIMIT :batch FOR UPDATE SKIP LOCKED)
            RETURNING coalesce(image, '')
            """;

    private final JdbcClient jdbc;
    private final MediaFiles files;
    private final CardProperties properties;

    CardRows(JdbcClient jdbc, MediaFiles files, CardProperties properties) {
        this.jdbc = jdbc;
        this.files = files;
        this.properties = properties;
    }

    /** A page that this instance fetches now. */
    record Claim(String url, int attempts) {

        byte[] key() {
            return new CardLink(url).key();
        }
    }

    /** The next one that is due and that nobody else is at; none while nothing is to be fetched. */
    Optional<Claim> claimNext() {
        return properties.enabled() ? jdbc.sql(CLAIM_NEXT).query(Claim.class).optional() : Optional.empty();
    }

    /** Writes down what was found, for all posts that link to it; its image replaces the one before. */
    @Transactional
    public void keep(Claim claim, FoundCard card) {
        FoundCard.Image image = card.image();
        Optional<String> before = jdbc.sql(KEEP)
                .param("link", claim.key())
                .param("fresh", properties.freshFor().toSeconds())
                .param("page", card.page().toString())
                .param("type", card.isPhoto() ? "photo" : "link")
                .param("title", card.title())
                .param("description", card.description())
                .param("language", card.language())
                .param("authorName", card.author().name())
                .param("authorUrl", card.author().url())
                .param("providerName", card.providerName())
                .param("providerUrl", card.providerUrl())
                .param("publishedAt", utc(card.publishedAt()))
                .param("creator", card.creator())
                .param("domains", card.domains().toArray(String[]::new))
                .param("image", image == null ? null : image.key().value())
                .param("width", image == null ? null : image.width())
                .param("height", image == null ? null : image.height())
                .param("imageDescription", image == null ? null : image.description())
                .param("blurhash", image == null ? null : image.blurhash())
                .query(String.class)
                .optional();
        if (before.isPresent() && image != null) {
            files.keep(List.of(image.key()));
        }
        before.ifPresent(key -> discard(List.of(key)));
    }

    /** Remembers for a while that nothing is found, once it was tried often enough. */
    void fail(Claim claim) {
        jdbc.sql(FAIL)
                .param("link", claim.key())
                .param("failed", properties.failedFor().toSeconds())
                .param("most", MAX_ATTEMPTS)
                .update();
    }

    /** Deletes a batch of cards that are old and that no post shows. */
    @Transactional
    public void forgetUnused() {
        discard(jdbc.sql(FORGET)
                .param("unused", properties.unusedFor().toSeconds())
                .param("batch", BATCH)
                .query((row, number) -> Objects.requireNonNullElse(row.getString(1), ""))
                .list());
    }

    private void discard(List<String> images) {
        files.discard(
                images.stream().filter(key -> !key.isEmpty()).map(MediaKey::new).toList());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
