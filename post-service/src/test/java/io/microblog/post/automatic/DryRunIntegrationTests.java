package io.microblog.post.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.microblog.kit.id.IdGenerator;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static io.microblog.post.automatic.Staff.RULES;
import static io.microblog.post.automatic.Staff.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Rules tried on what was published. */
@PostServiceTest
class DryRunIntegrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(DryRunIntegrationTests.class);
    private static final String RUNS = RULES + "/dry_runs";

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DryRunRows rows;

    @Autowired
    private IdGenerator ids;

    @Autowired
    private TransactionTemplate transaction;

    private Staff admin;
    private Person alice;

    @BeforeEach
    void people() {
        admin = new Staff(town.newcomer("admin"));
        alice = town.newcomer("alice");
    }

    @AfterEach
    void nothingForOthers() {
        admin.endsAllRules();
        jdbc.sql("DELETE FROM automatic_dry_run").update();
    }

    @Test
    void tellsWhatARuleWouldHaveCaught() {
        long first = alice.posts("dryness one");
        alice.posts("Nothing");
        long second = alice.posts("Dryness, two", "unlisted");
        alice.posts("dryness three", "private");

        Reply run = starts(words("dryness"));
        assertThat(run.keys())
                .containsExactlyInAnyOrder(
                        "id",
                        "rule_id",
                        "conditions",
                        "action",
                        "state",
                        "judged",
                        "of",
                        "caught",
                        "created_at",
                        "ended_at");
        Reply done = finished(run.id());
        assertThat(done.text("state")).isEqualTo("done");
        assertThat(done.body().path("caught").asInt()).isEqualTo(3);
        assertThat(done.body().path("judged")).isEqualTo(done.body().path("of"));
        assertThat(admin.reads(RUNS).ids()).containsExactly(run.id());

        String caught = RUNS + "/" + run.id() + "/statuses";
        assertThat(admin.reads(caught).ids()).containsExactly(second, first);
        assertThat(admin.reads(admin.reads(caught + "?limit=2").next()).ids()).containsExactly(first);
    }

    @Test
    void triesASavedRule() {
        long post = alice.posts("drysaved");
        long rule = admin.rules("hold", words("drysaved")).id();
        Reply run = admin.does(HttpMethod.POST, RUNS, Map.of("rule_id", rule));
        assertThat(run.body().path("rule_id").asLong()).isEqualTo(rule);
        finished(run.id());
        assertThat(admin.reads(RUNS + "/" + run.id() + "/statuses").ids()).containsExactly(post);
        assertThat(alice.reads("/api/v1/statuses/" + post).text("visibility")).isEqualTo("public");
    }

    @Test
    void namesWhatIsWrong() {
        assertThat(admin.does(HttpMethod.POST, RUNS, Map.of("conditions", List.of(words()), "action", "hold"))
                        .body()
                        .path("details")
                        .propertyNames())
                .containsExactly("conditions[0][words]");
        assertThat(admin.does(HttpMethod.POST, RUNS, Map.of("rule_id", 1)).status())
                .isEqualTo(404);
        assertThat(alice.reads(RUNS).status()).isEqualTo(403);
    }

    @Test
    void runsOneAtATimeUntilItIsCancelled() {
        long run = runs(words("cancelled"), 0, "infinity");
        assertThat(admin.does(HttpMethod.POST, RUNS, Staff.rule("hold", words("another")))
                        .status())
                .isEqualTo(409);
        Reply cancelled = admin.does(HttpMethod.POST, RUNS + "/" + run + "/cancel", new HashMap<>());
        assertThat(cancelled.text("state")).isEqualTo("cancelled");
        assertThat(cancelled.text("ended_at")).isNotNull();
        assertThat(finished(starts(words("another")).id()).text("state")).isEqualTo("done");
    }

    @Test
    void goesOnWhereAKilledInstanceStopped() {
        long first = alice.posts("dryresumed 1");
        long second = alice.posts("dryresumed 2");
        long run = runs(words("dryresumed"), first - 1, "infinity");
        DryRun claimed = rows.find(run).orElseThrow();
        transaction.executeWithoutResult(_ -> rows.advance(claimed, first, 1, List.of(first), false));
        jdbc.sql("UPDATE automatic_dry_run SET claimed_until = now() - interval '1 second'")
                .update();

        assertThat(finished(run).body().path("caught").asInt()).isEqualTo(2);
        assertThat(admin.reads(RUNS + "/" + run + "/statuses").ids()).containsExactly(second, first);
        assertThat(transaction.<Boolean>execute(_ -> rows.advance(claimed, second, 1, List.of(second), false)))
                .as("whoever was thought to be dead")
                .isFalse();
        assertThat(admin.reads(RUNS + "/" + run).body().path("caught").asInt()).isEqualTo(2);
    }

    /** Random rules, posts and people: each rule catches the same when they are published and when it is tried afterwards. */
    @Test
    void catchesWhatTheRuleInForceCaught() {
        var random = new Random(20261130);
        List<Person> people =
                IntStream.range(0, 4).mapToObj(i -> town.newcomer("p" + i)).toList();
        List<Long> rules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rules.add(admin.rules("report", someConditions(random)).id());
        }
        long first = ids.next();
        for (int i = 0; i < 120; i++) {
            Person author = one(people, random);
            author.tries(Map.of(
                    "status",
                    someText(random, people),
                    "visibility",
                    one(List.of("public", "private", "direct"), random)));
            if (i % 20 == 10) {
                one(people, random).follows(author);
            }
        }

        long hits = 0;
        for (long rule : rules) {
            var live = jdbc.sql("SELECT coalesce(post_id, 0) FROM automatic_rule_hit WHERE rule_id = :rule")
                    .param("rule", rule)
                    .query(Long.class)
                    .list();
            long run = runs(rule, first);
            Reply done = finished(run);
            var dry = jdbc.sql("""
                            SELECT CASE WHEN p.visibility = 'DIRECT' THEN 0 ELSE p.id END
                            FROM automatic_dry_run_post d JOIN post p ON p.id = d.post_id WHERE d.run_id = :run
                            """).param("run", run).query(Long.class).list();
            assertThat(dry)
                    .as(admin.reads(RULES + "/" + rule).body().toString())
                    .containsExactlyInAnyOrderElementsOf(live);
            assertThat(done.body().path("caught").asInt()).isEqualTo(live.size());
            hits += live.size();
        }
        assertThat(hits).isPositive();
    }

    /** As many posts as {@code -Ddry-run.posts} says; 100,000 take less than a minute. */
    @Test
    void judgesManyPosts() {
        int posts = Integer.getInteger("dry-run.posts", 2_500);
        long template = alice.posts("Template");
        long first = IdGenerator.firstOf(Instant.now().minus(Duration.ofDays(29)));
        try {
            publishMany(template, first, posts);
            long began = System.nanoTime();
            long run = runs(
                    first - 1,
                    "-infinity",
                    Map.of("type", "expression", "expression", "(?i)w[0-9a-f]*7|win"),
                    Map.of("type", "rate", "more_than", 2, "within_minutes", 60 * 24),
                    Map.of("type", "duplicates", "at_least", 2, "within_hours", 72));
            Reply done = finished(run);
            LOG.info(
                    "{} posts judged in {} ms, {} caught",
                    posts,
                    (System.nanoTime() - began) / 1_000_000,
                    done.body().path("caught"));
            assertThat(done.body().path("judged").asInt()).isGreaterThanOrEqualTo(posts);
            assertThat(done.body().path("caught").asInt()).isPositive();
        } finally {
            jdbc.sql("DELETE FROM post WHERE id BETWEEN :first AND :last")
                    .param("first", first)
                    .param("last", first + posts * 20_000_000L)
                    .update();
        }
    }

    /** Posts of 500 people, one of four nearly the same as others. */
    private void publishMany(long template, long first, int count) {
        var random = new Random(1);
        int batch = 5_000;
        for (int from = 0; from < count; from += batch) {
            var texts = new ArrayList<String>();
            var printed = new ArrayList<Long>();
            var prints = new ArrayList<Integer>();
            for (int i = from; i < Math.min(count, from + batch); i++) {
                String text = i % 4 == 0
                        ? "Win a bicycle today, write to our friendly team number " + i % 16
                        : "About "
                                + random.ints(30).mapToObj(Integer::toHexString).reduce("", (a, b) -> a + " w" + b);
                texts.add(text);
                for (int print : Prints.of("", text)) {
                    printed.add(first + i * 20_000_000L);
                    prints.add(print);
                }
            }
            jdbc.sql("""
                    INSERT INTO post SELECT (jsonb_populate_record(p, jsonb_build_object(
                        'id', :first + n.i * 20000000, 'thread_id', :first + n.i * 20000000,
                        'author_id', :first + n.i % 500, 'text', n.text, 'content', n.text))).*
                    FROM post p CROSS JOIN (
                        SELECT :from + place - 1 AS i, text
                        FROM unnest(CAST(:texts AS text[])) WITH ORDINALITY AS t (text, place)) n
                    WHERE p.id = :template
                    """)
                    .param("first", first)
                    .param("from", (long) from)
                    .param("texts", texts.toArray(String[]::new))
                    .param("template", template)
                    .update();
            jdbc.sql("INSERT INTO post_print (post_id, print) SELECT DISTINCT * FROM unnest("
                            + "CAST(:posts AS bigint[]), CAST(:prints AS int[])) AS n (post_id, print)")
                    .param("posts", printed.toArray(Long[]::new))
                    .param("prints", prints.toArray(Integer[]::new))
                    .update();
        }
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    private Reply starts(Map<String, ?>... conditions) {
        Reply run = admin.does(HttpMethod.POST, RUNS, Staff.rule("report", conditions));
        assertThat(run.status()).as(run.body().toString()).isEqualTo(200);
        return run;
    }

    private Reply finished(long run) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !"running".equals(admin.reads(RUNS + "/" + run).text("state")));
        return admin.reads(RUNS + "/" + run);
    }

    /** A run over the posts from {@code first} on. */
    private long runs(long rule, long first) {
        AutomaticRule saved = new AutomaticRuleRows(jdbc).find(rule).orElseThrow();
        return adds(saved.conditions(), first - 1, "-infinity");
    }

    private long runs(Map<String, ?> condition, long after, String claimedUntil) {
        return runs(after, claimedUntil, condition);
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // they are only read
    private long runs(long after, String claimedUntil, Map<String, ?>... conditions) {
        long rule = admin.rules("report", conditions).id();
        List<Condition> read =
                new AutomaticRuleRows(jdbc).find(rule).orElseThrow().conditions();
        admin.endsAllRules();
        return adds(read, after, claimedUntil);
    }

    private long adds(List<Condition> conditions, long after, String claimedUntil) {
        long id = ids.next();
        transaction.executeWithoutResult(_ -> {
            rows.add(
                    new DryRun(
                            id, null, conditions, RuleAction.REPORT, DryRun.State.RUNNING, id, after, null, 0, 0, null),
                    admin.person().id());
            jdbc.sql("UPDATE automatic_dry_run SET claimed_until = CAST(:until AS timestamptz) WHERE id = :id")
                    .param("until", claimedUntil)
                    .param("id", id)
                    .update();
        });
        return id;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?>[] someConditions(Random random) {
        List<Map<String, ?>> all = List.of(
                words("apple", "pear tree"),
                Map.of("type", "words", "words", List.of("app"), "whole", false),
                Map.of("type", "expression", "expression", "p(ea|lu)[rm]s?"),
                Map.of("type", "links", "hosts", List.of("fruit.example")),
                Map.of("type", "language", "languages", List.of("en", "de"), "except", random.nextBoolean()),
                Map.of("type", "account_age", "less_than_hours", 1 + random.nextInt(2)),
                Map.of("type", "strangers", "more_than", random.nextInt(2)),
                Map.of("type", "rate", "more_than", random.nextInt(15), "within_minutes", 10),
                Map.of("type", "duplicates", "at_least", 1 + random.nextInt(3), "within_hours", 1));
        var chosen = new TreeSet<Integer>();
        int wanted = 1 + random.nextInt(2);
        while (chosen.size() < wanted) {
            chosen.add(random.nextInt(all.size()));
        }
        return chosen.stream().map(all::get).toArray(Map[]::new);
    }

    private static String someText(Random random, List<Person> people) {
        String base = one(
                List.of(
                        "An apple a day keeps the doctor away, as they say in the village",
                        "The pear tree beyond the river bears its fruit late this year",
                        "Plums! See https://shop.fruit.example/plums for all that we have got left",
                        "Nothing of the kind is to be read in here today"),
                random);
        String named = random.nextInt(3) == 0 ? " @" + one(people, random).name() : "";
        return base + named + (random.nextBoolean() ? " " + random.nextInt(9) : "");
    }

    private static <T> T one(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
