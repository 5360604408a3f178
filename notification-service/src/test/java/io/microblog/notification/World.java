package io.microblog.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.microblog.event.AccountEvent.UserErased;
import io.microblog.event.AccountEvent.UserRegistered;
import io.microblog.event.AccountEvent.UserRestricted;
import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.AccountState.Restrictions;
import io.microblog.event.ContactEvent.ContactChanged;
import io.microblog.event.Event;
import io.microblog.event.EventJson;
import io.microblog.event.ReaderEvent.ThreadMuted;
import io.microblog.event.ReaderEvent.ThreadUnmuted;
import io.microblog.event.RelationshipEvent.UserFollowed;
import io.microblog.event.RelationshipState;
import io.microblog.event.SecurityEvent.AccountSanctioned;
import io.microblog.event.SecurityEvent.AppealDecided;
import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.event.ThreadMute;
import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import io.microblog.local.sandbox.postmark.SentMessage;
import io.microblog.testing.TestTokens;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

/** Everything around the service: people, what happens to them, and the mail they get. */
public class World implements DisposableBean {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final AtomicLong VERSIONS = new AtomicLong();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> TOPIC_BY_GROUP = Map.ofEntries(
            Map.entry("notification-service.accounts", "user.account.v1"),
            Map.entry("notification-service.contacts", "user.contact.v1"),
            Map.entry("notification-service.engagement", "post.engagement.v1"),
            Map.entry("notification-service.follow-replica", "user.relationship.v1"),
            Map.entry("notification-service.follows", "user.relationship.v1"),
            Map.entry("notification-service.moderation", "user.moderation.v1"),
            Map.entry("notification-service.posts", "post.post.v1"),
            Map.entry("notification-service.push-ends", "user.security.v1"),
            Map.entry("notification-service.schedules", "post.schedule.v1"),
            Map.entry("notification-service.security", "user.security.v1"),
            Map.entry("notification-service.sign-ups", "user.account.v1"),
            Map.entry("notification-service.thread-mutes", "post.reader.v1"),
            Map.entry("notification-service.warnings", "user.security.v1"));

    private final MockMvc http;
    private final JdbcClient jdbc;
    private final IdGenerator ids;
    private final KafkaAdmin kafka;
    private final KafkaProducer<String, byte[]> producer;

    World(MockMvc http, JdbcClient jdbc, IdGenerator ids, KafkaAdmin kafka) {
        this.http = http;
        this.jdbc = jdbc;
        this.ids = ids;
        this.kafka = kafka;
        this.producer = new KafkaProducer<>(
                kafka.getConfigurationProperties(), new StringSerializer(), new ByteArraySerializer());
    }

    /** Somebody whose mails are in English. The name gets a number, so that each test has its own people. */
    public Person newcomer(String name) {
        return newcomer(name, "en");
    }

    /** Somebody whose mails are in this language. */
    public Person newcomer(String name, String locale) {
        return newcomer(name, name.toUpperCase(java.util.Locale.ROOT), locale);
    }

    /** Somebody with a chosen display name. */
    public Person newcomer(String name, String displayName, String locale) {
        Person person = stranger(name, displayName, locale);
        happens(new UserRegistered(account(person, false)));
        happens(new ContactChanged(person.id(), VERSIONS.incrementAndGet(), locale, "Europe/Madrid", true));
        return person;
    }

    /** Somebody whom user-service knows, but whose events are late. */
    public Person stranger(String name, String displayName, String locale) {
        long id = ids.next();
        String username = name + id % 1_000_000_007;
        Person person = new Person(this, id, username, displayName, username + "@example.org");
        String text = Long.toString(id);
        Neighbours.know(
                "accounts",
                id,
                Map.of(
                        "id",
                        text,
                        "username",
                        username,
                        "acct",
                        username,
                        "display_name",
                        displayName,
                        "note",
                        "<p>I am " + name + "</p>",
                        "avatar_static",
                        "https://blog.example/avatars/" + name + ".png"));
        isReachable(person, locale, "Europe/Madrid");
        Neighbours.know(
                "account-states",
                id,
                Map.ofEntries(
                        Map.entry("id", text),
                        Map.entry("version", 0),
                        Map.entry("username", username),
                        Map.entry("display_name", displayName),
                        Map.entry("note", ""),
                        Map.entry("locked", false),
                        Map.entry("bot", false),
                        Map.entry("discoverable", true),
                        Map.entry("indexable", true),
                        Map.entry("suspended", false),
                        Map.entry("fields", List.of()),
                        Map.entry("posting_defaults", Map.of("visibility", "public", "sensitive", false)),
                        Map.entry("created_at", Instant.now().toString())));
        return person;
    }

