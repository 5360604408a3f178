package io.microblog.local.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.StreamSupport;

import io.microblog.local.engine.EphemeralEngines;
import io.microblog.local.engine.KafkaEngine;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Services at the local platform's own broker, with what they are granted and with what they are not. */
class KafkaAccessIntegrationTests {

    private static final String ADMINISTRATOR = "+the/administrator's=";
    private static final String TOPIC = "user.account.v1";

    private static KafkaEngine engine;

    @BeforeAll
    static void start() throws Exception {
        engine = EphemeralEngines.newKafkaWithUsers(ADMINISTRATOR);
        access().grant();
        create("user-service", TOPIC);
        create("user-service", "user.contact.v1");
        create("post-service", "post.post.v1");
        create("search-service", "search-service.posts.dlt");
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void aServiceReadsWhatAnotherWrote() throws Exception {
        send("user-service", TOPIC, "Ada");

        assertThat(read("search-service", TOPIC, "search-service.accounts")).contains("Ada");
    }

    @Test
    void aServiceWritesItsOwnDeadLetters() throws Exception {
        send("search-service", "search-service.posts.dlt", "dead");

        assertThat(read("search-service", "search-service.posts.dlt", "search-service.posts"))
                .contains("dead");
    }

    @ParameterizedTest
    @CsvSource({
        "post-service, user.account.v1",
        "search-service, user.account.v1",
        "gateway, user.account.v1",
        "user-service, post.post.v1",
        "post-service, search-service.posts.dlt"
    })
    void nobodyWritesForAnother(String service, String topic) {
        assertThatThrownBy(() -> send(service, topic, "forged")).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void nobodyReadsWhatItHasNoUseFor() {
        assertThatThrownBy(() -> read("translation-service", "user.contact.v1", "translation-service.cache"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void nobodyTakesFromTheGroupOfAnother() {
        assertThatThrownBy(() -> read("post-service", TOPIC, "search-service.accounts"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void nobodyMakesATopicForAnother() {
        assertThatThrownBy(() -> create("post-service", "user.security.v1"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aWrongPasswordOpensNothing() {
        Map<String, Object> wrong = KafkaLogin.service("post-service", "user-service's password");

        assertThatThrownBy(() -> send(wrong, TOPIC, "forged")).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void whoSaysNoNameIsHeardNotAtAll() {
        assertThatThrownBy(() -> send(Map.of(), TOPIC, "forged")).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void takesBackARightThatIsNeededNoMore() throws Exception {
        var reader = new TopicUse("gateway", Set.of(), Set.of("post.post.v1"));
        try (Admin admin = Admin.create(settings(KafkaLogin.administrator(ADMINISTRATOR)))) {
            var granted = admin.describeAcls(AclBindingFilter.ANY).values().get();
            admin.createAcls(reader.rights().toList()).all().get();

            access().grant();

            assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .containsExactlyInAnyOrderElementsOf(granted);
        }
    }

    @Test
    void keepsUsersAndRightsThroughARestart() throws Exception {
        engine.restart();

        send("user-service", TOPIC, "after");
        assertThatThrownBy(() -> send("post-service", TOPIC, "forged"))
                .hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static KafkaAccess access() {
        return new KafkaAccess(engine.bootstrapServers(), ADMINISTRATOR, KafkaAccessIntegrationTests::password);
    }

    private static String password(String service) {
        return service + "'s password";
    }

    private static Map<String, Object> login(String service) {
        return KafkaLogin.service(service, password(service));
    }

    private static Map<String, Object> settings(Map<String, Object> login) {
        Map<String, Object> settings = new HashMap<>(login);
        settings.put("bootstrap.servers", engine.bootstrapServers());
        settings.put("max.block.ms", 5_000);
        settings.put("auto.offset.reset", "earliest");
        return settings;
    }

    private static void create(String service, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(settings(login(service)))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(String service, String topic, String value) throws Exception {
        send(login(service), topic, value);
    }

    private static void send(Map<String, Object> login, String topic, String value) throws Exception {
        try (var producer = new KafkaProducer<>(settings(login), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, value)).get();
        }
    }

    /** What a consumer of a group gets first. */
    private static List<String> read(String service, String topic, String group) {
        Map<String, Object> settings = settings(login(service));
        settings.put("group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<ConsumerRecord<String, String>> found = List.of();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (found.isEmpty() && System.nanoTime() < deadline) {
                found = StreamSupport.stream(
                                consumer.poll(Duration.ofMillis(500)).spliterator(), false)
                        .toList();
            }
            return found.stream().map(ConsumerRecord::value).toList();
        }
    }
}
