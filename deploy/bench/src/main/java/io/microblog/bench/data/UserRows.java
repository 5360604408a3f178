package io.microblog.bench.data;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What user-service knows of the people. */
final class UserRows {

    /** How the app is called that the tokens were given to. */
    static final String CLIENT = "bench";

    private static final long APP = Ids.person(0) - 1;
    private static final List<String> SCOPES = List.of("read", "write", "follow");
    private static final int FOLLOW_NODE = 1;

    private final World world;
    private final People people;

    UserRows(World world) {
        this.world = world;
        this.people = world.people();
    }

    void writeTo(Store store) throws SQLException {
        store.begin("account");
        store.fill(
                "account",
                "id, version, username, display_name, note, note_html, language, created_at",
                this::accounts);
        store.fill("login", "account_id, version, email, password_hash, locale, time_zone, confirmed_at", this::logins);
        store.fill("account_stats", "account_id, followers_count, following_count", this::followCounts);
        store.fill("post_stats", "author_id, statuses_count, last_status_at", this::postCounts);
        store.fill("counted_post", "post_id, deleted", this::countedPosts);
        store.fill("relationship", "from_id, to_id, version, follow_id, followed_at", this::follows);
        store.fill("oauth_app", "id, client_id, secret_hash, name, redirect_uris, scopes", UserRows::app);
        store.fill("oauth_authorization", "id, app_id, account_id, scopes, token_hash, created_at", this::tokens);
        store.end(world.data());
    }

    private void accounts(Rows rows) throws SQLException {
        for (int person = 0; person < people.count(); person++) {
            String note = "Number " + person + " of those who are measured.";
            rows.add(Ids.person(person)).add(1).add(People.username(person)).add(People.displayName(person));
            rows.add(note).add("<p>" + note + "</p>").none().add(Ids.timeOf(Ids.person(person)));
            rows.end();
        }
    }

    private void logins(Rows rows) throws SQLException {
        // The same for all: to hash each would take minutes and measure nothing.
        String hash = SignedIn.passwordHash();
        for (int person = 0; person < people.count(); person++) {
            rows.add(Ids.person(person)).add(1).add(SignedIn.email(person)).add(hash);
            rows.add("en").add("UTC").add(Ids.timeOf(Ids.person(person))).end();
        }
    }

    private void followCounts(Rows rows) throws SQLException {
        for (int person = 0; person < people.count(); person++) {
            rows.add(Ids.person(person)).add(people.followers(person)).add(people.following(person).length);
            rows.end();
        }
    }

    private void postCounts(Rows rows) throws SQLException {
        AuthorTotals totals = AuthorTotals.of(people, world.posts());
        for (int person = 0; person < people.count(); person++) {
            if (totals.posts(person) > 0) {
                rows.add(Ids.person(person))
                        .add(totals.posts(person))
                        .add(Ids.timeOf(totals.newest(person)))
                        .end();
            }
        }
    }

    private void countedPosts(Rows rows) throws SQLException {
        Posts posts = world.posts();
        for (int post = 0; post < posts.count(); post++) {
            if (posts.isCounted(post)) {
                rows.add(posts.id(post)).add(false).end();
            }
        }
    }

    private void follows(Rows rows) throws SQLException {
        int all = IntStream.range(0, people.count())
                .map(person -> people.following(person).length)
                .sum();
        int number = 0;
        for (int person = 0; person < people.count(); person++) {
            for (int other : people.following(person)) {
                long id = Ids.spread(number++, all, FOLLOW_NODE);
                rows.add(Ids.person(person))
                        .add(Ids.person(other))
                        .add(1)
                        .add(id)
                        .add(Ids.timeOf(id))
                        .end();
            }
        }
    }

    static void app(Rows rows) throws SQLException {
        rows.add(APP).add(CLIENT).add("nobody knows it").add("Benchmarks");
        rows.add(List.of("urn:ietf:wg:oauth:2.0:oob")).add(SCOPES).end();
    }

    private void tokens(Rows rows) throws SQLException {
        for (int person = 0; person < Math.min(SignedIn.PEOPLE, people.count()); person++) {
            token(rows, new UUID(world.seed(), person), person);
        }
    }

    static void token(Rows rows, UUID id, int person) throws SQLException {
        rows.add(id.toString()).add(APP).add(Ids.person(person)).add(SCOPES);
        rows.add(SignedIn.tokenHash(person)).add(Ids.BEGIN).end();
    }
}
