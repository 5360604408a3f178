package io.microblog.notification.mail.provider;

import java.io.Closeable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.net.ssl.SSLHandshakeException;

import com.postmarkapp.postmark.client.Parameters;
import com.postmarkapp.postmark.client.data.model.message.Message;
import com.postmarkapp.postmark.client.data.model.message.MessageResponse;
import com.postmarkapp.postmark.client.data.model.messages.OutboundMessage;
import com.postmarkapp.postmark.client.data.model.suppressions.SuppressionEntries;
import com.postmarkapp.postmark.client.exception.PostmarkException;
import io.microblog.notification.mail.provider.Outcome.Accepted;
import io.microblog.notification.mail.provider.Outcome.Alone;
import io.microblog.notification.mail.provider.Outcome.Later;
import io.microblog.notification.mail.provider.Outcome.Refused;
import io.microblog.notification.mail.provider.Outcome.Unclear;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends through Postmark.
 *
 * @see <a href="https://postmarkapp.com/developer/api/overview#error-codes">Postmark's error codes</a>
 */
final class PostmarkMailer implements Mailer, Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(PostmarkMailer.class);

    private static final String DELIVERY = "delivery";
    private static final String BATCH = "batch";
    private static final int MOST_IN_A_BATCH = 500;

    /** No fault of the mail: maintenance, sending suspended, account not yet approved. */
    private static final Set<Integer> TEMPORARY_ERRORS = Set.of(100, 405, 412);

    /** The recipient is inactive: it bounced, complained or was switched off. */
    private static final int INACTIVE_RECIPIENT = 406;

    /** What Postmark says of an address that it has taken from a list, or that was not on it. */
    private static final String DELETED = "Deleted";

    private final PostmarkClient client;
    private final String from;
    private final PostmarkStreams streams;

    PostmarkMailer(PostmarkClient client, Sender sender, PostmarkStreams streams) {
        this.client = client;
        this.streams = streams;
        this.from = sender.address().toUnicodeString();
    }

    /** Keeps Postmark from leading links through its own host, for which the library has no word. */
    private static final class UntrackedMessage extends Message {
        @Override
        public String getTrackLinks() {
            return "None";
        }
    }

    @Override
    public List<Outcome> send(UUID batch, List<Mail> mails) {
        List<Message> messages =
                mails.stream().map(mail -> message(batch, mail)).toList();
        try {
            List<MessageResponse> replies = client.deliverMessage(messages);
            return replies != null && replies.size() == mails.size()
                    ? replies.stream().map(PostmarkMailer::outcome).toList()
                    : all(mails, new Unclear("Postmark's answer does not fit the batch"));
        } catch (PostmarkFailure failure) {
            return failed(mails, failure);
        } catch (IOException | PostmarkException e) {
            return all(mails, wasNeverReached(e) ? new Later(name(e), null) : new Unclear(name(e)));
        }
    }

    @Override
    public Set<Long> accepted(UUID batch, MessageStream stream) throws IOException {
        Parameters search = Parameters.init()
                .build("count", MOST_IN_A_BATCH)
                .build("offset", 0)
                .build("messagestream", streams.nameOf(stream))
                .build("metadata_" + BATCH, batch.toString());
        try {
            return client.getMessages(search).getMessages().stream()
                    .map(OutboundMessage::getMetadata)
                    .filter(metadata -> batch.toString().equals(metadata.get(BATCH)))
                    .map(metadata -> Long.valueOf(metadata.getOrDefault(DELIVERY, "0")))
                    .collect(Collectors.toSet());
        } catch (PostmarkException e) {
            throw new IOException("Postmark's messages cannot be searched: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean reactivate(String address, MessageStream stream) throws IOException {
        try {
            return client
                    .deleteSuppressions(streams.nameOf(stream), new SuppressionEntries(new String[] {address}))
                    .getSuppressions()
                    .stream()
                    .allMatch(status -> DELETED.equals(status.getStatus()));
        } catch (PostmarkException e) {
            throw new IOException("Postmark's suppressions cannot be changed: " + e.getMessage(), e);
        }
    }

    private Message message(UUID batch, Mail mail) {
        var message = new UntrackedMessage();
        message.setFrom(from);
        message.setTo(mail.to());
        message.setSubject(mail.subject());
        message.setTextBody(mail.text());
        message.setHtmlBody(mail.html());
        message.setTag(mail.tag());
        message.setTrackOpens(false);
        message.setMetadata(Map.of(DELIVERY, Long.toString(mail.deliveryId()), BATCH, batch.toString()));
        message.setMessageStream(streams.nameOf(mail.stream()));
        mail.headers().forEach(message::addHeader);
        return message;
    }

    private static Outcome outcome(MessageResponse reply) {
        int code = reply.getErrorCode();
        if (code == 0) {
            return new Accepted(reply.getMessageId());
        }
        String cause = "Postmark's error " + code;
        return TEMPORARY_ERRORS.contains(code)
                ? new Later(cause, null)
                : new Refused(cause, code == INACTIVE_RECIPIENT);
    }

    /** What an answer other than 200 means. A gateway's time-out says nothing about the mail behind it. */
    private static List<Outcome> failed(List<Mail> mails, PostmarkFailure failure) {
        String cause = String.valueOf(failure.getMessage());
        return switch (failure.status()) {
            case 401, 402, 403 -> {
                LOG.error("{}: is POSTMARK_SERVER_TOKEN right?", cause);
                yield all(mails, new Later(cause, null));
            }
            case 429, 500, 503 -> all(mails, new Later(cause, failure.retryAfter()));
            case 400, 404, 405, 406, 413, 415, 422 ->
                mails.size() == 1 ? all(mails, new Refused(cause)) : all(mails, new Alone(cause));
            default -> all(mails, new Unclear(cause));
        };
    }

    private static List<Outcome> all(List<Mail> mails, Outcome outcome) {
        return Collections.nCopies(mails.size(), outcome);
    }

    private static boolean wasNeverReached(Exception e) {
        return e instanceof ConnectException
                || e instanceof ConnectTimeoutException
                || e instanceof UnknownHostException
                || e instanceof NoRouteToHostException
                || e instanceof SSLHandshakeException;
    }

    private static String name(Exception e) {
        return "Postmark: " + e.getClass().getSimpleName();
    }

    @Override
    public void close() throws IOException {
        client.close();
    }
}
