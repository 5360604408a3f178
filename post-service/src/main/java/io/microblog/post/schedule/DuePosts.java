package io.microblog.post.schedule;

import java.time.OffsetDateTime;
import java.util.Optional;

import io.microblog.event.ScheduleEvent.ScheduledPostReturned;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.Problem;
import io.microblog.post.draft.Drafts;
import io.microblog.post.media.Attachments;
import io.microblog.post.publish.PublishPost;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Scheduled posts whose time has come. One instance claims a post for a while and publishes it meanwhile; one that died
 * before it did leaves it to the next. Whoever publishes it {@linkplain #take takes} it in the same transaction, which
 * only one can.
 */
@Component
public class DuePosts {

    /** With a minute more after each: about as long as a night. */
    static final int MAX_ATTEMPTS = 30;

    private static final ScheduledPostRows ROWS = new ScheduledPostRows();

    private static final String CLAIM_NEXT = """
            UPDATE scheduled_post SET attempts = attempts + 1, try_at = now() + (attempts + 1) * interval '1 minute'
            WHERE id = (
                SELECT id FROM scheduled_post WHERE try_at <= now()
                ORDER BY try_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING attempts, try_at,\s""" + ScheduledPostRows.COLUMNS;

    private final JdbcClient jdbc;
    private final Attachments attachments;
    private final Drafts drafts;
    private final Outbox outbox;

    DuePosts(JdbcClient jdbc, Attachments attachments, Drafts drafts, Outbox outbox) {
        this.jdbc = jdbc;
        this.attachments = attachments;
        this.drafts = drafts;
        this.outbox = outbox;
    }

    /**
     * A post that this instance may publish now.
     *
     * @param until then others may
     * @param isLast whether it is not tried again after this
     */
    public record Claim(ScheduledPost post, OffsetDateTime until, boolean isLast) {}

    /** The next one that is due and that nobody else is at. */
    @Transactional
    public Optional<Claim> claimNext() {
        return jdbc.sql(CLAIM_NEXT)
                .query((row, number) -> new Claim(
                        ROWS.mapRow(row, number),
                        row.getObject("try_at", OffsetDateTime.class),
                        row.getInt("attempts") >= MAX_ATTEMPTS))
                .optional();
    }

    /**
     * Ends the waiting of a post that is being published in the running transaction, and sets its images free for it.
     *
     * @return false when it was published, moved or deleted meanwhile, and must not be published now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean take(Claim claim) {
        boolean taken = end(claim);
        if (taken) {
            attachments.release(claim.post().id(), false);
        }
        return taken;
    }

    /**
     * Gives a post that cannot be published back to its author as a draft, and has them told, unless it was moved or deleted meanwhile.
     *
     * @param reason shown to the author
     */
    @Transactional
    public void giveBack(Claim claim, Problem reason) {
        ScheduledPost post = claim.post();
        if (end(claim)) {
            giveBack(post.authorId(), post.id(), post.command(), reason);
        }
    }

    /** Gives what waited to be published back to its author as a draft under the same id, and has them told. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(long authorId, long id, PublishPost command, Problem reason) {
        drafts.takeBack(authorId, id, ScheduledPostRows.json(command), reason);
        outbox.append(new ScheduledPostReturned(authorId, id));
    }

    private boolean end(Claim claim) {
        return jdbc.sql("DELETE FROM scheduled_post WHERE id = :id AND try_at = :until")
                        .param("id", claim.post().id())
                        .param("until", claim.until())
                        .update()
                == 1;
    }
}
