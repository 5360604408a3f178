package io.microblog.post;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import io.microblog.event.AccountEvent.UserProfileUpdated;
import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.AccountState.Restrictions;
import io.microblog.event.Event;
import io.microblog.event.RelationshipEvent.UserBlocked;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipEvent.UserMuted;
import io.microblog.event.RelationshipEvent.UserUnfollowed;
import io.microblog.event.RelationshipState;
import io.microblog.event.Visibility;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.testing.TestTokens;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.awaitility.Awaitility.await;

/** Where people live who post and follow. What user-service would tell of them arrives as events over Kafka. */
public class Town implements AutoCloseable {

    private static final AtomicLong VERSIONS = new AtomicLong();

    private final MockMvc http;
    private final Outbox outbox;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final KafkaAdmin kafka;
    private final ConsumerGroups consumers;

    Town(
            MockMvc http,
            Outbox outbox,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            IdGenerator ids,
            KafkaAdmin kafka) {
        this.http = http;
        this.outbox = outbox;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.ids = ids;
        this.kafka = kafka;
        this.consumers = new ConsumerGroups(kafka);
    }

    /** Somebody whom this service has heard of. The name gets a number, so that each test has its own people. */
    public Person newcomer(String name) {
        Person person = stranger(name);
        happens(new UserRegistered(person.account()));
        soon().until(() -> count("SELECT count(*) FROM author WHERE id = " + person.id()) == 1);
        return person;
    }

    /** Somebody whom only user-service knows. */
    public Person newcomerWhoseEventIsLate(String name) {
        Person person = stranger(name);
        UserServiceStub.knows(person.account());
        return person;
    }

    /** Somebody nobody knows. */
    public Person stranger(String name) {
        long id = ids.next();
        return new Person(this, http, account(id, name + id % 1_000_000_007, VERSIONS.incrementAndGet(), null, false));
    }

    void changes(Person person, @Nullable String language, boolean suspended) {
        var next = account(person.id(), person.name(), VERSIONS.incrementAndGet(), language, suspended);
        happens(new UserProfileUpdated(next));
        settle();
    }

    /** From now on pages of these domains may name them as their author. */
    public void allows(Person person, String... domains) {
        AccountState now = person.account();
        happens(new UserProfileUpdated(new AccountState(
                now.id(),
                VERSIONS.incrementAndGet(),
                now.username(),
                now.displayName(),
                now.note(),
                now.avatar(),
                now.header(),
                now.locked(),
                now.bot(),
                now.discoverable(),
                now.indexable(),
                now.suspended(),
                now.fields(),
                now.postingDefaults(),
                now.createdAt(),
                List.of(domains),
                null)));
        settle();
    }

    /** Moderation restricts somebody, or lifts that. */
    public void restricts(Person person, boolean limited, boolean sensitized) {
        AccountState now = person.account();
        happens(new UserRestricted(new AccountState(
                now.id(),
                VERSIONS.incrementAndGet(),
                now.username(),
                now.displayName(),
                now.note(),
                now.avatar(),
                now.header(),
                now.locked(),
                now.bot(),
                now.discoverable(),
                now.indexable(),
                now.suspended(),
                now.fields(),
                now.postingDefaults(),
                now.createdAt(),
                null,
                new Restrictions(limited, sensitized))));
    }

    void follows(Person from, Person to) {
        happens(follow(from, to));
        settle();
    }

    void unfollows(Person from, Person to) {
        happens(new UserUnfollowed(relationship(from, to, false, true)));
        settle();
    }

    /** From now on one blocks the other. */
    public void blocks(Person from, Person to) {
        happens(block(from, to));
        settle();
    }

    /** The event of a block that begins now. */
    public UserBlocked block(Person from, Person to) {
        return new UserBlocked(pair(from, to, false, true, false));
    }

    /** From now on one does not want to come across the other, whom they may follow all the same. */
    public void mutes(Person from, Person to, boolean following) {
        happens(new UserMuted(pair(from, to, following, false, true)));
        settle();
    }

    /** The event of a follow that begins now. */
    public UserFollowed follow(Person from, Person to) {
        return new UserFollowed(relationship(from, to, true, true));
    }

    /** The event of a follow that leaves out boosts. */
    public UserFollowed followWithoutBoosts(Person from, Person to) {
        return new UserFollowed(relationship(from, to, true, false));
    }

