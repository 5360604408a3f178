package io.microblog.post.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Problem;
import io.microblog.kit.web.Page;
import io.microblog.post.draft.DraftStatus.Params;
import io.microblog.post.erasure.ErasedContent;
import io.microblog.post.media.Attachments;
import io.microblog.post.media.MediaAttachment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * What people are writing. A draft stays until its author publishes or deletes it, and its images with it. To everybody
 * but its author it does not exist.
 */
@Component
public class Drafts implements ErasedContent {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    private static final String PAGE_DOWN = """
            SELECT id, version, updated_at, params, reason, reason_code FROM draft
            WHERE author_id = :author AND id < :below AND id > :above ORDER BY id DESC LIMIT :limit
            """;

    private static final String PAGE_UP = """
            SELECT id, version, updated_at, params, reason, reason_code FROM draft
            WHERE author_id = :author AND id < :below AND id > :above ORDER BY id ASC LIMIT :limit
            """;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final IdGenerator ids;
    private final DraftProperties limits;

    Drafts(JdbcClient jdbc, Attachments attachments, IdGenerator ids, DraftProperties limits) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.ids = ids;
        this.limits = limits;
    }

    private record Row(
            long id,
            long version,
            Instant updatedAt,
            Params params,
            @Nullable String reason,
            @Nullable String reasonCode) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getLong("id"),
                    row.getLong("version"),
                    row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                    JSON.readValue(row.getString("params"), Params.class),
                    row.getString("reason"),
                    row.getString("reason_code"));
        }
    }

    /** One page of the author's, the last begun first. */
    List<DraftStatus> page(long authorId, Page page) {
        List<Row> found = jdbc.sql(page.upwards() ? PAGE_UP : PAGE_DOWN)
                .param("author", authorId)
                .param("below", page.below())
                .param("above", page.above())
                .param("limit", page.limit())
                .query(Row::of)
                .list();
        return shown(page.newestFirst(found));
    }

    /**
     * One of the author's.
     *
     * @throws NotFound when it is not there, any more or yet, or somebody else's
     */
    DraftStatus require(long authorId, long id) {
        return jdbc.sql("""
                        SELECT id, version, updated_at, params, reason, reason_code FROM draft
                        WHERE id = :id AND author_id = :author
                        """)
                .param("id", id)
                .param("author", authorId)
                .query(Row::of)
                .optional()
                .map(this::shown)
                .orElseThrow(NotFound::new);
    }

    /**
     * Keeps a new draft.
     *
     * @throws Invalid when its author has too many, or an image is not the author's to use
     */
    @Transactional
    DraftStatus keep(long authorId, DraftRequest request) {
        Params params = request.params();
        if (count(authorId) >= limits.total()) {
            throw new Invalid("You cannot have more than %d drafts".formatted(limits.total()));
        }
        long id = ids.next();
        attachments.keepFor(id, params.media(), authorId);
        Row kept = jdbc.sql("""
                        INSERT INTO draft (id, author_id, version, params, updated_at)
                        VALUES (:id, :author, 1, CAST(:params AS jsonb), now())
                        RETURNING id, version, updated_at, params, reason, reason_code
                        """)
                .param("id", id)
                .param("author", authorId)
                .param("params", JSON.writeValueAsString(params))
                .query(Row::of)
                .single();
        return shown(kept);
    }

    /**
     * Changes the version of a draft that the request names.
     *
     * @throws NotFound when it is not there or somebody else's
     * @throws DraftChanged when it is no longer the present version
     * @throws Invalid when an image is not the author's to use
     */
    @Transactional
    DraftStatus change(long authorId, long id, DraftRequest request) {
        Params params = request.params();
        Optional<Row> changed = jdbc.sql("""
                        UPDATE draft SET params = CAST(:params AS jsonb), version = version + 1, updated_at = now(),
                            reason = NULL, reason_code = NULL
                        WHERE id = :id AND author_id = :author AND version = :version
                        RETURNING id, version, updated_at, params, reason, reason_code
                        """)
                .param("params", JSON.writeValueAsString(params))
                .param("id", id)
                .param("author", authorId)
                .param("version", request.requireVersion())
                .query(Row::of)
                .optional();
        if (changed.isEmpty()) {
            throw new DraftChanged(require(authorId, id));
        }
        attachments.keepFor(id, params.media(), authorId);
        return shown(changed.get());
    }

    /**
     * Ends a draft, because its author deletes it or publishes what it has become. Its images may be used for a while.
     *
     * @throws NotFound when it is not there, any more or yet, or somebody else's
     */
    @Transactional
    public void end(long authorId, long id) {
        int ended = jdbc.sql("DELETE FROM draft WHERE id = :id AND author_id = :author")
                .param("id", id)
                .param("author", authorId)
                .update();
        if (ended == 0) {
            throw new NotFound("The draft is not there any more");
        }
        attachments.keepFor(id, List.of(), authorId);
    }

    /**
     * Keeps a post that could not be published, however many drafts its author has, under the id that it had while it waited.
     * Its images come with it.
     *
     * @param params what was to be published, as the API shows it
     * @param reason shown to the author
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(long authorId, long id, String params, Problem reason) {
        jdbc.sql("""
                INSERT INTO draft (id, author_id, version, params, updated_at, reason, reason_code)
                VALUES (:id, :author, 1, CAST(:params AS jsonb), now(), :reason, :reasonCode)
                """)
                .param("id", id)
                .param("author", authorId)
                .param("params", params)
                .param("reason", reason.error())
                .param("reasonCode", reason.code())
                .update();
        attachments.handBack(id);
    }

    /** Their images are deleted with all others of the person. */
    @Override
    public boolean erase(long accountId, int most) {
        jdbc.sql("DELETE FROM draft WHERE author_id = :author")
                .param("author", accountId)
                .update();
        return false;
    }

    /** The author is locked until the transaction ends, so that the limit holds for requests at once. */
    private long count(long authorId) {
        jdbc.sql("SELECT id FROM author WHERE id = :author FOR NO KEY UPDATE")
                .param("author", authorId)
                .query(Long.class)
                .optional();
        return jdbc.sql("SELECT count(*) FROM draft WHERE author_id = :author")
                .param("author", authorId)
                .query(Long.class)
                .single();
    }

    private DraftStatus shown(Row draft) {
        return shown(List.of(draft)).getFirst();
    }

    private List<DraftStatus> shown(List<Row> drafts) {
        Map<Long, List<MediaAttachment>> images =
                attachments.keptFor(drafts.stream().map(Row::id).toList());
        return drafts.stream()
                .map(draft -> shown(draft, images.getOrDefault(draft.id(), List.of())))
                .toList();
    }

    private static DraftStatus shown(Row draft, List<MediaAttachment> kept) {
        List<MediaAttachment> images = draft.params().media().stream()
                .flatMap(id -> kept.stream().filter(image -> image.id().equals(Long.toString(id))))
                .toList();
        return new DraftStatus(
                Long.toString(draft.id()),
                draft.version(),
                draft.updatedAt(),
                draft.params().withMedia(images),
                images,
                draft.reason(),
                draft.reasonCode());
    }
}
