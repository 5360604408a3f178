package io.microblog.post.media;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.microblog.kit.media.MediaKey;
import io.microblog.post.media.Media.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of images. */
@Component
class MediaRows {

    private static final String COLUMNS =
            "id, owner_id, file, width, height, preview, preview_width, preview_height, description, focus_x, focus_y, blurhash";

    private final JdbcClient jdbc;

    MediaRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bytes of its files */
    void insert(Media media, long bytes) {
        write(
                "INSERT INTO media (" + COLUMNS + ", bytes, unused_since) VALUES ("
                        + ":id, :owner, :file, :width, :height, :preview, :previewWidth, :previewHeight, "
                        + ":description, :focusX, :focusY, :blurhash, " + bytes + ", now())",
                media);
    }

    void update(Media media) {
        write(
                "UPDATE media SET description = :description, focus_x = :focusX, focus_y = :focusY WHERE id = :id",
                media);
    }

    private void write(String sql, Media media) {
        Focus focus = media.focus();
        jdbc.sql(sql)
                .param("id", media.id())
                .param("owner", media.ownerId())
                .param("file", media.file().key().value())
                .param("width", media.file().width())
                .param("height", media.file().height())
                .param("preview", media.preview().key().value())
                .param("previewWidth", media.preview().width())
                .param("previewHeight", media.preview().height())
                .param("description", media.description())
                .param("focusX", focus == null ? null : focus.x())
                .param("focusY", focus == null ? null : focus.y())
                .param("blurhash", media.blurhash())
                .update();
    }

    List<Media> find(Collection<Long> ids) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM media WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query(MediaRows::media)
                .list();
    }

    /** The owner's own image that no post uses, locked until the transaction ends. */
    Optional<Media> findUnused(long id, long ownerId) {
        return jdbc.sql("SELECT " + COLUMNS
                        + " FROM media WHERE id = :id AND owner_id = :owner AND post_id IS NULL FOR UPDATE")
                .param("id", id)
                .param("owner", ownerId)
                .query(MediaRows::media)
                .optional();
    }

    boolean isUsed(long id, long ownerId) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM media WHERE id = :id AND owner_id = :owner AND post_id IS NOT NULL)")
                .param("id", id)
                .param("owner", ownerId)
                .query(Boolean.class)
                .single();
    }

    /** Gives the owner's images to a post; returns how many of them it has now. */
    int attach(Collection<Long> ids, long ownerId, long postId) {
        return jdbc.sql("""
                        UPDATE media SET post_id = :post, draft_id = NULL
                        WHERE id = ANY (:ids) AND owner_id = :owner AND (post_id IS NULL OR post_id = :post)
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", ownerId)
                .param("post", postId)
                .update();
    }

    /** Takes all images from a post, so that another one can use them for a while. */
    void detach(long postId) {
        jdbc.sql("UPDATE media SET post_id = NULL, unused_since = now() WHERE post_id = :post")
                .param("post", postId)
                .update();
    }

    /** Keeps the owner's images that no post uses for a draft; returns how many of them are. */
    int keepFor(long draftId, Collection<Long> ids, long ownerId) {
        return jdbc.sql("""
                        UPDATE media SET draft_id = :draft
                        WHERE id = ANY (:ids) AND owner_id = :owner AND post_id IS NULL
                            AND (draft_id IS NULL OR draft_id = :draft)
                        """)
                .param("draft", draftId)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner", ownerId)
                .update();
    }

    /** Keeps no other images for a draft than these. */
    void releaseOthers(long draftId, Collection<Long> ids) {
        jdbc.sql("""
                UPDATE media SET draft_id = NULL, unused_since = now() WHERE draft_id = :draft AND id <> ALL (:ids)
                """)
                .param("draft", draftId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Takes all images from what waited to be a post, for the draft with the same id. */
    void handBack(long id) {
        jdbc.sql("UPDATE media SET draft_id = :id, post_id = NULL, unused_since = now() WHERE post_id = :id")
                .param("id", id)
                .update();
    }

    /** An image that is kept for a draft. */
    record Kept(long draftId, Media media) {}

    List<Kept> keptFor(Collection<Long> drafts) {
        return jdbc.sql("SELECT draft_id, " + COLUMNS + " FROM media WHERE draft_id = ANY (:drafts)")
                .param("drafts", drafts.toArray(Long[]::new))
                .query((row, number) -> new Kept(row.getLong("draft_id"), media(row, number)))
                .list();
    }

    List<Media> deleteOf(long postId) {
        return jdbc.sql("DELETE FROM media WHERE post_id = :post RETURNING " + COLUMNS)
                .param("post", postId)
                .query(MediaRows::media)
                .list();
    }

    void delete(long id) {
        jdbc.sql("DELETE FROM media WHERE id = :id").param("id", id).update();
    }

    /** Deletes images that no post or draft has used for so long; those that another instance deletes are left to it. */
    List<Media> deleteUnused(long seconds, int limit) {
        return jdbc.sql("""
                        DELETE FROM media WHERE id IN (
                            SELECT id FROM media WHERE post_id IS NULL AND draft_id IS NULL
                                AND unused_since < now() - :seconds * interval '1 second'
                            ORDER BY unused_since LIMIT :limit FOR UPDATE SKIP LOCKED)
                        RETURNING\s""" + COLUMNS)
                .param("seconds", seconds)
                .param("limit", limit)
                .query(MediaRows::media)
                .list();
    }

    /** Deletes images of the owner's that no post uses, in drafts or not. */
    List<Media> deleteUnusedOf(long ownerId, int limit) {
        return jdbc.sql("DELETE FROM media WHERE id IN ("
                        + "SELECT id FROM media WHERE owner_id = :owner AND post_id IS NULL LIMIT :limit) RETURNING "
                        + COLUMNS)
                .param("owner", ownerId)
                .param("limit", limit)
                .query(MediaRows::media)
                .list();
    }

    private static Media media(ResultSet row, int number) throws SQLException {
        return new Media(
                row.getLong("id"),
                row.getLong("owner_id"),
                new Picture(new MediaKey(row.getString("file")), row.getInt("width"), row.getInt("height")),
                new Picture(
                        new MediaKey(row.getString("preview")),
                        row.getInt("preview_width"),
                        row.getInt("preview_height")),
                row.getString("description"),
                focus(row),
                row.getString("blurhash"));
    }

    private static @Nullable Focus focus(ResultSet row) throws SQLException {
        double x = row.getDouble("focus_x");
        return row.wasNull() ? null : new Focus(x, row.getDouble("focus_y"));
    }
}
