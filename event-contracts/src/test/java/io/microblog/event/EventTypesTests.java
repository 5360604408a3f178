package io.microblog.event;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class EventTypesTests {

    @Test
    void findsATypeByItsWireName() {
        assertThat(EventTypes.find(PostEvent.TOPIC, "PostCreated")).contains(PostEvent.PostCreated.class);
        assertThat(EventTypes.all())
                .allSatisfy(type -> assertThat(EventTypes.find(EventTypes.topicOf(type), EventTypes.nameOf(type))
                                .map(Object.class::cast))
                        .contains(type));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PostVanished",
                "postcreated",
                "PostCreated ",
                "io.microblog.event.PostEvent$PostCreated",
                "io.microblog.event.PostEvent.PostCreated",
                "java.lang.ProcessBuilder",
                "java.lang.Object",
                "[Ljava.lang.String;",
                "PostEvent",
                "UserFollowed"
            })
    void knowsNoOtherName(String name) {
        assertThat(EventTypes.find(PostEvent.TOPIC, name)).isEmpty();
    }

    @Test
    void knowsNoOtherTopic() {
        assertThat(EventTypes.find("post.post.v2", "PostCreated")).isEmpty();
        assertThatNullPointerException().isThrownBy(() -> EventTypes.kindOf("post.post.v2"));
    }

    @Test
    void givesEachEventItsNameTopicAndKey() {
        var deleted = new PostEvent.PostDeleted(7, 3, 9, Instant.EPOCH);

        assertThat(deleted.type()).isEqualTo("PostDeleted");
        assertThat(deleted.topic()).isEqualTo("post.post.v1");
        assertThat(deleted.key()).isEqualTo("7");
    }

    @Test
    void keysARelationshipByThePair() {
        var state = new RelationshipState(1, 2, 1, true, true, false, null);

        assertThat(new RelationshipEvent.UserFollowed(state).key()).isEqualTo("1:2");
    }

    @Test
    void keysAMuteByPersonWithThread() {
        assertThat(new ReaderEvent.ThreadMuted(new ThreadMute(1, 2, 1, true)).key())
                .isEqualTo("1:2");
    }

    @Test
    void keysARevocationByThePersonOrTheSession() {
        assertThat(new SecurityEvent.SessionsRevoked(5L, "s", Instant.EPOCH).key())
                .isEqualTo("5");
        assertThat(new SecurityEvent.SessionsRevoked(null, "s", Instant.EPOCH).key())
                .isEqualTo("s");
    }

    @Test
    void listsTheTopicsWithTheirKinds() {
        assertThat(EventTypes.topics())
                .containsKeys(
                        AccountEvent.TOPIC,
                        ContactEvent.TOPIC,
                        EngagementEvent.TOPIC,
                        FilterEvent.TOPIC,
                        ReachEvent.TOPIC,
                        RelationshipEvent.TOPIC,
                        SecurityEvent.TOPIC,
                        ReaderEvent.TOPIC,
                        ScheduleEvent.TOPIC,
                        PostEvent.TOPIC);
        assertThat(EventTypes.kindOf(PostEvent.TOPIC)).isEqualTo(EventTopic.Kind.STATE);
        assertThat(EventTypes.kindOf(ReaderEvent.TOPIC)).isEqualTo(EventTopic.Kind.STATE);
        assertThat(EventTypes.kindOf(SecurityEvent.TOPIC)).isEqualTo(EventTopic.Kind.FACT);
    }
}
