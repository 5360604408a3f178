package io.microblog.post.filter;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

import io.microblog.event.FilterEvent.FilterChanged;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.erasure.ErasedContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the filters that people keep. To everybody but its owner a filter does not exist. */
@Component
class Filters implements ErasedContent {

    static final int MAX_FILTERS = 100;

    /** Of all filters of a person together: each is looked for in each post that they read. */
    static final int MAX_KEYWORDS = 500;

    /** The same for single posts. */
    static final int MAX_STATUSES = 500;

    private static final String SAVE = """
            INSERT INTO filter (id, owner_id, title, contexts, action, expires_at)
            VALUES (:id, :owner, :title, :contexts, :action, :expires)
            ON CONFLICT (id) DO UPDATE
            SET title = excluded.title, contexts = excluded.contexts, action = excluded.action,
                expires_at = excluded.expires_at
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final FilterRows rows;
    private final VisiblePosts posts;
    private final Outbox outbox;

    Filters(JdbcClient jdbc, IdGenerator ids, FilterRows rows, VisiblePosts posts, Outbox outbox) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.rows = rows;
        this.posts = posts;
        this.outbox = outbox;
    }

    @Transactional
    Filter create(long ownerId, FilterRequest request) {
        lock(ownerId);
        if (count("filter f WHERE f.owner_id = :owner", ownerId) >= MAX_FILTERS) {
            throw new Invalid("You cannot have more than %d filters".formatted(MAX_FILTERS));
        }
        long id = ids.next();
        save(
                ownerId,
                request.over(
                        new Filter(Long.toString(id), "", List.of(), null, FilterAction.WARN, List.of(), List.of())));
        change(ownerId, id, request.keywords());
        return told(ownerId, id);
    }

    @Transactional
    Filter change(long ownerId, long id, FilterRequest request) {
        lock(ownerId);
        save(ownerId, request.over(rows.require(ownerId, id)));
        change(ownerId, id, request.keywords());
        return told(ownerId, id);
    }

    @Transactional
    void delete(long ownerId, long id) {
        int deleted = jdbc.sql("DELETE FROM filter WHERE id = :id AND owner_id = :owner")
                .param("id", id)
                .param("owner", ownerId)
                .update();
        if (deleted == 0) {
            throw new NotFound();
        }
        outbox.append(new FilterChanged(ownerId));
    }

    @Override
    @Transactional
    public boolean erase(long accountId, int most) {
        int erased = jdbc.sql("DELETE FROM filter WHERE owner_id = :owner")
                .param("owner", accountId)
                .update();
        if (erased > 0) {
            outbox.append(new FilterChanged(accountId));
        }
        return false;
    }

    /** Adds a keyword or changes it; the filter as it is then. */
    @Transactional
    Filter put(long ownerId, long id, FilterRequest.Keyword keyword) {
        lock(ownerId);
        rows.require(ownerId, id);
        change(ownerId, id, List.of(keyword));
        return told(ownerId, id);
    }

    @Transactional
    void removeKeyword(long ownerId, long keywordId) {
        remove("filter_keyword", ownerId, keywordId);
    }

    /** Adds a post that the owner may see. */
    @Transactional
    FilterStatus addStatus(long ownerId, long id, long postId) {
        lock(ownerId);
        rows.require(ownerId, id);
        if (!posts.sees(ownerId, postId)) {
            throw new NotFound();
        }
        if (count("filter_status s JOIN filter f ON f.id = s.filter_id WHERE f.owner_id = :owner", ownerId)
                >= MAX_STATUSES) {
            throw Invalid.field("status_id", "ERR_TOO_MANY", "can't be more than " + MAX_STATUSES);
        }
        long entry = ids.next();
        int added = jdbc.sql("""
                        INSERT INTO filter_status (id, filter_id, post_id) VALUES (:id, :filter, :post)
                        ON CONFLICT (filter_id, post_id) DO NOTHING
                        """)
                .param("id", entry)
                .param("filter", id)
                .param("post", postId)
                .update();
        if (added == 0) {
            throw Invalid.field("status", "ERR_TAKEN", "has already been taken");
        }
        outbox.append(new FilterChanged(ownerId));
        return new FilterStatus(Long.toString(entry), Long.toString(postId));
    }

    /** Takes a post off the filter that names it by this entry. */
    @Transactional
    void removeStatus(long ownerId, long entryId) {
        remove("filter_status", ownerId, entryId);
    }

    private void remove(String table, long ownerId, long id) {
        int removed = jdbc.sql("""
                        DELETE FROM %s part USING filter f
                        WHERE part.id = :id AND f.id = part.filter_id AND f.owner_id = :owner
                        """.formatted(table))
                .param("id", id)
                .param("owner", ownerId)
                .update();
        if (removed == 0) {
            throw new NotFound();
        }
        outbox.append(new FilterChanged(ownerId));
    }

    /** The filter as it is now, of which whoever listens is told. */
    private Filter told(long ownerId, long id) {
        outbox.append(new FilterChanged(ownerId));
        return rows.require(ownerId, id);
    }

    private void change(long ownerId, long filterId, List<FilterRequest.Keyword> keywords) {
        for (FilterRequest.Keyword keyword : keywords) {
            if (keyword.id() != null) {
                change(filterId, keyword.id(), keyword);
            } else if (!keyword.destroy()) {
                add(filterId, keyword);
            }
        }
        if (count("filter_keyword k JOIN filter f ON f.id = k.filter_id WHERE f.owner_id = :owner", ownerId)
                > MAX_KEYWORDS) {
            throw Invalid.field("keywords", "ERR_TOO_MANY", "can't be more than " + MAX_KEYWORDS);
        }
    }

    private void add(long filterId, FilterRequest.Keyword keyword) {
        jdbc.sql(
                        "INSERT INTO filter_keyword (id, filter_id, keyword, whole_word) VALUES (:id, :filter, :keyword, :whole)")
                .param("id", ids.next())
                .param("filter", filterId)
                .param("keyword", keyword.clean())
                .param("whole", Objects.requireNonNullElse(keyword.wholeWord(), true))
                .update();
    }

    private void change(long filterId, long keywordId, FilterRequest.Keyword keyword) {
        JdbcClient.StatementSpec statement = keyword.destroy()
                ? jdbc.sql("DELETE FROM filter_keyword WHERE id = :id AND filter_id = :filter")
                : jdbc.sql("""
                                UPDATE filter_keyword
                                SET keyword = coalesce(CAST(:keyword AS text), keyword),
                                    whole_word = coalesce(CAST(:whole AS boolean), whole_word)
                                WHERE id = :id AND filter_id = :filter
                                """)
                        .param("keyword", keyword.keyword() == null ? null : keyword.clean())
                        .param("whole", keyword.wholeWord());
        if (statement.param("id", keywordId).param("filter", filterId).update() == 0) {
            throw new NotFound();
        }
    }

    private void save(long ownerId, Filter filter) {
        jdbc.sql(SAVE)
                .param("id", Long.valueOf(filter.id()))
                .param("owner", ownerId)
                .param("title", filter.title())
                .param("contexts", filter.context().stream().map(Enum::name).toArray(String[]::new))
                .param("action", filter.filterAction().name())
                .param("expires", utc(filter.expiresAt()))
                .update();
    }

    /** Changes of one person's filters come one after the other, so that limits hold and nothing is half overwritten. */
    private void lock(long ownerId) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('filter', :owner))")
                .param("owner", ownerId)
                .query((row, number) -> true)
                .single();
    }

    private long count(String from, long ownerId) {
        return jdbc.sql("SELECT count(*) FROM " + from)
                .param("owner", ownerId)
                .query(Long.class)
                .single();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
