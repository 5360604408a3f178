package io.microblog.gateway.edge;

import java.util.concurrent.TimeUnit;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class HeadDeadlineTests {

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(new HeadDeadline());
    }

    @Test
    void closesAConnectionThatAsksNothing() {
        pass(14);
        assertThat(channel.isOpen()).isTrue();

        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void leavesTimeForTheAnswer() {
        ask();

        pass(3_600);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void closesAConnectionThatAsksNothingMore() {
        ask();
        answer();

        pass(59);
        assertThat(channel.isOpen()).isTrue();

        pass(2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void startsAnewWithEachRequest() {
        for (int i = 0; i < 5; i++) {
            ask();
            answer();
            pass(50);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 101})
    void doesNotTakeAnInterimAnswerForTheLast(int status) {
        ask();
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status)));

        pass(3_600);

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void waitsForTheAnswersToAllThatWasAskedAtOnce() {
        ask();
        ask();
        answer();

        pass(3_600);

        assertThat(channel.isOpen()).isTrue();
    }

    private void ask() {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));
    }

    private void answer() {
        channel.writeOutbound(new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK));
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