    /** The event of a follow of what somebody writes in one language. */
    public UserFollowed follow(Person from, Person to, String language) {
        RelationshipState all = relationship(from, to, true, true);
        return new UserFollowed(new RelationshipState(
                all.fromId(),
                all.toId(),
                all.version(),
                true,
                true,
                false,
                all.followedAt(),
                List.of(language),
                null,
                false,
                false,
                false,
                null));
    }

    /** The event of a follow that ends now. */
    public UserUnfollowed unfollow(Person from, Person to) {
        return new UserUnfollowed(relationship(from, to, false, true));
    }

    /** The state of a mute that begins now, of somebody whom one may follow all the same. */
    public RelationshipState mute(Person from, Person to, boolean following) {
        return pair(from, to, following, false, true);
    }

    /** The account with other defaults for its posts. */
    public AccountState changed(AccountState account, PostingDefaults defaults) {
        return next(account, defaults, account.suspended());
    }

    /** The account after moderation has closed it. */
    public AccountState suspended(AccountState account) {
        return next(account, account.postingDefaults(), true);
    }

    /** What user-service writes through before the events arrive; the status of the answer. */
    public int isTold(RelationshipState... states) {
        return hearsFrom("user-service", "relationship-states", List.of(states));
    }

    /** The same of an account. */
    public int isTold(AccountState account) {
        return hearsFrom("user-service", "account-states", List.of(account));
    }

