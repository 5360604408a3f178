package io.microblog.notification.notice;

import java.util.Collection;
import java.util.List;

import io.microblog.notification.kind.NotificationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who of those whom a notice concerns is told of it, in one question for all: nobody who silences its sender or is shunned
 * by them, and nobody whose policy drops it. Who has no policy has limited people set apart, as NotificationPolicy says.
 */
@Repository
class Recipients {

    private static final String TOLD = """
            SELECT r.id, ('FILTER' = ANY (rule.applied)) IS TRUE AS filtered
            FROM unnest(:recipients::bigint[]) AS r (id)
            LEFT JOIN notification_policy p ON p.account_id = r.id
            CROSS JOIN LATERAL (
                SELECT EXISTS (SELECT FROM follow f WHERE f.follower_id = r.id AND f.followed_id = :from AND f.following)
                        AS follows,
                    EXISTS (SELECT FROM follow f WHERE f.follower_id = :from AND f.followed_id = r.id AND f.following)
                        OR :follow AS followed,
                    EXISTS (SELECT FROM account a WHERE a.id = :from AND a.limited) AS limited,
                    :filterable AND NOT EXISTS (SELECT FROM notification_permission a
                        WHERE a.account_id = r.id AND a.from_id = :from) AS judged) AS known
            CROSS JOIN LATERAL (
                SELECT CASE WHEN known.judged THEN ARRAY[
                    CASE WHEN NOT known.follows AND known.limited THEN coalesce(p.limited_accounts, 'FILTER') END,
                    CASE WHEN NOT known.follows THEN p.not_following END,
                    CASE WHEN NOT known.followed THEN p.not_followers END,
                    CASE WHEN NOT known.follows AND :new THEN p.new_accounts END,
                    CASE WHEN NOT known.follows AND :private THEN p.private_mentions END] END AS applied) AS rule
            WHERE NOT EXISTS (
                    SELECT FROM silence s WHERE s.owner_id = r.id AND s.other_id = :from
                        AND (s.blocking OR s.muting AND (s.mute_ends_at IS NULL OR s.mute_ends_at > now())))
                AND NOT EXISTS (SELECT FROM silence s WHERE s.owner_id = :from AND s.other_id = r.id AND s.blocking)
                AND ('DROP' = ANY (rule.applied)) IS NOT TRUE
            """;

    private final JdbcClient jdbc;

    Recipients(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who is told.
     *
     * @param filtered whether their policy sets it apart
     */
    record Recipient(long id, boolean filtered) {}

    List<Recipient> of(Notice notice, Collection<Long> concerned) {
        return jdbc.sql(TOLD)
                .param("recipients", concerned.stream().distinct().toArray(Long[]::new))
                .param("from", notice.from())
                .param("filterable", notice.type().isFilterable())
                .param("follow", notice.type() == NotificationType.FOLLOW)
                .param("new", notice.isFromNewAccount())
                .param("private", notice.isPrivateMention())
                .query((row, number) -> new Recipient(row.getLong("id"), row.getBoolean("filtered")))
                .list();
    }
}
