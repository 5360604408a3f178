package io.microblog.post.conversation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.microblog.kit.web.Page;
import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.StatementCounter;
import io.microblog.post.Town;
import io.microblog.post.status.SqlFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Direct posts as conversations. */
@PostServiceTest
class ConversationIntegrationTests {

    private static final String PATH = "/api/v1/conversations";
    private static final String DIRECT = "/api/v1/timelines/direct";

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ConversationJournal rows;

    @Autowired
    private Conversations conversations;

    private Person alice;
    private Person bob;
    private Person carol;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        carol = town.newcomer("carol");
    }

    @Test
    void isUnreadForWhomItIsWritten() {
        long post = writes(alice, bob);

        JsonNode ofBob = only(bob);
        assertThat(ofBob.propertyStream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "unread", "accounts", "last_status");
        assertThat(ofBob.path("unread").asBoolean()).isTrue();
        assertThat(accounts(ofBob)).containsExactly(alice.id());
        assertThat(lastStatus(ofBob)).isEqualTo(post);
        JsonNode ofAlice = only(alice);
        assertThat(ofAlice.path("unread").asBoolean()).isFalse();
        assertThat(accounts(ofAlice)).containsExactly(bob.id());
        assertThat(lastStatus(ofAlice)).isEqualTo(post);
        assertThat(bob.reads(DIRECT).ids()).containsExactly(post);
        assertThat(alice.reads(DIRECT).ids()).containsExactly(post);
        assertThat(carol.reads(PATH).ids()).isEmpty();
        assertThat(carol.reads(DIRECT).ids()).isEmpty();
    }

    @Test
    void goesOnWithAnAnswer() {
        long post = writes(alice, bob);
        long conversation = only(bob).path("id").asLong();
        long answer = bob.answers(post, "Yes, @" + alice.name(), "direct");

        assertThat(only(bob).path("id").asLong()).isEqualTo(conversation);
        assertThat(only(bob).path("unread").asBoolean()).isFalse();
        assertThat(only(alice).path("unread").asBoolean()).isTrue();
        assertThat(lastStatus(only(alice))).isEqualTo(answer);
        assertThat(alice.reads(DIRECT).ids()).containsExactly(answer, post);
    }

    @Test
    void isAThreadAmongTheSamePeople() {
        long first = writes(alice, bob);
        long second = writes(alice, bob);
        long among = alice.answers(first, "@" + bob.name() + " @" + carol.name(), "direct");

        assertThat(shown(bob)).containsExactly(among, second, first);
        assertThat(shown(carol)).containsExactly(among);
        assertThat(accounts(only(carol))).containsExactlyInAnyOrder(alice.id(), bob.id());
    }

    @Test
    void mayBeNotesToOneself() {
        long note = alice.posts("Buy bread", "direct");

        assertThat(accounts(only(alice))).containsExactly(alice.id());
        assertThat(lastStatus(only(alice))).isEqualTo(note);
        assertThat(only(alice).path("unread").asBoolean()).isFalse();
    }

    @Test
    void isMadeOfDirectPostsAlone() {
        alice.posts("@" + bob.name(), "private");
        alice.posts("@" + bob.name());

        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(bob.reads(DIRECT).ids()).isEmpty();
    }

    @Test
    void isReadAndUnread() {
        writes(alice, bob);
        String path = PATH + "/" + only(bob).path("id").asString();

        Reply read = bob.sends(HttpMethod.POST, path + "/read", Map.of());
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.body().path("unread").asBoolean(true)).isFalse();
        assertThat(read.body()).isEqualTo(only(bob));

        Reply unread = bob.sends(HttpMethod.POST, path + "/unread", Map.of());
        assertThat(unread.body().path("unread").asBoolean()).isTrue();
        assertThat(unread.body()).isEqualTo(only(bob));
        assertThat(only(alice).path("unread").asBoolean()).isFalse();
    }

    @Test
    void isRemovedUntilSomebodyWrites() {
        long post = writes(alice, bob);
        String path = PATH + "/" + only(bob).path("id").asString();

        Reply removed = bob.deletes(path);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.keys()).isEmpty();
        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(bob.deletes(path).status()).isEqualTo(404);
        assertThat(bob.sends(HttpMethod.POST, path + "/read", Map.of()).status())
                .isEqualTo(404);
        assertThat(shown(alice)).containsExactly(post);
        assertThat(bob.reads(DIRECT).ids()).containsExactly(post);

        long next = alice.answers(post, "And? @" + bob.name(), "direct");
        assertThat(shown(bob)).containsExactly(next);
        assertThat(only(bob).path("unread").asBoolean()).isTrue();
        alice.deletes(next);
        assertThat(bob.reads(PATH).ids()).isEmpty();
    }

    @Test
    void isForNobodyElse() {
        writes(alice, bob);
        String path = PATH + "/" + only(bob).path("id").asString();

        for (Person other : List.of(carol, alice)) {
            assertThat(List.of(
                            other.sends(HttpMethod.POST, path + "/read", Map.of())
                                    .status(),
                            other.sends(HttpMethod.POST, path + "/unread", Map.of())
                                    .status(),
                            other.deletes(path).status()))
                    .containsOnly(404);
        }
        assertThat(List.of(
                        bob.readsSignedOut(PATH).status(),
                        bob.readsSignedOut(DIRECT).status(),
                        bob.triesSignedOut(HttpMethod.POST, path + "/read").status(),
                        bob.triesSignedOut(HttpMethod.DELETE, path).status()))
                .containsOnly(401);
        assertThat(only(bob).path("unread").asBoolean()).isTrue();
    }

    @Test
    void goesBackWhenItsLastPostIsDeleted() {
        long post = writes(alice, bob);
        long answer = bob.answers(post, "Yes, @" + alice.name(), "direct");

        bob.deletes(answer);
        assertThat(shown(alice)).containsExactly(post);
        alice.deletes(post);
        assertThat(alice.reads(PATH).ids()).isEmpty();
        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(rows("conversation", alice, bob) + rows("conversation_post", alice, bob))
                .isZero();
    }

    @Test
    void followsWhomAnEditNames() {
        long first = writes(alice, bob);
        long second = alice.answers(first, "More, @" + bob.name(), "direct");
        bob.sends(HttpMethod.POST, PATH + "/" + only(bob).path("id").asString() + "/read", Map.of());

        alice.edits(second, "More, @" + bob.name() + " @" + carol.name());
        assertThat(shown(bob)).containsExactly(second, first);
        assertThat(unread(bob)).containsExactly(false, false);
        assertThat(shown(carol)).containsExactly(second);
        assertThat(unread(carol)).containsExactly(true);
        assertThat(shown(alice)).containsExactly(second, first);

        alice.edits(second, "More, @" + carol.name());
        assertThat(shown(bob)).containsExactly(first);
        assertThat(bob.reads(DIRECT).ids()).containsExactly(first);
        assertThat(accounts(only(carol))).containsExactly(alice.id());
    }

    @Test
    void staysAsItIsWhenAnEditNamesTheSame() {
        long post = writes(alice, bob);
        bob.deletes(PATH + "/" + only(bob).path("id").asString());

        alice.edits(post, "Said better, @" + bob.name());

        assertThat(bob.reads(PATH).ids()).isEmpty();
    }

    /** Both edits have entered one conversation, or wait until they may, before either of them leaves the other. */
    @Test
    void letsTwoEditsPassEachOther() throws Exception {
        long toBob = writes(alice, bob);
        long toCarol = alice.answers(toBob, "@" + carol.name(), "direct");
        List<Future<Reply>> edits = new ArrayList<>();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.executeWithoutResult(transaction -> {
                jdbc.sql("SELECT id FROM conversation WHERE owner_id IN (:owners) FOR UPDATE")
                        .param("owners", List.of(bob.id(), carol.id()))
                        .query(Long.class)
                        .list();
                edits.add(threads.submit(() -> alice.edits(toBob, "@" + carol.name())));
                edits.add(threads.submit(() -> alice.edits(toCarol, "@" + bob.name())));
                await().until(() -> waiting() == edits.size());
            });
        }

        for (Future<Reply> edit : edits) {
            Reply reply = edit.get();
            assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        }
        assertThat(shown(bob)).containsExactly(toCarol);
        assertThat(shown(carol)).containsExactly(toBob);
    }

    private long waiting() {
        return town.count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'");
    }

    @Test
    void isNotBroughtToWhoWantsNothingOfTheAuthor() {
        Person muting = town.newcomer("muting");
        Person blocking = town.newcomer("blocking");
        Person blocked = town.newcomer("blocked");
        Person suspended = town.newcomer("suspended");
        town.mutes(muting, alice, false);
        town.blocks(blocking, alice);
        town.blocks(alice, blocked);
        suspended.isSuspended();

        writes(alice, bob, muting, blocking, blocked);

        assertThat(rows("conversation", muting, blocking, blocked, suspended)).isZero();
        assertThat(accounts(only(bob))).containsExactlyInAnyOrder(alice.id(), muting.id(), blocking.id(), blocked.id());
    }

    @Test
    void isNotBroughtBackWhereItsThreadIsMuted() {
        long post = writes(alice, bob);
        bob.does("mute", post);

        alice.answers(post, "More, @" + bob.name(), "direct");

        assertThat(shown(bob)).containsExactly(post);
    }

    @Test
    void isNotThereWhileOneBlocksSomebodyInIt() {
        long post = writes(alice, bob);
        String path = PATH + "/" + only(bob).path("id").asString();

        town.blocks(bob, alice);

        assertThat(bob.reads(PATH).ids()).isEmpty();
        assertThat(bob.reads(DIRECT).ids()).isEmpty();
        assertThat(bob.sends(HttpMethod.POST, path + "/read", Map.of()).status())
                .isEqualTo(404);
        town.happens(town.unfollow(bob, alice));
        town.settle();
        assertThat(shown(bob)).containsExactly(post);
    }

    @Test
    void showsNothingOfWhoBlocksTheReaderOrIsSuspended() {
        long first = writes(alice, bob, carol);
        long second = bob.answers(first, "@" + alice.name() + " @" + carol.name(), "direct");

        town.blocks(bob, carol);
        assertThat(shown(carol)).containsExactly(first);
        assertThat(shown(alice)).containsExactly(second);
        bob.isSuspended();
        assertThat(shown(alice)).containsExactly(first);
    }

    @Test
    void takesAPostToMorePeopleThanAnIndexHolds() {
        List<Long> crowd = Stream.concat(
                        Stream.of(alice.id(), bob.id()),
                        Stream.iterate(1L, id -> id + 1_000_003L).limit(1_000))
                .toList();
        var post = DirectPost.of(alice.id() + 1, alice.id() + 1, alice.id(), crowd);
        transactions.executeWithoutResult(transaction -> rows.enter(post));

        assertThat(rows("conversation", alice, bob)).isEqualTo(2);
    }

    @Test
    void showsSomeOfVeryManyPeople() {
        writes(alice, bob);
        jdbc.sql("UPDATE conversation SET participants = participants || :crowd WHERE owner_id = :owner")
                .param("crowd", Stream.iterate(1L, id -> id + 1).limit(1_000).toArray(Long[]::new))
                .param("owner", bob.id())
                .update();

        List<Conversations.ConversationRow> page = conversations.page(bob.id(), new Page(null, null, null, 20));

        assertThat(page).hasSize(1);
        assertThat(page.getFirst().participants()).hasSize(40).startsWith(alice.id());
    }

    @Test
    void pagesByNewestPosts() {
        long first = writes(alice, bob);
        long second = writes(carol, bob);
        long third = writes(alice, bob);
        long again = alice.answers(first, "Again, @" + bob.name(), "direct");

        Reply page = bob.reads(PATH + "?limit=2");
        assertThat(shown(page)).containsExactly(again, third);
        assertThat(shown(bob.reads(page.next()))).containsExactly(second);
        assertThat(shown(bob.reads(PATH + "?limit=1&min_id=" + second))).containsExactly(third);
        Reply direct = bob.reads(DIRECT + "?limit=3");
        assertThat(direct.ids()).containsExactly(again, third, second);
        assertThat(bob.reads(direct.next()).ids()).containsExactly(first);
    }

    @Test
    void costsTheSameHoweverManyThereAre() throws Exception {
        writes(alice, bob);
        int few = StatementCounter.during(() -> bob.reads(PATH));
        for (int i = 0; i < 5; i++) {
            writes(town.newcomer("other"), bob, alice, carol);
        }

        assertThat(StatementCounter.during(() -> bob.reads(PATH)))
                .isEqualTo(few)
                .isLessThanOrEqualTo(4);
    }

    @Test
    void bringsInWhatWasWrittenBefore() throws IOException {
        long first = writes(alice, bob);
        bob.answers(first, "Yes, @" + alice.name() + " @" + carol.name(), "direct");
        alice.posts("Note for @" + alice.name(), "direct");
        writes(carol, alice);
        String migration = migration();

        transactions.executeWithoutResult(transaction -> {
            List<String> written = contents();
            jdbc.sql("DELETE FROM conversation").update();
            jdbc.sql("DELETE FROM conversation_post").update();
            jdbc.sql(migration.substring(migration.indexOf("WITH member"))).update();

            assertThat(contents()).isEqualTo(written).hasSize(2 + 3 + 1 + 2);
            transaction.setRollbackOnly();
        });
    }

    @Test
    void isReadByIndexes() {
        assertThat(plan("conversations.sql"))
                .contains("conversation_by_owner", "conversation_post_in_order", "post_pkey")
                .doesNotContain("Seq Scan");
        assertThat(plan("direct-posts.sql"))
                .contains("conversation_post_pkey", "post_pkey")
                .doesNotContain("Seq Scan");
    }

    /** Of the first page: how many rows another one leaves out, the planner guesses from what other tests wrote. */
    private String plan(String file) {
        List<String> lines = transactions.execute(transaction -> {
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            return jdbc.sql("EXPLAIN " + SqlFile.read(Conversations.class, file))
                    .param("reader", 1L)
                    .param("below", Long.MAX_VALUE)
                    .param("above", 0L)
                    .param("limit", 20)
                    .query(String.class)
                    .list();
        });
        return String.join("\n", lines);
    }

    private static String migration() throws IOException {
        try (var files = Files.newDirectoryStream(Path.of("src/main/resources/db/migration"), "*__conversations.sql")) {
            return Files.readString(files.iterator().next());
        }
    }

    private List<String> contents() {
        return jdbc.sql("""
                        SELECT concat_ws(' ', c.owner_id, c.thread_id, c.participants, c.last_post_id, x.post_id)
                        FROM conversation c JOIN conversation_post x ON x.conversation_id = c.id AND x.owner_id = c.owner_id
                        WHERE c.owner_id = ANY (:owners) ORDER BY 1
                        """)
                .param("owners", new Long[] {alice.id(), bob.id(), carol.id()})
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long rows(String table, Person... owners) {
        return Stream.of(owners)
                .mapToLong(owner -> town.count("SELECT count(*) FROM " + table + " WHERE owner_id = " + owner.id()))
                .sum();
    }

    private static long writes(Person from, Person... to) {
        return from.posts(
                "Hello" + Stream.of(to).map(person -> " @" + person.name()).reduce("", String::concat), "direct");
    }

    private static JsonNode only(Person owner) {
        JsonNode conversations = owner.reads(PATH).body();
        assertThat(conversations).hasSize(1);
        return conversations.get(0);
    }

    private static List<Long> shown(Person owner) {
        return shown(owner.reads(PATH));
    }

    private static List<Long> shown(Reply page) {
        return each(page.body()).map(ConversationIntegrationTests::lastStatus).toList();
    }

    private static List<Boolean> unread(Person owner) {
        return each(owner.reads(PATH).body())
                .map(conversation -> conversation.path("unread").asBoolean())
                .toList();
    }

    private static long lastStatus(JsonNode conversation) {
        return conversation.path("last_status").path("id").asLong();
    }

    private static List<Long> accounts(JsonNode conversation) {
        return each(conversation.path("accounts"))
                .map(account -> account.path("id").asLong())
                .toList();
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
