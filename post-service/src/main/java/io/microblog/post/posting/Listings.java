package io.microblog.post.posting;

import java.sql.Types;
import java.util.List;
import java.util.Optional;

import io.microblog.post.author.AuthorCounts;
import io.microblog.post.conversation.ConversationJournal;
import io.microblog.post.conversation.DirectPost;
import io.microblog.post.home.HomeTimeline;
import io.microblog.post.tag.FeaturedTags;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a post stands besides its own row, always written with it: its author's home, conversations, hashtags, counters. */
@Component
class Listings {

    private final JdbcClient jdbc;
    private final HomeTimeline home;
    private final ConversationJournal conversations;
    private final AuthorCounts counts;
    private final FeaturedTags featured;

    Listings(
            JdbcClient jdbc,
            HomeTimeline home,
            ConversationJournal conversations,
            AuthorCounts counts,
            FeaturedTags featured) {
        this.jdbc = jdbc;
        this.home = home;
        this.conversations = conversations;
        this.counts = counts;
        this.featured = featured;
    }

    /** Counters come last: a row that many posts share is locked for the shortest time. */
    void enter(Post post) {
        list(post);
        post.direct().ifPresent(conversations::enter);
        if (post.isCounted()) {
            home.addOwn(post.authorId(), post.id());
            counts.countPost(post.authorId(), post.id());
            featured.count(post.authorId(), post.id(), post.countedHashtags());
        }
        countReferences(post, 1);
    }

    /** Where a post stood that is edited. */
    record Before(List<String> listed, List<String> counted, Optional<DirectPost> direct) {

        static Before of(Post post) {
            return new Before(post.listedHashtags(), post.countedHashtags(), post.direct());
        }
    }

    void relist(Post post, Before before) {
        unlist(post.id(), before.listed());
        list(post);
        if (!post.countedHashtags().equals(before.counted())) {
            counts.hold(post.authorId());
            featured.discount(post.authorId(), post.id(), without(before.counted(), post.countedHashtags()));
            featured.count(post.authorId(), post.id(), without(post.countedHashtags(), before.counted()));
        }
        if (!post.direct().equals(before.direct())) {
            post.direct().ifPresent(conversations::move);
        }
    }

    void leave(Post post) {
        unlist(post.id(), post.listedHashtags());
        post.direct().ifPresent(conversations::leave);
        home.removeTagged(post.id(), post.listedHashtags());
        jdbc.sql("DELETE FROM post_counts WHERE post_id = :post")
                .param("post", post.id())
                .update();
        if (post.isCounted()) {
            home.removeOwn(post.authorId(), post.id());
            counts.discountPost(post.authorId(), post.id());
            featured.discount(post.authorId(), post.id(), post.countedHashtags());
        }
        countReferences(post, -1);
        keepThreadTogether(post);
    }

    /** What is above and below an answered post stays one thread without it. */
    private void keepThreadTogether(Post post) {
        jdbc.sql("""
                INSERT INTO deleted_post (id, in_reply_to_id)
                SELECT :post, :parent WHERE EXISTS (SELECT FROM thread_post WHERE in_reply_to_id = :post)
                """)
                .param("post", post.id())
                .param("parent", post.inReplyToId(), Types.BIGINT)
                .update();
    }

    private static List<String> without(List<String> hashtags, List<String> others) {
        return hashtags.stream().filter(hashtag -> !others.contains(hashtag)).toList();
    }

    private void list(Post post) {
        List<String> hashtags = post.listedHashtags();
        if (!hashtags.isEmpty()) {
            jdbc.sql("""
                    INSERT INTO post_hashtag (hashtag, post_id, has_media) SELECT unnest(:hashtags), :post, :hasMedia
                    ON CONFLICT DO NOTHING
                    """)
                    .param("hashtags", hashtags.toArray(String[]::new))
                    .param("post", post.id())
                    .param("hasMedia", !post.media().isEmpty())
                    .update();
        }
    }

    private void unlist(long postId, List<String> hashtags) {
        if (!hashtags.isEmpty()) {
            jdbc.sql("DELETE FROM post_hashtag WHERE hashtag = ANY (:hashtags) AND post_id = :post")
                    .param("hashtags", hashtags.toArray(String[]::new))
                    .param("post", postId)
                    .update();
        }
    }

    /** Of what it answers and what it quotes, in the order of their ids, so that no two posts wait for each other. */
    private void countReferences(Post post, int by) {
        Long answered = post.isCountedAnswer() ? post.inReplyToId() : null;
        Long quoted = post.isCountedQuote() ? post.quotedId() : null;
        if (answered != null && quoted != null && quoted < answered) {
            countQuote(quoted, by);
            countAnswer(answered, by);
            return;
        }
        if (answered != null) {
            countAnswer(answered, by);
        }
        if (quoted != null) {
            countQuote(quoted, by);
        }
    }

    /** A counted quote of a post came or went. */
    void countQuote(long postId, int by) {
        jdbc.sql("""
                INSERT INTO post_counts AS c (post_id, quotes) SELECT id, greatest(:by, 0) FROM post WHERE id = :post
                ON CONFLICT (post_id) DO UPDATE SET quotes = greatest(c.quotes + :by, 0)
                """).param("post", postId).param("by", by).update();
    }

    /** Only while the answered post is there: its counters have gone with it. */
    private void countAnswer(long postId, int by) {
        jdbc.sql("""
                INSERT INTO post_counts AS c (post_id, replies) SELECT id, greatest(:by, 0) FROM post WHERE id = :post
                ON CONFLICT (post_id) DO UPDATE SET replies = greatest(c.replies + :by, 0)
                """).param("post", postId).param("by", by).update();
    }
}