    /** What some service says; the status of the answer. */
    public int hearsFrom(String service, String what, List<?> states) {
        try {
            return http.perform(MockMvcRequestBuilders.put("/internal/" + what)
                            .header("Authorization", "Bearer " + TestTokens.forService(service, "post-service"))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(UserServiceStub.JSON.writeValueAsBytes(states)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Sends events as their owner would, in this order. */
    public void happens(Event... events) {
        for (Event event : events) {
            transactions.executeWithoutResult(transaction -> outbox.append(event));
        }
    }

    /** Waits until every event has been sent and every consumer has dealt with all of them, and with what that led to. */
    public void settle() {
        soon().until(() -> isSent() && consumers.lag() == 0 && isSent());
    }

    private boolean isSent() {
        return count("SELECT count(*) FROM outbox") == 0;
    }

    /** Looks often: tests wait here thousands of times. */
    private static ConditionFactory soon() {
        return await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .atMost(Duration.ofSeconds(30));
    }

    /** What Kafka has of a post, oldest first: type, version and content. */
    public List<String> eventsOf(long post) {
        var found = new ArrayList<String>();
        read("post.post.v1", found(post, found));
        return found;
    }

    /** What Kafka has been told of a post that is there, oldest first. */
    public List<JsonNode> statesOf(long post) {
        var found = new ArrayList<JsonNode>();
        read("post.post.v1", record -> {
            if (record.key().equals(Long.toString(post))) {
                found.add(JsonMapper.shared().readTree(record.value()).path("post"));
            }
        });
        return found;
    }

    /** What Kafka has been told of a post that is gone. */
    public JsonNode deletionOf(long post) {
        var found = new ArrayList<JsonNode>();
        read("post.post.v1", record -> {
            if (record.key().equals(Long.toString(post)) && type(record).equals("PostDeleted")) {
                found.add(JsonMapper.shared().readTree(record.value()));
            }
        });
        return found.getLast();
    }

    /** What Kafka has of the reactions to a post, oldest first: type, version, favourites and boosts. */
    public List<String> reactionsTo(long post) {
        var found = new ArrayList<String>();
        read("post.engagement.v1", record -> {
            if (record.key().equals(Long.toString(post))) {
                JsonNode numbers = JsonMapper.shared().readTree(record.value()).path("engagement");
                found.add("%s %d %d %d"
                        .formatted(
                                type(record),
                                numbers.path("version").asLong(),
                                numbers.path("favourites").asLong(),
                                numbers.path("boosts").asLong()));
            }
        });
        return found;
    }

    /** What Kafka has of the threads that somebody muted, oldest first: type and state. */
    public List<String> threadMutesOf(Person person) {
        var found = new ArrayList<String>();
        read("post.reader.v1", record -> {
            JsonNode mute = JsonMapper.shared().readTree(record.value()).path("mute");
            if (mute.path("accountId").asString().equals(Long.toString(person.id()))) {
                found.add(
                        "%s %s %s".formatted(type(record), mute.path("threadId").asString(), mute.path("muted")));
            }
        });
        return found;
    }

    /** What a topic's events of one type are about; an event that was sent twice counts once. */
    public List<Long> subjects(String topic, String type) {
        return keys(topic, type).stream().map(Long::valueOf).toList();
    }

    /** Likewise, of events that are not about something with a number. */
    public List<String> keys(String topic, String type) {
        var byEvent = new HashMap<String, String>();
        read(topic, record -> {
            if (type(record).equals(type)) {
                byEvent.put(header(record, "ce_id"), record.key());
            }
        });
        return List.copyOf(byEvent.values());
    }

    private void read(String topic, Consumer<ConsumerRecord<String, String>> reader) {
        var settings = new HashMap<String, Object>(kafka.getConfigurationProperties());
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = ConsumerGroups.partitions(topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long end = consumer.endOffsets(partitions).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            while (partitions.stream().mapToLong(consumer::position).sum() < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(reader);
            }
        }
    }

    /** Another member joins a group of consumers, takes over a part of the topic, and goes without having handled anything. */
    public void comeAndGo(String group, String topic) {
        var settings = new HashMap<String, Object>(kafka.getConfigurationProperties());
        settings.put("group.id", group);
        settings.put("enable.auto.commit", "false");
        try (var member = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            member.subscribe(List.of(topic));
            soon().until(() -> {
                member.poll(Duration.ofMillis(50));
                return !member.assignment().isEmpty();
            });
            member.poll(Duration.ofMillis(200));
        }
    }

    private static String type(ConsumerRecord<String, String> record) {
        return header(record, "ce_type");
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static Consumer<ConsumerRecord<String, String>> found(long post, List<String> found) {
        return record -> {
            if (record.key().equals(Long.toString(post))) {
                JsonNode event = JsonMapper.shared().readTree(record.value());
                JsonNode state = event.has("post") ? event.path("post") : event;
                found.add((type(record) + " " + state.path("version").asLong() + " "
                                + state.path("content").asString(""))
                        .strip());
            }
        };
    }

    /** What is written into somebody's home, newest first. */
    public List<Long> entriesOf(Person owner) {
        return jdbc.sql("SELECT post_id FROM home_timeline WHERE owner_id = :owner ORDER BY post_id DESC")
                .param("owner", owner.id())
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** How many rows a query counts. */
    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** The place where each topic ends at present. */
    public Map<TopicPartition, Long> ends() {
        return consumers.ends();
    }

    /** Every consumer begins anew with the first event. They must not be running. */
    public void rewind() {
        rewind(Map.of());
    }

    /** Every consumer begins anew with the first event after a place. They must not be running. */
    public void rewind(Map<TopicPartition, Long> place) {
        consumers.rewind(place);
    }

    private static RelationshipState pair(Person from, Person to, boolean following, boolean blocking, boolean muting) {
        return new RelationshipState(
                from.id(),
                to.id(),
                VERSIONS.incrementAndGet(),
                following,
                true,
                false,
                following ? Instant.now() : null,
                null,
                null,
                blocking,
                muting,
                false,
                null);
    }

    private static RelationshipState relationship(Person from, Person to, boolean following, boolean showBoosts) {
        return new RelationshipState(
                from.id(),
                to.id(),
                VERSIONS.incrementAndGet(),
                following,
                showBoosts,
                false,
                following ? Instant.now() : null);
    }

    private static AccountState next(AccountState account, PostingDefaults defaults, boolean suspended) {
        return new AccountState(
                account.id(),
                VERSIONS.incrementAndGet(),
                account.username(),
                account.displayName(),
                account.note(),
                account.avatar(),
                account.header(),
                account.locked(),
                account.bot(),
                account.discoverable(),
                account.indexable(),
                suspended,
                account.fields(),
                defaults,
                account.createdAt());
    }

    private static AccountState account(
            long id, String username, long version, @Nullable String language, boolean suspended) {
        return new AccountState(
                id,
                version,
                username,
                username.toUpperCase(Locale.ROOT),
                "<p>Hello</p>",
                null,
                null,
                false,
                false,
                true,
                true,
                suspended,
                List.of(new AccountState.Field("Home", "Town", null)),
                new PostingDefaults(Visibility.PUBLIC, false, language),
                IdGenerator.timeOf(id));
    }

    @Override
    public void close() {
        consumers.close();
    }
}
