package io.microblog.gateway.edge;

import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.ReadTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@SuppressWarnings("FutureReturnValueIgnored")
class BodyPaceTests {

    private static final int EIGHT_KILOBYTES = 8 * 1024;

    private final EmbeddedChannel channel = new EmbeddedChannel();

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.config().setAutoRead(false);
        channel.pipeline().addLast(new BodyPace());
    }

    @AfterEach
    void hangUp() {
        channel.releaseInbound();
        channel.close();
    }

    @Test
    void givesUpABodyThatDoesNotCome() {
        begin();
        read();

        pass(9);
        assertThat(channel.isOpen()).isTrue();
        pass(2);

        assertThatThrownBy(channel::checkException).isInstanceOf(ReadTimeoutException.class);
        pass(6);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void givesUpABodyThatComesByteByByte() {
        begin();
        for (int i = 0; i < 12; i++) {
            read();
            pass(1);
            if (i < 9) {
                receive(1);
            }
        }

        assertThatThrownBy(channel::checkException).isInstanceOf(ReadTimeoutException.class);
    }

    @Test
    void takesABodyFromABadNetwork() {
        begin();
        for (int i = 0; i < 300; i++) {
            read();
            pass(1);
            receive(EIGHT_KILOBYTES);
        }

        channel.checkException();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void doesNotCountTheTimeInWhichNobodyReads() {
        begin();
        receive(1);

        pass(3_600);

        channel.checkException();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void countsEachBodyForItself() {
        for (int i = 0; i < 3; i++) {
            begin();
            read();
            pass(9);
            end();
        }

        read();
        pass(3_600);

        channel.checkException();
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void readsOnForAMomentWhereTheAnswerCameFirst() {
        begin();
        read();
        answer();
        receive(EIGHT_KILOBYTES);
        assertThat(channel.isOpen()).isTrue();

        pass(6);

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWhenTheBodyHasEnded() {
        begin();
        answer();
        end();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void closesAtOnceWhereThereIsNoBody() {
        channel.writeInbound(new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/"));

        answer();

        assertThat(channel.isOpen()).isFalse();
    }

    private void begin() {
        channel.writeInbound(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/"));
    }

    private void read() {
        channel.read();
    }

    private void receive(int bytes) {
        channel.writeInbound(new DefaultHttpContent(Unpooled.wrappedBuffer(new byte[bytes])));
    }

    private void end() {
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
    }

    /** The last of the connection. The channel's own method would drop what is scheduled. */
    private void answer() {
        channel.pipeline().close();
    }

    private void pass(long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
    }
}
