package io.microblog.post.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.web.Page;
import io.microblog.post.erasure.ErasedContent;
import io.microblog.post.media.Attachments;
import io.microblog.post.media.MediaAttachment;
import io.microblog.post.schedule.ScheduledStatus.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people have scheduled. To everybody but its author a scheduled post does not exist. */
@Component
public class ScheduledPosts implements ErasedContent {

    private static final ScheduledPostRows ROWS = new ScheduledPostRows();
    private static final String MOVE = """
            UPDATE scheduled_post SET due_at = :due, try_at = :due, attempts = 0 WHERE id = :id AND author_id = :author
            RETURNING\s""" + ScheduledPostRows.COLUMNS;

    private static final String ERASE = """
            DELETE FROM scheduled_post WHERE id IN (SELECT id FROM scheduled_post WHERE author_id = :author LIMIT :most)
            RETURNING id
            """;

    private static final String SELECT = "SELECT " + ScheduledPostRows.COLUMNS + " FROM scheduled_post ";

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final ScheduleProperties limits;

    ScheduledPosts(JdbcClient jdbc, Attachments attachments, ScheduleProperties limits) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.limits = limits;
    }

    private record Counts(long total, long thatDay) {}

    /**
     * Keeps a post, with its images, until it is due.
     *
     * @throws Invalid when its author has too many, or an image is not the author's to use
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(ScheduledPost post) {
        Counts others = countOthers(post.authorId(), post.id(), post.dueAt());
        if (others.total() >= limits.total()) {
            throw new Invalid(
                    "You cannot have more than %d scheduled posts".formatted(limits.total()), "scheduled-too-many");
        }
        checkDay(others);
        attachments.attach(post.command().draft().media(), post.authorId(), post.id());
        jdbc.sql("""
                INSERT INTO scheduled_post (id, author_id, due_at, params, app_name, app_website, try_at)
                VALUES (:id, :author, :due, CAST(:params AS jsonb), :appName, :appWebsite, :due)
                """)
                .param("id", post.id())
                .param("author", post.authorId())
                .param("due", utc(post.dueAt()))
                .param("params", ScheduledPostRows.json(post.command()))
                .param("appName", post.app() == null ? null : post.app().name())
                .param("appWebsite", post.app() == null ? null : post.app().website())
                .update();
    }

    /**
     * One of the author's.
     *
     * @throws NotFound when it is not there, any more or yet, or somebody else's
     */
    public ScheduledStatus require(long authorId, long id) {
        return jdbc.sql(SELECT + "WHERE id = :id AND author_id = :author")
                .param("id", id)
                .param("author", authorId)
                .query(ROWS)
                .optional()
                .map(post -> shown(List.of(post)).getFirst())
                .orElseThrow(NotFound::new);
    }

    /** One page of the author's, the last scheduled first. */
    List<ScheduledStatus> page(long authorId, Page page) {
        List<ScheduledPost> found = jdbc.sql(SELECT
                        + "WHERE author_id = :author AND id < :below AND id > :above ORDER BY id %s LIMIT :limit"
                                .formatted(page.order()))
                .param("author", authorId)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(ROWS)
                .list();
        return shown(page.newestFirst(found));
    }

    /**
     * Publishes it at another time.
     *
     * @throws NotFound when it is not there, published meanwhile, or somebody else's
     * @throws Invalid when too many are due that day
     */
    @Transactional
    public ScheduledStatus move(long authorId, long id, Instant due) {
        Counts others = countOthers(authorId, id, due);
        ScheduledPost moved = jdbc.sql(MOVE)
                .param("due", utc(due))
                .param("id", id)
                .param("author", authorId)
                .query(ROWS)
                .optional()
                .orElseThrow(NotFound::new);
        checkDay(others);
        return shown(List.of(moved)).getFirst();
    }

    /**
     * Forgets it. Its images may be used again for a while.
     *
     * @throws NotFound when it is not there, published meanwhile, or somebody else's
     */
    @Transactional
    public void delete(long authorId, long id) {
        int deleted = jdbc.sql("DELETE FROM scheduled_post WHERE id = :id AND author_id = :author")
                .param("id", id)
                .param("author", authorId)
                .update();
        if (deleted == 0) {
            throw new NotFound();
        }
        attachments.release(id, false);
    }

    @Override
    @Transactional
    public boolean erase(long accountId, int most) {
        List<Long> erased = jdbc.sql(ERASE)
                .param("author", accountId)
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
        erased.forEach(id -> attachments.release(id, true));
        return erased.size() == most;
    }

    /** The author is locked until the transaction ends, so that the limits hold for requests at once. */
    private Counts countOthers(long authorId, long id, Instant due) {
        jdbc.sql("SELECT id FROM author WHERE id = :author FOR NO KEY UPDATE")
                .param("author", authorId)
                .query(Long.class)
                .optional();
        OffsetDateTime day =
                LocalDate.ofInstant(due, ZoneOffset.UTC).atStartOfDay().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                SELECT count(*) AS total, count(*) FILTER (WHERE due_at >= :day AND due_at < :nextDay) AS that_day
                FROM scheduled_post WHERE author_id = :author AND id <> :id
                """)
                .param("author", authorId)
                .param("id", id)
                .param("day", day)
                .param("nextDay", day.plusDays(1))
                .query((row, number) -> new Counts(row.getLong("total"), row.getLong("that_day")))
                .single();
    }

    private void checkDay(Counts others) {
        if (others.thatDay() >= limits.perDay()) {
            throw Invalid.field(
                            "scheduled_at",
                            "ERR_TOO_MANY",
                            "can't be on a day that has %d scheduled posts already".formatted(limits.perDay()))
                    .withCode("scheduled-day-full");
        }
    }

    private List<ScheduledStatus> shown(List<ScheduledPost> posts) {
        Map<Long, MediaAttachment> images = attachments.byId(posts.stream()
                .map(post -> post.command().draft().media())
                .flatMap(Collection::stream)
                .toList());
        return posts.stream()
                .map(post -> new ScheduledStatus(
                        Long.toString(post.id()),
                        post.dueAt(),
                        Params.of(post.command()),
                        post.command().draft().media().stream()
                                .map(images::get)
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
