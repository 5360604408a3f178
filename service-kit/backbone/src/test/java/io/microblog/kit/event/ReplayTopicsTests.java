package io.microblog.kit.event;

import java.lang.reflect.AnnotatedElement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReplayTopicsTests {

    private final ReplayTopics replayTopics = new ReplayTopics();

    @Test
    void letsAGroupReadItsOwnReplayTopic() {
        assertThat(topics("post-service.graph", String.class))
                .containsExactly("user.relationship.v1", "post-service.graph.replay");
    }

    @Test
    void leavesGroupsAloneThatAreNewAtEachStart() {
        assertThat(topics("heard-${random.uuid}", String.class)).containsExactly("user.relationship.v1");
    }

    @Test
    void refusesTwoListenersInOneGroup() {
        topics("post-service.graph", String.class);
        topics("post-service.graph", String.class);

        assertThatThrownBy(() -> topics("post-service.graph", Integer.class))
                .hasMessageContaining("share the consumer group post-service.graph");
    }

    @Test
    void believesAnOriginOnlyOnReplayTopics() {
        var headers = new RecordHeaders();
        CloudEvents.add(headers, "kafka_dlt-original-topic", "user.account.v1");

        assertThat(ReplayTopics.origin("post-service.graph.replay", headers)).isEqualTo("user.account.v1");
        assertThat(ReplayTopics.origin("post.post.v1", headers)).isEqualTo("post.post.v1");
        assertThat(ReplayTopics.origin("post-service.graph.replay", new RecordHeaders()))
                .isNull();
    }

    private Object[] topics(String group, AnnotatedElement listener) {
        var attributes =
                new HashMap<String, Object>(Map.of("topics", new String[] {"user.relationship.v1"}, "groupId", group));
        return (Object[])
                Objects.requireNonNull(replayTopics.apply(attributes, listener).get("topics"));
    }
}
