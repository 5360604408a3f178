package io.microblog.bench.data;

import java.sql.SQLException;
import java.util.List;

/** What search-service knows of people and posts, as if their events had come and been indexed. */
final class SearchRows {

    static final String ACCOUNT_COLUMNS =
            "id, version, username, display_name, posts_findable, doc_version, indexed_version";
    static final String POST_COLUMNS =
            "id, version, author_id, author_findable, open, readers, text, language, hashtags,"
                    + " created_at, doc_version, indexed_version";

    private final World world;
    private final Texts texts;

    /** @param base the server's address, for links */
    SearchRows(World world, String base) {
        this.world = world;
        this.texts = new Texts(world.seed(), base);
    }

    void writeTo(Store store) throws SQLException {
        store.empty();
        store.fill("account_document", ACCOUNT_COLUMNS, this::accounts);
        store.fill("post_document", POST_COLUMNS, this::posts);
        store.end(world.data());
    }

    private void accounts(Rows rows) throws SQLException {
        for (int person = 0; person < world.people().count(); person++) {
            account(rows, Ids.person(person), People.username(person), People.displayName(person));
        }
    }

    static void account(Rows rows, long id, String username, String displayName) throws SQLException {
        rows.add(id)
                .add(1)
                .add(username)
                .add(displayName)
                .add(true)
                .add(1)
                .add(1)
                .end();
    }

    private void posts(Rows rows) throws SQLException {
        Posts posts = world.posts();
        for (int post = 0; post < posts.count(); post++) {
            Texts.Text text = texts.of(post);
            long author = Ids.person(posts.author(post));
            rows.add(posts.id(post)).add(1).add(author).add(true).add(posts.isPublic(post));
            rows.add(List.of(author)).add(text.source()).add(text.language()).add(text.hashtags());
            rows.add(Ids.timeOf(posts.id(post))).add(1).add(1).end();
        }
    }
}
