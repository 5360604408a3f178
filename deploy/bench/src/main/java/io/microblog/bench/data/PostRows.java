package io.microblog.bench.data;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/** What post-service knows: replicas of people and follows, posts with their counters, reactions, homes. */
final class PostRows {

    static final String AUTHOR_COLUMNS =
            "id, version, username, display_name, note, locked, bot, discoverable, indexable, suspended, fields,"
                    + " default_visibility, default_sensitive, created_at";

    private static final int BOOKMARKS_EACH = 5;
    private static final int BOOKMARK_NODE = 5;

    private final World world;
    private final People people;
    private final Posts posts;
    private final Boosts boosts;
    private final Texts texts;
    private final Homes homes;
    /** From where down each home has been trimmed. */
    private final long[] floors;

    /** @param base the server's address, for links */
    PostRows(World world, String base) {
        this.world = world;
        this.people = world.people();
        this.posts = world.posts();
        this.boosts = world.boosts();
        this.texts = new Texts(world.seed(), base);
        this.homes = new Homes(people, posts, boosts);
        this.floors = new long[people.count()];
    }

    void writeTo(Store store) throws SQLException {
        store.begin("author");
        store.fill("author", AUTHOR_COLUMNS, this::authors);
        store.fill("author_counts", "author_id, followers, following, statuses, last_id", this::authorCounts);
        store.fill("relationship", "from_id, to_id, version, following, show_boosts, followed_at", this::relationships);
        store.fill(
                "post",
                "id, version, author_id, in_reply_to_id, in_reply_to_author_id, visibility, source, format, content,"
                        + " text, spoiler_text, sensitive, language, mentions, hashtags, created_at, thread_id",
                this::posts);
        store.fill("post_hashtag", "hashtag, post_id", this::hashtags);
        store.fill("post_counts", "post_id, replies, favourites, boosts, engagement_version", this::postCounts);
        store.fill("favourite", "id, account_id, post_id", this::favourites);
        store.fill("bookmark", "id, account_id, post_id", this::bookmarks);
        store.fill("boost", "id, account_id, post_id, visibility", this::boosts);
        store.fill("fan_out", "post_id", this::fannedOut);
        store.fill("home_timeline", "owner_id, post_id, author_id, boosted_id", this::homes);
        store.fill("home", "owner_id, floor, read_at", this::homeStates);
        store.fill("large_author", "author_id", this::largeAuthors);
        store.end(world.data());
    }

    private void authors(Rows rows) throws SQLException {
        for (int person = 0; person < people.count(); person++) {
            String note = "<p>Number " + person + " of those who are measured.</p>";
            author(rows, Ids.person(person), People.username(person), People.displayName(person), note);
        }
    }

    static void author(Rows rows, long id, String username, String displayName, String note) throws SQLException {
        rows.add(id).add(1).add(username).add(displayName).add(note);
        rows.add(false).add(false).add(true).add(true).add(false).add("[]");
        rows.add("PUBLIC").add(false).add(Ids.timeOf(id)).end();
    }

    private void authorCounts(Rows rows) throws SQLException {
        AuthorTotals totals = AuthorTotals.of(people, posts);
        for (int person = 0; person < people.count(); person++) {
            rows.add(Ids.person(person)).add(people.followers(person)).add(people.following(person).length);
            rows.add(totals.posts(person)).addOrNone(totals.posts(person) == 0 ? null : totals.newest(person));
            rows.end();
        }
    }

    private void relationships(Rows rows) throws SQLException {
        for (int person = 0; person < people.count(); person++) {
            for (int other : people.following(person)) {
                rows.add(Ids.person(person))
                        .add(Ids.person(other))
                        .add(1)
                        .add(true)
                        .add(true)
                        .add(Ids.BEGIN)
                        .end();
            }
        }
    }

