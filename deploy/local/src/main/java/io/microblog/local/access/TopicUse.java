package io.microblog.local.access;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

/**
 * What a service does with topics. Besides, each has the consumer groups that are called after it, and their topics for
 * dead letters and replays.
 *
 * @param service its user at Kafka, too
 * @param writes what it publishes, and makes when it is not there
 * @param reads what it consumes
 */
record TopicUse(String service, Set<String> writes, Set<String> reads) {

    private static final String ANY_HOST = "*";

    /** All topics that there are, each written by one service. */
    static final List<TopicUse> ALL = List.of(
            new TopicUse("gateway", Set.of(), Set.of("user.account.v1", "user.security.v1")),
            new TopicUse(
                    "user-service",
                    Set.of(
                            "user.account.v1",
                            "user.contact.v1",
                            "user.moderation.v1",
                            "user.relationship.v1",
                            "user.security.v1"),
                    Set.of("post.post.v1", "post.moderation.v1")),
            new TopicUse(
                    "post-service",
                    Set.of(
                            "post.post.v1",
                            "post.engagement.v1",
                            "post.filter.v1",
                            "post.moderation.v1",
                            "post.reach.v1",
                            "post.reader.v1",
                            "post.schedule.v1"),
                    Set.of(
                            "user.account.v1",
                            "user.moderation.v1",
                            "user.relationship.v1",
                            "post.post.v1",
                            "post.engagement.v1",
                            "post.reach.v1")),
            new TopicUse(
                    "search-service",
                    Set.of(),
                    Set.of("user.account.v1", "user.relationship.v1", "post.post.v1", "post.engagement.v1")),
            new TopicUse(
                    "notification-service",
                    Set.of(),
                    Set.of(
                            "user.account.v1",
                            "user.contact.v1",
                            "user.moderation.v1",
                            "user.relationship.v1",
                            "user.security.v1",
                            "post.post.v1",
                            "post.engagement.v1",
                            "post.filter.v1",
                            "post.reader.v1",
                            "post.schedule.v1")),
            new TopicUse("translation-service", Set.of(), Set.of("post.post.v1")));

    String principal() {
        return "User:" + service;
    }

    /** All that it may do, and nothing else. */
    Stream<AclBinding> rights() {
        return Stream.of(
                        writes.stream().flatMap(topic -> allow(literal(topic), WRITE, CREATE)),
                        reads.stream().flatMap(topic -> allow(literal(topic), READ)),
                        allow(own(ResourceType.TOPIC), READ, WRITE, CREATE),
                        allow(own(ResourceType.GROUP), READ))
                .flatMap(rights -> rights);
    }

    private static ResourcePattern literal(String topic) {
        return new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
    }

    private ResourcePattern own(ResourceType type) {
        return new ResourcePattern(type, service + ".", PatternType.PREFIXED);
    }

    private Stream<AclBinding> allow(ResourcePattern resource, AclOperation... operations) {
        return Stream.of(operations)
                .map(operation -> new AclBinding(
                        resource, new AccessControlEntry(principal(), ANY_HOST, operation, AclPermissionType.ALLOW)));
    }
}
