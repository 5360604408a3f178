package io.microblog.post.home;

import java.time.Duration;

import io.microblog.post.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of homes and authors by and by, made to happen at once. */
public class Upkeep {

    private final JdbcClient jdbc;
    private final Homes homes;
    private final LargeAuthors large;
    private final CarriedPosts carried;
    private final HomeProperties properties;
    private final TransactionTemplate transactions;

    Upkeep(
            JdbcClient jdbc,
            Homes homes,
            LargeAuthors large,
            CarriedPosts carried,
            HomeProperties properties,
            TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.homes = homes;
        this.large = large;
        this.carried = carried;
        this.properties = properties;
        this.transactions = transactions;
    }

    /** Into how many homes posts came is counted. */
    public void counts() {
        carried.count();
    }

    /** Nobody has read the home for longer than it is kept. */
    void abandons(Person owner) {
        isReadLast(owner, properties.absence().plusDays(1));
        homes.leave();
    }

    void isReadLast(Person owner, Duration ago) {
        jdbc.sql("UPDATE home SET read_at = now() - CAST(:ago AS interval) WHERE owner_id = :owner")
                .param("ago", ago.toString())
                .param("owner", owner.id())
                .update();
    }

    /** A crowd follows an author, and with this fan they are enough to make the author large. */
    void enlarges(Person author, Person fan) {
        crowd(author, properties.fanOutLimit() - 1);
        fan.follows(author);
    }

    /** The crowd has enough of an author, and so has the fan. */
    void shrinks(Person author, Person fan) {
        fan.unfollows(author);
        crowd(author, 1 - properties.fanOutLimit());
        large.shrink();
    }

    private void crowd(Person author, int followers) {
        jdbc.sql("""
                INSERT INTO author_counts AS c (author_id, followers) VALUES (:author, :followers)
                ON CONFLICT (author_id) DO UPDATE SET followers = c.followers + :followers
                """).param("author", author.id()).param("followers", followers).update();
    }

    /** Cuts all homes. */
    void trims(int capacity) {
        var trimming = new HomeTrimming(jdbc, holding(capacity), transactions);
        jdbc.sql("SELECT name FROM home_partition")
                .query(String.class)
                .list()
                .forEach(partition -> trim(trimming, partition));
    }

    private static void trim(HomeTrimming trimming, String partition) {
        try {
            trimming.trim(partition);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The properties of a service whose homes hold so many entries. */
    static HomeProperties holding(int capacity) {
        return new HomeProperties(capacity, 40, 5_000, Duration.ofDays(30), 0.4, Duration.ZERO);
    }
}
