package io.microblog.local.sandbox.postmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Json;
import io.microblog.local.sandbox.http.Refused;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The part of Postmark's API that a sender uses. */
final class PostmarkApi {

    private record Found(
            @JsonProperty("TotalCount") int totalCount,
            @JsonProperty("Messages") List<OutboundMessage> messages) {}

    private static final int MAX_BATCH = 500;
    private static final int MESSAGE_LIMIT = 10 * 1024 * 1024;

    /** Postmark takes 50 MB; a small heap takes what it can hold a few times over. */
    private static final int BATCH_LIMIT =
            (int) Math.min(50L * 1024 * 1024, Runtime.getRuntime().maxMemory() / 4);

    private final MessageStore store;
    private final Suppressions suppressions;
    private final Mailroom mailroom;
    private final Faults faults;
    private final @Nullable String token;
    private final AtomicLong calls = new AtomicLong();

    /** Takes the only token that is accepted; with null any will do. */
    PostmarkApi(MessageStore store, Suppressions suppressions, Faults faults, @Nullable String token) {
        this.store = store;
        this.suppressions = suppressions;
        this.mailroom = new Mailroom(store, suppressions);
        this.faults = faults;
        this.token = token;
    }

    void addTo(Routes routes) {
        var suppressed = "/message-streams/{stream}/suppressions";
        routes.addMayHangUp("POST", "/email", this::send)
                .addMayHangUp("POST", "/email/batch", this::sendBatch)
                .addMayHangUp("GET", "/messages/outbound", reading(this::search))
                .addMayHangUp("GET", "/messages/outbound/{id}/details", reading(this::details))
                .addMayHangUp("POST", suppressed, reading(suppressions::create))
                .addMayHangUp("POST", suppressed + "/delete", reading(suppressions::delete))
                .addMayHangUp("GET", suppressed + "/dump", reading(suppressions::dump));
    }

    /** How often somebody asked to send, well or badly. */
    long calls() {
        return calls.get();
    }

    private Optional<Reply> send(Call call) {
        var body = sending(call, MESSAGE_LIMIT);
        var request = PostmarkReplies.parse(() -> Json.UPPER_CAMEL_CASE.readValue(body, EmailRequest.class));
        return faults.work(request.recipients(), fault -> {
            var receipt = mailroom.accept(List.of(request), fault).getFirst();
            return Reply.json(receipt.isRefusal() ? 422 : 200, receipt, Json.UPPER_CAMEL_CASE);
        });
    }

    private Optional<Reply> sendBatch(Call call) {
        var body = sending(call, BATCH_LIMIT);
        var requests =
                List.of(PostmarkReplies.parse(() -> Json.UPPER_CAMEL_CASE.readValue(body, EmailRequest[].class)));
        if (requests.size() > MAX_BATCH) {
            throw new Refused(PostmarkReplies.BATCH_TOO_LONG);
        }
        var recipients = requests.stream()
                .flatMap(request -> request.recipients().stream())
                .toList();
        return faults.work(recipients, fault -> PostmarkReplies.ok(mailroom.accept(requests, fault)));
    }

    private Reply search(Call call) {
        var search = MessageSearch.of(call);
        var found = store.summaries(search.filter());
        var shown = found.stream()
                .skip(search.offset())
                .limit(search.count())
                .map(OutboundMessage::summary)
                .toList();
        return PostmarkReplies.ok(new Found(found.size(), shown));
    }

    private Reply details(Call call) {
        return store.find(call.variable("id"))
                .map(OutboundMessage::details)
                .map(PostmarkReplies::ok)
                .orElse(PostmarkReplies.NO_SUCH_MESSAGE);
    }

    private byte[] sending(Call call, int limit) {
        calls.incrementAndGet();
        authorise(call);
        if (!call.isJson()) {
            throw new Refused(PostmarkReplies.NOT_JSON);
        }
        return call.body(limit, PostmarkReplies.TOO_LARGE);
    }

    private Routes.Handler reading(Function<Call, Reply> handler) {
        return call -> {
            authorise(call);
            return faults.read(_ -> handler.apply(call));
        };
    }

    private void authorise(Call call) {
        var given = call.header("X-Postmark-Server-Token");
        if (given == null || given.isBlank()) {
            throw new Refused(PostmarkReplies.NO_TOKEN);
        }
        if (token != null && !token.equals(given)) {
            throw new Refused(PostmarkReplies.WRONG_TOKEN);
        }
    }
}