    private void posts(Rows rows) throws SQLException {
        for (int post = 0; post < posts.count(); post++) {
            Texts.Text text = texts.of(post);
            boolean answer = posts.isAnswer(post);
            long answeredAuthor = answer ? Ids.person(posts.author(posts.answered(post))) : 0;
            rows.add(posts.id(post)).add(1).add(Ids.person(posts.author(post)));
            rows.addOrNone(answer ? posts.id(posts.answered(post)) : null);
            rows.addOrNone(answer ? answeredAuthor : null);
            rows.add(posts.visibility(post).name())
                    .add(text.source())
                    .add("MARKDOWN")
                    .add(text.html());
            rows.add(text.source()).add("").add(false).add(text.language());
            rows.add(answer ? List.of(answeredAuthor) : List.of()).add(text.hashtags());
            rows.add(Ids.timeOf(posts.id(post)))
                    .add(posts.id(posts.thread(post)))
                    .end();
        }
    }

    private void hashtags(Rows rows) throws SQLException {
        for (int post = 0; post < posts.count(); post++) {
            if (posts.isPublic(post)) {
                for (String hashtag : texts.of(post).hashtags()) {
                    rows.add(hashtag).add(posts.id(post)).end();
                }
            }
        }
    }

    private void postCounts(Rows rows) throws SQLException {
        int[] answers = new int[posts.count()];
        int[] boosted = new int[posts.count()];
        for (int post = 0; post < posts.count(); post++) {
            if (posts.isAnswer(post) && posts.isOpen(post)) {
                answers[posts.answered(post)]++;
            }
        }
        for (int boost = 0; boost < boosts.count(); boost++) {
            boosted[boosts.post(boost)]++;
        }
        for (int post = 0; post < posts.count(); post++) {
            int favoured = world.favourites().count(post);
            if (answers[post] + boosted[post] + favoured > 0) {
                rows.add(posts.id(post)).add(answers[post]).add(favoured).add(boosted[post]);
                rows.add(favoured + boosted[post]).end();
            }
        }
    }

    private void favourites(Rows rows) throws SQLException {
        Favourites favourites = world.favourites();
        for (int post = 0; post < posts.count(); post++) {
            for (int number = 0; number < favourites.count(post); number++) {
                rows.add(favourites.id(post, number)).add(Ids.person(favourites.account(post, number)));
                rows.add(posts.id(post)).end();
            }
        }
    }

    private void bookmarks(Rows rows) throws SQLException {
        int all = people.count() * BOOKMARKS_EACH;
        SplittableRandom random = new SplittableRandom(world.seed() ^ 0xB00CL);
        for (int number = 0; number < all; number++) {
            int post = number * (posts.count() / all) + random.nextInt(posts.count() / all);
            rows.add(Ids.spread(number, all, BOOKMARK_NODE)).add(Ids.person(number % people.count()));
            rows.add(posts.id(post)).end();
        }
    }

    private void boosts(Rows rows) throws SQLException {
        for (int boost = 0; boost < boosts.count(); boost++) {
            rows.add(boosts.id(boost)).add(Ids.person(boosts.account(boost))).add(posts.id(boosts.post(boost)));
            rows.add("PUBLIC").end();
        }
    }

    private void fannedOut(Rows rows) throws SQLException {
        for (int post = 0; post < posts.count(); post++) {
            rows.add(posts.id(post)).end();
        }
        for (int boost = 0; boost < boosts.count(); boost++) {
            rows.add(boosts.id(boost)).end();
        }
    }

    private void homes(Rows rows) throws SQLException {
        for (int owner = 0; owner < people.count(); owner++) {
            List<Homes.Entry> entries = homes.of(owner);
            floors[owner] =
                    entries.size() < Homes.CAPACITY ? 0 : entries.getFirst().id() - 1;
            for (Homes.Entry entry : entries) {
                rows.add(Ids.person(owner)).add(entry.id()).add(Ids.person(entry.author()));
                rows.addOrNone(entry.boosted() < 0 ? null : posts.id(entry.boosted()))
                        .end();
            }
        }
    }

    /** Everybody reads now and then, or fan-out would pass them by. */
    private void homeStates(Rows rows) throws SQLException {
        for (int owner = 0; owner < people.count(); owner++) {
            rows.add(Ids.person(owner)).add(floors[owner]).add(Instant.now()).end();
        }
    }

    private void largeAuthors(Rows rows) throws SQLException {
        for (int person = 0; person < people.count(); person++) {
            if (people.isLarge(person)) {
                rows.add(Ids.person(person)).end();
            }
        }
    }
}
