package io.microblog.translation.cache;

import java.time.OffsetDateTime;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Translations, and the posts that say what was translated. */
@Repository
class TranslationRepository {

    private final JdbcClient jdbc;

    TranslationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param linked whether the post is known to say this */
    record Found(Translation translation, boolean linked) {}

    Optional<Found> find(Wanted wanted) {
        return jdbc.sql("""
                        SELECT t.*, EXISTS (SELECT 1 FROM translated_post p
                                            WHERE p.post_id = :post AND p.text_hash = :hash AND p.target = :target)
                                    AS linked
                        FROM translation t WHERE t.text_hash = :hash AND t.target = :target""")
                .param("post", wanted.postId())
                .param("hash", wanted.text().bytes())
                .param("target", wanted.target())
                .query((row, number) -> new Found(
                        new Translation(
                                row.getString("content"),
                                row.getString("spoiler_text"),
                                row.getString("target"),
                                row.getString("detected_language"),
                                row.getString("provider")),
                        row.getBoolean("linked")))
                .optional();
    }

    void insert(TextKey text, Translation translation) {
        jdbc.sql("""
                        INSERT INTO translation
                            (text_hash, target, content, spoiler_text, detected_language, provider)
                        VALUES (:hash, :target, :content, :spoiler, :detected, :provider) ON CONFLICT DO NOTHING""")
                .param("hash", text.bytes())
                .param("target", translation.target())
                .param("content", translation.content())
                .param("spoiler", translation.spoilerText())
                .param("detected", translation.detectedLanguage())
                .param("provider", translation.provider())
                .update();
    }

    /** Does nothing when the translation has gone meanwhile. */
    void link(Wanted wanted) {
        jdbc.sql("""
                        INSERT INTO translated_post (post_id, text_hash, target, version)
                        SELECT :post, text_hash, target, :version FROM translation
                        WHERE text_hash = :hash AND target = :target FOR KEY SHARE
                        ON CONFLICT DO NOTHING""")
                .param("post", wanted.postId())
                .param("version", wanted.version())
                .param("hash", wanted.text().bytes())
                .param("target", wanted.target())
                .update();
    }

    /** Takes a post's texts before {@code version} away, but for {@code keep}, and the translations nobody else needs. */
    void unlink(long postId, long version, @Nullable TextKey keep) {
        jdbc.sql("""
                        WITH gone AS (
                            DELETE FROM translated_post
                            WHERE post_id = :post AND version < :version
                              AND text_hash IS DISTINCT FROM :keep::bytea
                            RETURNING text_hash, target)
                        DELETE FROM translation t USING gone g
                        WHERE t.text_hash = g.text_hash AND t.target = g.target
                          AND NOT EXISTS (SELECT 1 FROM translated_post other
                                          WHERE other.text_hash = t.text_hash AND other.target = t.target
                                            AND other.post_id <> :post)""")
                .param("post", postId)
                .param("version", version)
                .param("keep", keep == null ? null : keep.bytes())
                .update();
    }

    /** In rounds, so that no transaction is long. */
    void removeBefore(OffsetDateTime instant) {
        jdbc.sql("""
                        DELETE FROM translation WHERE (text_hash, target) IN
                            (SELECT text_hash, target FROM translation WHERE created_at < :instant
                             ORDER BY created_at LIMIT 5000)""").param("instant", instant).update();
    }
}
