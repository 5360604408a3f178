package io.microblog.post.posting;

import java.util.List;

import io.microblog.post.erasure.ErasedContent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the posts of erased people as they would have, each in a transaction of its own, the newest first. */
@Component
class PostErasure implements ErasedContent {

    private final JdbcClient jdbc;
    private final PostJournal journal;

    PostErasure(JdbcClient jdbc, PostJournal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public boolean erase(long accountId, int most) {
        List<Long> posts = jdbc.sql("SELECT id FROM post WHERE author_id = :author ORDER BY id DESC LIMIT :most")
                .param("author", accountId)
                .param("most", most)
                .query((row, number) -> row.getLong(1))
                .list();
        posts.forEach(post -> journal.remove(post, accountId));
        return posts.size() == most;
    }
}
