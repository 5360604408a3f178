package io.microblog.user;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;

import io.microblog.event.AccountEvent;
import io.microblog.event.ContactEvent;
import io.microblog.event.Event;
import io.microblog.event.ModerationEvent;
import io.microblog.event.RelationshipEvent;
import io.microblog.event.SecurityEvent;
import io.microblog.kit.event.Envelope;
import io.microblog.user.World.Person;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.kafka.annotation.KafkaListener;

/** Everything this service has told the others, as it came out of Kafka. */
@TestComponent
public class Heard {

    private final Queue<Envelope<? extends Event>> envelopes = new ConcurrentLinkedQueue<>();

    @KafkaListener(topics = AccountEvent.TOPIC, groupId = "heard-accounts-${random.uuid}")
    void on(Envelope<AccountEvent> envelope) {
        envelopes.add(envelope);
    }

    @KafkaListener(topics = ContactEvent.TOPIC, groupId = "heard-contacts-${random.uuid}")
    void onContact(Envelope<ContactEvent> envelope) {
        envelopes.add(envelope);
    }

    @KafkaListener(topics = RelationshipEvent.TOPIC, groupId = "heard-relationships-${random.uuid}")
    void onRelationship(Envelope<RelationshipEvent> envelope) {
        envelopes.add(envelope);
    }

    @KafkaListener(topics = SecurityEvent.TOPIC, groupId = "heard-security-${random.uuid}")
    void onSecurity(Envelope<SecurityEvent> envelope) {
        envelopes.add(envelope);
    }

    @KafkaListener(topics = ModerationEvent.TOPIC, groupId = "heard-moderation-${random.uuid}")
    void onModeration(Envelope<ModerationEvent> envelope) {
        envelopes.add(envelope);
    }

    /** The events of a kind so far that are about what is looked for. */
    public <E extends Event> List<E> all(Class<E> type, Predicate<E> about) {
        return envelopes.stream()
                .map(Envelope::event)
                .filter(type::isInstance)
                .map(type::cast)
                .filter(about)
                .toList();
    }

    /** What was said of how somebody stands to somebody else. */
    public List<RelationshipEvent> between(Person from, Person to) {
        return all(
                RelationshipEvent.class,
                event -> event.relationship().fromId() == from.id()
                        && event.relationship().toId() == to.id());
    }
}
