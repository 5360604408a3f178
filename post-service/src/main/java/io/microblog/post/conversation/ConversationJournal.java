package io.microblog.post.conversation;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.post.erasure.ErasedContent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which direct post is in whose conversations, written in the transaction that writes the post. A conversation is within one
 * thread, which is locked before anything is read or written: an edit touches the conversations that a post leaves and those
 * that it enters, and two of them in opposite directions would wait for each other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ConversationJournal implements ErasedContent {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('conversation', :thread))";

    /**
     * Nobody is brought what they would not be told of: who is suspended, blocks or mutes the author, is blocked by them,
     * or has muted the thread. {@code :known} have the post already.
     */
    private static final String ENTER = """
            WITH member AS (
                SELECT o.id, o.owner_id, o.unread, array_remove(:people, o.owner_id) AS participants
                FROM unnest(:ids, :people, :unread) AS o (id, owner_id, unread)
                JOIN author a ON a.id = o.owner_id
                WHERE o.owner_id = ANY (:known) OR NOT a.suspended
                    AND NOT EXISTS (SELECT FROM unwanted_by(o.owner_id) w WHERE w.account_id = :author)
                    AND NOT EXISTS (SELECT FROM shunning(o.owner_id) s WHERE s.account_id = :author)
                    AND NOT EXISTS (SELECT FROM thread_mute m WHERE m.account_id = o.owner_id AND m.thread_id = :thread)),
            entered AS (
                INSERT INTO conversation AS c (id, owner_id, thread_id, participants, last_post_id, unread)
                SELECT id, owner_id, :thread, participants, :post, unread FROM member ORDER BY owner_id
                ON CONFLICT (owner_id, thread_id, hash_array_extended(participants, 0)) DO UPDATE SET
                    last_post_id = greatest(c.last_post_id, excluded.last_post_id),
                    removed_up_to = least(c.removed_up_to, excluded.last_post_id - 1),
                    unread = excluded.owner_id <> :author AND (c.unread OR excluded.unread)
                RETURNING id, owner_id)
            INSERT INTO conversation_post (owner_id, post_id, conversation_id)
            SELECT owner_id, :post, id FROM entered
            """;

    private static final String LEAVE = """
            DELETE FROM conversation_post x USING conversation c
            WHERE x.post_id = :post AND c.id = x.conversation_id RETURNING c.id, c.owner_id, c.unread
            """;

    private static final String END = """
            DELETE FROM conversation c WHERE c.id = ANY (:ids)
                AND NOT EXISTS (SELECT FROM conversation_post x WHERE x.conversation_id = c.id)
            """;

    private static final String GO_BACK = """
            UPDATE conversation c SET last_post_id = (
                SELECT max(x.post_id) FROM conversation_post x
                WHERE x.conversation_id = c.id AND x.post_id > c.removed_up_to)
            WHERE c.id = ANY (:ids)
            """;

    private final JdbcClient jdbc;
    private final IdGenerator ids;

    ConversationJournal(JdbcClient jdbc, IdGenerator ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** The person's own view of conversations. What others wrote in them is theirs. */
    @Override
    @Transactional
    public boolean erase(long accountId, int most) {
        int posts = jdbc.sql("DELETE FROM conversation_post WHERE owner_id = :owner AND post_id IN ("
                        + "SELECT post_id FROM conversation_post WHERE owner_id = :owner LIMIT :most)")
                .param("owner", accountId)
                .param("most", most)
                .update();
        if (posts == most) {
            return true;
        }
        return jdbc.sql("DELETE FROM conversation WHERE id IN ("
                                + "SELECT id FROM conversation WHERE owner_id = :owner LIMIT :most)")
                        .param("owner", accountId)
                        .param("most", most)
                        .update()
                == most;
    }

    private record Left(long conversationId, long ownerId, boolean unread) {}

    /** A new post: unread for everybody but its author, and a removed conversation is there again. */
    public void enter(DirectPost post) {
        lock(post);
        enter(post, Map.of());
    }

    /** A post that names other people than before: it is another conversation now, and new to those who were not in it. */
    public void move(DirectPost post) {
        lock(post);
        List<Left> before = take(post.id());
        enter(post, before.stream().collect(Collectors.toMap(Left::ownerId, Function.identity())));
        settle(before);
    }

    /** A post that is deleted. A conversation without any other ends. */
    public void leave(DirectPost post) {
        lock(post);
        settle(take(post.id()));
    }

    /** A statement for itself: the next ones see what was written before the lock was had. */
    private void lock(DirectPost post) {
        jdbc.sql(LOCK)
                .param("thread", post.threadId())
                .query((row, number) -> number)
                .single();
    }

    private void enter(DirectPost post, Map<Long, Left> before) {
        List<Long> people = post.people();
        jdbc.sql(ENTER)
                .param("ids", Stream.generate(ids::next).limit(people.size()).toArray(Long[]::new))
                .param("people", people.toArray(Long[]::new))
                .param(
                        "unread",
                        people.stream()
                                .map(person -> isUnread(post, person, before.get(person)))
                                .toArray(Boolean[]::new))
                .param(
                        "known",
                        Stream.concat(Stream.of(post.authorId()), before.keySet().stream())
                                .toArray(Long[]::new))
                .param("author", post.authorId())
                .param("thread", post.threadId())
                .param("post", post.id())
                .update();
    }

    private static boolean isUnread(DirectPost post, long person, @Nullable Left before) {
        return person != post.authorId() && (before == null || before.unread());
    }

    private List<Left> take(long postId) {
        return jdbc.sql(LEAVE)
                .param("post", postId)
                .query((row, number) -> new Left(row.getLong("id"), row.getLong("owner_id"), row.getBoolean("unread")))
                .list();
    }

    private void settle(List<Left> left) {
        Long[] touched = left.stream().map(Left::conversationId).toArray(Long[]::new);
        jdbc.sql(END).param("ids", touched).update();
        jdbc.sql(GO_BACK).param("ids", touched).update();
    }
}
