package io.microblog.search.document;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.Stream;

import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostState;
import io.microblog.event.PostState.Mention;
import io.microblog.event.Visibility;
import io.microblog.search.document.AccountDocuments.Reachability;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The posts' rows. Of a deleted post only ids and versions are kept. */
@Repository
class PostDocuments {

    /** A row that begins empty has nothing in the index, so it begins clean. */
    private static final String UPSERT = """
            INSERT INTO post_document AS t
                   (id, version, author_id, author_findable, author_limited, open, readers, text, around, traits, language,
                    hashtags, created_at, emptied_at, doc_version, indexed_version)
            VALUES (:id, :version, :author, :authorFindable, :authorLimited, :open, :readers, :text, :around, :traits,
                    :language, :hashtags, :createdAt, CASE WHEN :empty THEN now() END, 1, CASE WHEN :empty THEN 1 ELSE 0 END)
            ON CONFLICT (id) DO UPDATE
            SET version = excluded.version,
                author_findable = excluded.author_findable,
                author_limited = excluded.author_limited,
                open = excluded.open,
                readers = excluded.readers,
                text = excluded.text,
                around = excluded.around,
                traits = excluded.traits,
                language = excluded.language,
                hashtags = excluded.hashtags,
                created_at = excluded.created_at,
                emptied_at = excluded.emptied_at,
                doc_version = t.doc_version + 1
            WHERE excluded.version > t.version""";

    private final JdbcClient jdbc;
    private final AccountDocuments authors;
    private final ApplicationEventPublisher changes;

    PostDocuments(JdbcClient jdbc, AccountDocuments authors, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.authors = authors;
        this.changes = changes;
    }

    /** Takes the state over unless the row has it already or a newer one. */
    @Transactional
    public void save(PostState post) {
        upsert(post.id(), post.version(), post.authorId(), post);
    }

    /** Empties the row, or makes an empty one when the deletion arrives first. */
    @Transactional
    public void delete(PostDeleted deleted) {
        upsert(deleted.postId(), deleted.version(), deleted.authorId(), null);
    }

    private void upsert(long id, long version, long authorId, @Nullable PostState content) {
        Reachability author = authors.holdReachability(authorId);
        int written = jdbc.sql(UPSERT)
                .param("id", id)
                .param("version", version)
                .param("author", authorId)
                .param("authorFindable", author.findable())
                .param("authorLimited", author.limited())
                .param("empty", content == null)
                .param("open", content != null && content.visibility() == Visibility.PUBLIC)
                .param("readers", content == null ? new Long[0] : readers(content), Types.ARRAY)
                .param("text", content == null ? null : searchedText(content), Types.VARCHAR)
                .param("around", content == null ? "" : Attached.words(content))
                .param("traits", content == null ? new String[0] : Attached.traits(content), Types.ARRAY)
                .param("language", content == null ? null : content.language(), Types.VARCHAR)
                .param("hashtags", content == null ? null : content.hashtags().toArray(String[]::new), Types.ARRAY)
                .param("createdAt", createdAt(content), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (written == 1) {
            changes.publishEvent(new DocumentsChanged(DocumentKind.POSTS));
        }
    }

    private static Long[] readers(PostState post) {
        return Stream.concat(
                        Stream.of(post.authorId()), post.mentions().stream().map(Mention::accountId))
                .distinct()
                .toArray(Long[]::new);
    }

    private static String searchedText(PostState post) {
        return post.spoilerText().isEmpty() ? post.text() : post.spoilerText() + "\n" + post.text();
    }

    private static @Nullable OffsetDateTime createdAt(@Nullable PostState post) {
        return post == null ? null : post.createdAt().atOffset(ZoneOffset.UTC);
    }
}
