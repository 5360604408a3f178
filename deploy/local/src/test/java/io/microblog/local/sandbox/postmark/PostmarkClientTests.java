package io.microblog.local.sandbox.postmark;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.postmarkapp.postmark.Postmark;
import com.postmarkapp.postmark.client.ApiClient;
import com.postmarkapp.postmark.client.Parameters;
import com.postmarkapp.postmark.client.data.model.message.Message;
import com.postmarkapp.postmark.client.exception.InternalServerException;
import com.postmarkapp.postmark.client.exception.InvalidAPIKeyException;
import com.postmarkapp.postmark.client.exception.InvalidMessageException;
import com.postmarkapp.postmark.client.exception.PostmarkException;
import io.microblog.local.sandbox.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Postmark's own client is the judge of the wire format. */
class PostmarkClientTests {

    private PostmarkSandbox sandbox;
    private ApiClient client;

    @BeforeEach
    void start() throws IOException {
        sandbox = PostmarkSandbox.start(0, null);
        client = Postmark.getApiClient("token", false, "127.0.0.1:" + sandbox.port());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void sends() throws PostmarkException, IOException {
        var response = client.deliverMessage(to("ann@x.org"));

        assertThat(response.getErrorCode()).isZero();
        assertThat(response.getTo()).isEqualTo("ann@x.org");
        assertThat(response.getSubmittedAt().toInstant())
                .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
        assertThat(sandbox.messagesTo("ann@x.org"))
                .extracting(SentMessage::id)
                .containsExactly(response.getMessageId());
    }

    @Test
    void sendsABatch() throws PostmarkException, IOException {
        sandbox.suppress("bob@x.org");

        var responses = client.deliverMessage(List.of(to("ann@x.org"), to("bob@x.org")));

        assertThat(responses).extracting(response -> response.getErrorCode()).containsExactly(0, 406);
        assertThat(responses.get(1).getMessage()).contains("inactive");
    }

    @Test
    void searchesByMetadata() throws PostmarkException, IOException {
        client.deliverMessage(to("ann@x.org"));
        var sent = to("bob@x.org");
        sent.addMetadata("delivery", "d-42");
        sent.setTag("welcome");
        var id = client.deliverMessage(sent).getMessageId();

        var found = client.getMessages(
                new Parameters().build("count", 10).build("offset", 0).build("metadata_delivery", "d-42"));

        assertThat(found.getTotalCount()).isEqualTo(1);
        var message = found.getMessages().getFirst();
        assertThat(message.getMessageId()).isEqualTo(id);
        assertThat(message.getTag()).isEqualTo("welcome");
        assertThat(message.getMetadata()).isEqualTo(Map.of("delivery", "d-42"));
        assertThat(message.getTo().getFirst().getEmail()).isEqualTo("bob@x.org");
        assertThat(message.getStatus()).isEqualTo("Sent");
        assertThat(message.getReceivedAt()).isNotNull();
    }

    @Test
    void readsDetails() throws PostmarkException, IOException {
        var id = client.deliverMessage(to("ann@x.org")).getMessageId();

        var details = client.getMessageDetails(id);

        assertThat(details.getHtmlBody()).isEqualTo("<p>Hello</p>");
        assertThat(details.getTextBody()).isEqualTo("Hello");
        assertThat(details.getMessageEvents().getFirst().getType()).isEqualTo("Delivered");
    }

    @Test
    void throwsWhatItThrowsForPostmark() {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> client.deliverMessage(to("nobody")))
                .matches(e -> e.getErrorCode() == 300);
        assertThatExceptionOfType(InvalidAPIKeyException.class)
                .isThrownBy(() -> Postmark.getApiClient(" ", false, "127.0.0.1:" + sandbox.port())
                        .deliverMessage(to("ann@x.org")));
        sandbox.fail(Fault.status500());
        assertThatExceptionOfType(InternalServerException.class)
                .isThrownBy(() -> client.deliverMessage(to("ann@x.org")));
    }

    @Test
    void doesNotRepeatASendingWhoseReplyWasLost() {
        sandbox.fail(Fault.lostReply());

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> client.deliverMessage(to("ann@x.org")));
        assertThat(sandbox.messages()).hasSize(1);
    }

    private static Message to(String recipient) {
        var message = new Message("post@microblog.example", recipient, "Hello", "<p>Hello</p>");
        message.setTextBody("Hello");
        return message;
    }
}