    /** The person's clocks show the time of this zone from now on; the event is on its way. */
    public void moves(Person person, String zone) {
        isReachable(person, "en", zone);
        happens(new ContactChanged(person.id(), VERSIONS.incrementAndGet(), "en", zone, true));
    }

    /** User-service knows where the person's mails go. */
    private static void isReachable(Person person, String locale, String zone) {
        Neighbours.know(
                "contacts",
                person.id(),
                Map.of(
                        "account_id", Long.toString(person.id()),
                        "username", person.username(),
                        "display_name", person.displayName(),
                        "email", person.email(),
                        "locale", locale,
                        "time_zone", zone,
                        "confirmed", true));
    }

    /** The person is closed by moderation from now on. */
    public void suspend(Person person) {
        happens(new UserRegistered(account(person, true)));
        settle();
    }

    /** All that the person has is deleted. */
    public void erase(Person person) {
        happens(new UserErased(account(person, true)));
        settle();
    }

    /** Moderation keeps the person from those who do not follow them, or lets them before everybody again. */
    public void limit(Person person, boolean limited) {
        happens(new UserRestricted(account(person, false, new Restrictions(limited, false))));
        settle();
    }

    /** The event of a follow that begins now. */
    public UserFollowed follow(Person from, Person to) {
        return follow(from, to, Instant.now(), true);
    }

    /** The event of a follow, or of a change of its options, with its beginning. */
    public UserFollowed follow(Person from, Person to, Instant since, boolean showBoosts) {
        return new UserFollowed(
                new RelationshipState(from.id(), to.id(), VERSIONS.incrementAndGet(), true, showBoosts, false, since));
    }

    /** The event of a follow by somebody who wants to be told of each post in these languages, null for all. */
    public UserFollowed followWithBell(Person from, Person to, @Nullable List<String> languages) {
        return new UserFollowed(new RelationshipState(
                from.id(),
                to.id(),
                VERSIONS.incrementAndGet(),
                true,
                true,
                true,
                Instant.now(),
                languages,
                null,
                false,
                false,
                false,
                null));
    }

    /** Somebody wants to hear no more of the thread that a post began, or wants to again. */
    public void mutesThread(Person person, long thread, boolean muted) {
        var mute = new ThreadMute(person.id(), thread, VERSIONS.incrementAndGet(), muted);
        happens(muted ? new ThreadMuted(mute) : new ThreadUnmuted(mute));
    }

    /** What holds from one towards the other besides a follow. */
    public RelationshipState towards(
            Person from, Person to, @Nullable Instant requestedAt, boolean blocking, boolean muting) {
        return new RelationshipState(
                from.id(),
                to.id(),
                VERSIONS.incrementAndGet(),
                false,
                true,
                false,
                null,
                null,
                requestedAt,
                blocking,
                muting,
                muting,
                null);
    }

