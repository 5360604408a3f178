package io.microblog.search.document;

import io.microblog.event.Engagement;
import io.microblog.search.document.AccountDocuments.Reachability;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The engagement part of the posts' rows. */
@Repository
class EngagementDocuments {

    /** A boost carries a post on, so it says more than a favourite. */
    private static final int BOOST_WEIGHT = 2;

    /** A post that is not known yet gets an empty row, which has nothing in the index. */
    private static final String UPSERT = """
            INSERT INTO post_document AS t
                   (id, version, author_id, author_findable, author_limited, emptied_at, doc_version, indexed_version,
                    engagement_version, popularity)
            VALUES (:id, 0, :author, :authorFindable, :authorLimited, now(), 1, 1, :version, :popularity)
            ON CONFLICT (id) DO UPDATE
            SET engagement_version = excluded.engagement_version,
                popularity = excluded.popularity,
                doc_version = t.doc_version
                    + CASE WHEN t.emptied_at IS NULL AND t.popularity <> excluded.popularity THEN 1 ELSE 0 END
            WHERE excluded.engagement_version > t.engagement_version""";

    private final JdbcClient jdbc;
    private final AccountDocuments authors;
    private final ApplicationEventPublisher changes;

    EngagementDocuments(JdbcClient jdbc, AccountDocuments authors, ApplicationEventPublisher changes) {
        this.jdbc = jdbc;
        this.authors = authors;
        this.changes = changes;
    }

    /** Takes the numbers over unless the row has them already or newer ones. */
    @Transactional
    public void save(Engagement engagement) {
        Reachability author = authors.holdReachability(engagement.authorId());
        int written = jdbc.sql(UPSERT)
                .param("id", engagement.postId())
                .param("author", engagement.authorId())
                .param("authorFindable", author.findable())
                .param("authorLimited", author.limited())
                .param("version", engagement.version())
                .param("popularity", popularity(engagement.favourites(), engagement.boosts()))
                .update();
        if (written == 1) {
            changes.publishEvent(new DocumentsChanged(DocumentKind.POSTS));
        }
    }

    /** How often 1 must be doubled to exceed the weighted sum: 0 for nothing, 63 at most. */
    static int popularity(long favourites, long boosts) {
        return Long.SIZE - Long.numberOfLeadingZeros(favourites + BOOST_WEIGHT * boosts);
    }
}
