package io.microblog.bench.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.microblog.bench.Platform;
import io.microblog.bench.data.Recipients;
import io.microblog.bench.load.HttpCall;
import io.microblog.bench.load.HttpConnection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a mailing sends, without the service that writes it: the last mail that the sandbox took, to each of the
 * recipients, in as large batches as Postmark takes.
 */
final class PreparedBatches {

    /** The most mails of one call. */
    static final int SIZE = 500;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Platform platform;
    private final Map<String, String> headers;

    PreparedBatches(Platform platform) {
        this.platform = platform;
        this.headers = Map.of("X-Postmark-Server-Token", platform.mailToken());
    }

    /** The fewest calls by which so many mails can be handed over. */
    static int callsFor(int mails) {
        return (mails + SIZE - 1) / SIZE;
    }

    /** Sends them, one call after the other, and tells how many seconds the calls took. */
    double send(int recipients) throws IOException {
        long nanos = 0;
        try (HttpConnection sandbox = new HttpConnection(platform.mailSandbox())) {
            ObjectNode mail = lastMail(sandbox);
            for (int first = 0; first < recipients; first += SIZE) {
                HttpCall call = batch(mail, first, Math.min(first + SIZE, recipients));
                long start = System.nanoTime();
                sandbox.expect(200, call);
                nanos += System.nanoTime() - start;
            }
        }
        return nanos / 1e9;
    }

    private HttpCall batch(ObjectNode mail, int from, int to) {
        String batch = UUID.randomUUID().toString();
        List<ObjectNode> mails = new ArrayList<>();
        for (int recipient = from; recipient < to; recipient++) {
            ObjectNode one = mail.deepCopy();
            one.put("To", Recipients.email(recipient));
            one.putObject("Metadata").put("batch", batch).put("delivery", String.valueOf(recipient));
            mails.add(one);
        }
        return HttpCall.json("POST", "/email/batch", headers, JSON.writeValueAsString(mails));
    }

    private ObjectNode lastMail(HttpConnection sandbox) throws IOException {
        JsonNode found = asked(sandbox, "/messages/outbound?count=1&offset=0&tag=announcement");
        String id = found.path("Messages").path(0).path("MessageID").asString();
        JsonNode taken = asked(sandbox, "/messages/outbound/" + id + "/details");
        ObjectNode mail = JSON.createObjectNode();
        for (String field : List.of(
                "From", "Subject", "TextBody", "HtmlBody", "Tag", "MessageStream", "TrackOpens", "TrackLinks")) {
            mail.set(field, taken.path(field));
        }
        ArrayNode own = mail.putArray("Headers");
        taken.path("Body").asString().lines().takeWhile(line -> !line.isEmpty()).forEach(line -> {
            int colon = line.indexOf(": ");
            String name = line.substring(0, colon);
            if (!name.equals("From") && !name.equals("Subject")) {
                own.addObject().put("Name", name).put("Value", line.substring(colon + 2));
            }
        });
        return mail;
    }

    private JsonNode asked(HttpConnection sandbox, String path) throws IOException {
        return sandbox.send(HttpCall.json("GET", path, headers, "")).json();
    }
}