    /** What a service writes through before the events arrive; the status of the answer. */
    public int isTold(String service, RelationshipState... states) {
        return run(MockMvcRequestBuilders.put("/internal/relationship-states")
                        .header("Authorization", "Bearer " + TestTokens.forService(service, "notification-service"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsBytes(states)))
                .status();
    }

    /** Somebody signed up and must confirm the address; the event is on its way. */
    public UUID signsUp(long account, String email, String locale, String link) {
        UUID event = concerns(account, email, locale, link, "", null);
        happens(event, Instant.now(), new EmailConfirmationRequested(account));
        return event;
    }

    /** Moderators have decided something about an account, and say why; the event is on its way. */
    public void isSanctioned(long account, String email, String sanction, String words) {
        UUID event =
                concerns(account, email, "en", "http://localhost:8080/about", words, strike(sanction, words, null));
        happens(event, Instant.now(), new AccountSanctioned(account, sanction));
    }

    /** Moderators have accepted what somebody said against a sanction; the event is on its way. */
    public void isHeard(long account, String email, String sanction, String words, String appeal) {
        UUID event = concerns(
                account,
                email,
                "en",
                "http://localhost:8080/settings/strikes",
                appeal,
                strike(sanction, words, appeal));
        happens(event, Instant.now(), new AppealDecided(account, true));
    }

    private static Map<String, Object> strike(String action, String text, @Nullable String appeal) {
        List<String> posts = "delete_statuses".equals(action) ? List.of("81", "82") : List.of();
        var strike =
                new HashMap<String, Object>(Map.of("id", "4711", "action", action, "text", text, "post_ids", posts));
        if (appeal != null) {
            strike.putAll(Map.of("appeal", appeal, "appeal_state", "approved"));
        }
        return strike;
    }

    /** User-service knows of a mail that concerns an account, by the id of an event to come. */
    private static UUID concerns(
            long account, String email, String locale, String link, String detail, @Nullable Object strike) {
        UUID event = UUID.randomUUID();
        var mail = new HashMap<String, @Nullable Object>(Map.of(
                "account_id",
                Long.toString(account),
                "username",
                "newbie",
                "email",
                email,
                "locale",
                locale,
                "link",
                link,
                "expires_at",
                Instant.now().plus(Duration.ofDays(1)).toString(),
                "occurred_at",
                Instant.now().toString(),
                "detail",
                detail));
        mail.put("strike", strike);
        Neighbours.know("security-mails", event, mail);
        return event;
    }

    /** Sends events as their owner would, in this order. */
    public void happens(Event... events) {
        for (Event event : events) {
            happens(UUID.randomUUID(), Instant.now(), event);
        }
    }

    /** Sends an event with an id and a time of its own. */
    public void happens(UUID id, Instant time, Event event) {
        var sent = new ProducerRecord<>(event.topic(), event.key(), EventJson.write(event));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        event.type(),
                        "ce_source",
                        "/test",
                        "ce_time",
                        time.toString())
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(sent).get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until every consumer has dealt with every event. */
    public void settle() {
        try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
            await().atMost(PATIENCE).until(() -> lag(admin) == 0);
        }
    }

    /** Waits until every event is dealt with and no mail is owed any more. */
    public void settleWithMail() {
        settle();
        await().atMost(PATIENCE).until(() -> count("SELECT count(*) FROM owed_mail") == 0);
    }

    /** The mails this person has got so far, newest first. */
    public List<SentMessage> mailOf(Person person) {
        return MailSandbox.get().messagesTo(person.email());
    }

    /** How many rows a query counts. */
    public long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Changes rows, as somebody else would who shares the database. */
    public void change(String sql) {
        jdbc.sql(sql).update();
    }

    /** The states of all mails ever owed to a person. */
    public List<String> deliveriesTo(Person person) {
        return jdbc.sql("SELECT state FROM delivery WHERE recipient_id = :id ORDER BY id")
                .param("id", person.id())
                .query((row, number) -> row.getString("state"))
                .list();
    }

    public long newId() {
        return ids.next();
    }

    /** A request by anybody. */
    public Reply run(RequestBuilder request) {
        try {
            var response = http.perform(request).andReturn().getResponse();
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            return new Reply(response.getStatus(), response.getContentAsString(), response.getHeader("Link"), response);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void destroy() {
        producer.close(Duration.ZERO);
    }

    private static AccountState account(Person person, boolean suspended) {
        return account(person, suspended, null);
    }

    private static AccountState account(Person person, boolean suspended, @Nullable Restrictions restrictions) {
        return new AccountState(
                person.id(),
                VERSIONS.incrementAndGet(),
                person.username(),
                person.displayName(),
                "",
                null,
                null,
                false,
                false,
                true,
                true,
                suspended,
                List.of(),
                new PostingDefaults(Visibility.PUBLIC, false, null),
                Instant.now(),
                null,
                restrictions);
    }

    private static long lag(Admin admin) throws Exception {
        long lag = 0;
        for (var group : TOPIC_BY_GROUP.entrySet()) {
            lag += lag(admin, group.getKey(), group.getValue());
        }
        return lag;
    }

    private static long lag(Admin admin, String group, String topic) throws Exception {
        List<TopicPartition> partitions = IntStream.range(0, 12)
                .mapToObj(number -> new TopicPartition(topic, number))
                .toList();
        var ends = admin.listOffsets(partitions.stream().collect(toMap(part -> part, part -> OffsetSpec.latest())))
                .all()
                .get();
        var done = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        return partitions.stream()
                .mapToLong(part -> Objects.requireNonNull(ends.get(part)).offset() - consumed(done.get(part)))
                .sum();
    }

    private static long consumed(@Nullable OffsetAndMetadata offset) {
        return offset == null ? 0 : offset.offset();
    }
}
