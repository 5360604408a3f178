package io.microblog.kit.event;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.microblog.event.EventTopic;
import io.microblog.event.EventTypes;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * Creates the topics with their settings, and for each consumer group of this service its dead-letter topic and the topic
 * from which it takes them again. It keeps trying in the background, so a service starts without Kafka.
 */
class TopicCreator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(TopicCreator.class);

    /** Never changed: a key would move to another partition and lose its order. */
    static final int PARTITIONS = 12;

    /** The broker's own default decides how many copies there are. */
    private static final short BROKER_DEFAULT = -1;

    private static final String SEVEN_DAYS = millis(7);
    private static final String FOURTEEN_DAYS = millis(14);
    private static final String NINETY_DAYS = millis(90);

    /** Replayed records outlive the dead letters: they are how one knows which have been replayed. */
    private static final String ONE_HUNDRED_TWENTY_DAYS = millis(120);

    private final Map<String, Object> settings;
    private final KafkaListenerEndpointRegistry listeners;
    private volatile @Nullable Thread thread;

    TopicCreator(Map<String, Object> settings, KafkaListenerEndpointRegistry listeners) {
        this.settings = settings;
        this.listeners = listeners;
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("topic-creator").start(this::run);
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (Admin admin = Admin.create(settings)) {
            while (!create(admin)) {
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether all is there that this service may make. */
    boolean create(Admin admin) throws InterruptedException {
        List<NewTopic> topics = Stream.concat(contractTopics(), groupTopics()).toList();
        try {
            for (KafkaFuture<Void> created : admin.createTopics(topics).values().values()) {
                await(created);
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Topics could not be created yet: {}", e.getMessage());
            return false;
        }
    }

    private static void await(KafkaFuture<Void> created)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            created.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException) && !isForeign(e.getCause())) {
                throw e;
            }
        }
    }

    /** A service may make its own topics only; whoever writes to another is on its way to make that. */
    private static boolean isForeign(@Nullable Throwable refusal) {
        return refusal instanceof TopicAuthorizationException;
    }

    private static Stream<NewTopic> contractTopics() {
        return EventTypes.topics().keySet().stream()
                .map(name -> topic(name, PARTITIONS).configs(retention(EventTypes.kindOf(name))));
    }

    private Stream<NewTopic> groupTopics() {
        Collection<MessageListenerContainer> containers = listeners.getListenerContainers();
        return containers.stream()
                .map(MessageListenerContainer::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(group -> Stream.of(
                        groupTopic(ConsumerErrors.deadLetterTopic(group), NINETY_DAYS),
                        groupTopic(ReplayTopics.of(group), ONE_HUNDRED_TWENTY_DAYS)));
    }

    /** Of a single partition: what is dead-lettered stays in order, and there is little of it. */
    private static NewTopic groupTopic(String name, String retention) {
        return topic(name, 1).configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, retention));
    }

    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.of(BROKER_DEFAULT));
    }

    private static Map<String, String> retention(EventTopic.Kind kind) {
        return switch (kind) {
            case STATE ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, SEVEN_DAYS,
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, FOURTEEN_DAYS,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG, SEVEN_DAYS);
            case FACT ->
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        FOURTEEN_DAYS);
        };
    }

    private static String millis(int days) {
        return Long.toString(Duration.ofDays(days).toMillis());
    }
}
