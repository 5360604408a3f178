package io.microblog.notification.mail;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Whatever people write, delete, read and mute: each day tells what is new, wanted and still there, once, at the hour of the
 * reader's own clocks, and no day without such news sends anything.
 *
 * <p>Other histories: {@code -Ddigests.seed=1000}.
 */
@NotificationServiceTest
class DigestPropertyTests {

    private static final long SEED = Long.getLong("digests.seed", 1);
    private static final int DAYS = 3;

    /** A digest quotes five mentions. */
    private static final int MENTIONS = 5;

    /** No clocks change later in the day. */
    private static final int LATEST_CHANGE_OF_CLOCKS = 6;

    private static final Pattern WORDS = Pattern.compile("> (News \\d+)");
    private static final List<String> ZONES = List.of(
            "Asia/Kolkata",
            "America/St_Johns",
            "Asia/Kathmandu",
            "Australia/Lord_Howe",
            "Europe/Madrid",
            "Pacific/Apia");

    @Autowired
    private World world;

    @Autowired
    private JdbcClient jdbc;

    private List<Person> authors;
    private int news;

    /** What has been written to somebody and not been told yet. */
    private record Mention(Person author, String words, PostDraft post) {}

    /** Somebody with a digest, and what is known of them. */
    private final class Reader {

        final Person person = world.newcomer("reader");
        final String zone;
        final int hour;
        final Random random;
        final List<Mention> untold = new ArrayList<>();
        final Set<Long> muted = new HashSet<>();
        final List<String> told = new ArrayList<>();
        int mails;

        Reader(long seed) {
            random = new Random(seed);
            zone = ZONES.get(random.nextInt(ZONES.size()));
            hour = LATEST_CHANGE_OF_CLOCKS + random.nextInt(24 - LATEST_CHANGE_OF_CLOCKS);
            world.moves(person, zone);
            chooses(Map.of("kinds", Map.of("mention", "daily"), "digest", Map.of("hour", hour)));
        }

        private void chooses(Map<String, ?> choice) {
            assertThat(person.sends(MockMvcRequestBuilders.put("/api/v1/mail/preferences")
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .content(JsonMapper.shared().writeValueAsString(choice)))
                            .status())
                    .isEqualTo(200);
        }

        /** Some things happen. */
        void lives(int mentions) {
            for (int i = random.nextInt(mentions + 1); i > 0; i--) {
                Person author = authors.get(random.nextInt(authors.size()));
                String words = "News " + ++news;
                untold.add(new Mention(
                        author, words, author.writes(words).to(person).publish()));
            }
            if (random.nextInt(3) == 0 && !untold.isEmpty()) {
                untold.remove(random.nextInt(untold.size())).post().delete();
            }
            if (random.nextInt(5) == 0) {
                Person author = authors.get(random.nextInt(authors.size()));
                muted.add(author.id());
                world.happens(new UserMuted(world.towards(person, author, null, false, true)));
            }
        }

        void mayRead() {
            List<String> ids = person.notifications().ids();
            if (random.nextInt(3) == 0 && !ids.isEmpty()) {
                person.posts("/api/v1/markers", Map.of("notifications", Map.of("last_read_id", ids.getFirst())));
                untold.clear();
            }
        }

        /** Everything that is held back is due at the hour that was chosen. */
        void expectsTheHour() {
            List<Integer> minutes = jdbc.sql("""
                    SELECT DISTINCT extract(epoch FROM date_bin('1 min', ripe_at + interval '30 s', '2000-01-01')
                        AT TIME ZONE :zone)::bigint % 86400 / 60
                    FROM delivery WHERE state = 'WAITING' AND recipient_id = :id
                    """)
                    .param("zone", zone)
                    .param("id", person.id())
                    .query((row, number) -> row.getInt(1))
                    .list();
            assertThat(minutes).as(zone).isSubsetOf(hour * 60);
        }

        void hasBeenTold() {
            untold.removeIf(mention -> muted.contains(mention.author().id()));
            mails += untold.isEmpty() ? 0 : 1;
            untold.forEach(mention -> told.add(mention.words()));
            untold.clear();
            List<String> found = world.mailOf(person).reversed().stream()
                    .flatMap(mail -> WORDS.matcher(String.valueOf(mail.textBody()))
                            .results()
                            .map(match -> match.group(1)))
                    .toList();
            assertThat(found).as("seed %d", SEED).containsExactlyInAnyOrderElementsOf(told);
            assertThat(world.mailOf(person)).hasSize(mails);
        }
    }

    @BeforeEach
    void people() {
        authors = IntStream.range(0, 3).mapToObj(_ -> world.newcomer("author")).toList();
        world.settle();
    }

    @Test
    void tellWhatIsNewAndWantedOnce() {
        List<Reader> readers = IntStream.range(0, 12)
                .mapToObj(number -> new Reader(SEED + number))
                .toList();
        world.settle();
        for (int day = 0; day < DAYS; day++) {
            readers.forEach(reader -> reader.lives(3));
            world.settle();
            readers.forEach(Reader::mayRead);
            readers.forEach(reader -> reader.lives(MENTIONS - 3));
            world.settle();
            await().until(() -> undecided(readers) == 0);
            readers.forEach(Reader::expectsTheHour);
            aDayPasses(readers);
            world.settleWithMail();
            readers.forEach(Reader::hasBeenTold);
        }
        assertThat(readers.stream().mapToInt(reader -> reader.mails).sum()).isGreaterThan(DAYS);
    }

    /** How many mails have not been put off until their digest. */
    private long undecided(List<Reader> readers) {
        return jdbc.sql("SELECT count(*) FROM delivery WHERE state IN ('WAITING', 'SENDING')"
                        + " AND coalesce(ripe_at, now()) <= now() AND recipient_id IN (:ids)")
                .param("ids", ids(readers))
                .query(Long.class)
                .single();
    }

    private void aDayPasses(List<Reader> readers) {
        jdbc.sql("UPDATE delivery SET created_at = created_at - interval '2 days', due_at = now()"
                        + " WHERE recipient_id IN (:ids) AND state = 'WAITING'")
                .param("ids", ids(readers))
                .update();
    }

    private static List<Long> ids(List<Reader> readers) {
        return readers.stream().map(reader -> reader.person.id()).toList();
    }
}
