package io.microblog.bench.data;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.microblog.local.collection.JudgedCollection.Person;

/** The judged collection in the databases of the services that own it and of the one that finds it. */
final class CollectionRows {

    private static final Instant SINCE = Ids.BEGIN;

    private final CollectionData collection;

    CollectionRows(CollectionData collection) {
        this.collection = collection;
    }

    void writeTo(String service, Store store) throws SQLException {
        switch (service) {
            case "user_service" -> writeUsers(store);
            case "post_service" -> writePosts(store);
            default -> writeDocuments(store);
        }
        store.end(collection.data());
    }

    private interface Writing {
        void write(long id, Person person) throws SQLException;
    }

    private void forEachPerson(Writing writing) throws SQLException {
        for (int person = 0; person < collection.people().size(); person++) {
            writing.write(Ids.person(person), collection.people().get(person));
        }
    }

    private void writeUsers(Store store) throws SQLException {
        store.begin("account");
        store.fill(
                "account",
                "id, version, username, display_name, note, note_html, created_at",
                rows -> forEachPerson((id, person) -> rows.add(id)
                        .add(1)
                        .add(person.username())
                        .add(person.displayName())
                        .add("")
                        .add("")
                        .add(SINCE)
                        .end()));
        store.fill(
                "account_stats",
                "account_id, followers_count, following_count",
                rows -> forEachPerson((id, _) -> rows.add(id).add(0).add(0).end()));
        store.fill("oauth_app", "id, client_id, secret_hash, name, redirect_uris, scopes", UserRows::app);
        store.fill(
                "oauth_authorization",
                "id, app_id, account_id, scopes, token_hash, created_at",
                rows -> UserRows.token(rows, new UUID(0, 0), CollectionData.READER));
    }

    private void writePosts(Store store) throws SQLException {
        store.begin("author");
        store.fill(
                "author",
                PostRows.AUTHOR_COLUMNS,
                rows -> forEachPerson(
                        (id, person) -> PostRows.author(rows, id, person.username(), person.displayName(), "")));
        store.fill(
                "author_counts",
                "author_id, followers, following, statuses",
                rows -> forEachPerson(
                        (id, _) -> rows.add(id).add(0).add(0).add(0).end()));
        store.fill(
                "post",
                "id, version, author_id, visibility, source, format, content, text, spoiler_text, sensitive, language,"
                        + " mentions, hashtags, created_at, thread_id",
                this::posts);
    }

    private void posts(Rows rows) throws SQLException {
        for (CollectionData.Post post : collection.posts()) {
            rows.add(post.id())
                    .add(1)
                    .add(Ids.person(CollectionData.AUTHOR))
                    .add("PUBLIC")
                    .add(post.text());
            rows.add("MARKDOWN")
                    .add("<p>" + Texts.escaped(post.text()) + "</p>")
                    .add(post.text());
            rows.add("").add(false).addOrNone(post.language()).add(List.of()).add(post.hashtags());
            rows.add(Ids.timeOf(post.id())).add(post.id()).end();
        }
    }

    private void writeDocuments(Store store) throws SQLException {
        store.empty();
        store.fill(
                "account_document",
                SearchRows.ACCOUNT_COLUMNS,
                rows -> forEachPerson(
                        (id, person) -> SearchRows.account(rows, id, person.username(), person.displayName())));
        store.fill("post_document", SearchRows.POST_COLUMNS, this::documents);
    }

    private void documents(Rows rows) throws SQLException {
        long author = Ids.person(CollectionData.AUTHOR);
        for (CollectionData.Post post : collection.posts()) {
            rows.add(post.id())
                    .add(1)
                    .add(author)
                    .add(true)
                    .add(true)
                    .add(List.of(author))
                    .add(post.text());
            rows.addOrNone(post.language())
                    .add(post.hashtags())
                    .add(Ids.timeOf(post.id()))
                    .add(1)
                    .add(1)
                    .end();
        }
    }
}
