package io.microblog.local.sandbox.postmark;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Page;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/** The mails as pages for people. */
final class Inbox {

    /** A mail's HTML may show pictures and open links in a new tab, and run or send nothing. */
    private static final String MAIL_POLICY =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
                    + "img-src http: https: data:; style-src 'unsafe-inline'; frame-ancestors 'self'";

    private final MessageStore store;
    private final Faults faults;

    Inbox(MessageStore store, Faults faults) {
        this.store = store;
        this.faults = faults;
    }

    void addTo(Routes routes) {
        routes.add("GET", "/", this::list)
                .add("GET", "/mail/{id}", call -> page(call, message -> MailPage.of(message, call.query("view"))))
                .add("GET", "/mail/{id}/html", this::html)
                .add("GET", "/assets/inbox.css", _ -> asset("inbox.css", "text/css"))
                .add("GET", "/assets/inbox.js", _ -> asset("inbox.js", "text/javascript"));
    }

    private Reply list(Call call) {
        var query = Optional.ofNullable(call.query("q")).orElse("").strip();
        var found = store.summaries(matching(query));
        return Page.reply(200, InboxPage.of(found, query, pageNumber(call.query("page")), faults.current()));
    }

    private Reply page(Call call, Function<SentMessage, String> view) {
        return store.find(call.variable("id"))
                .map(message -> Page.reply(200, view.apply(message)))
                .orElseGet(() -> Page.reply(404, MailPage.missing()));
    }

    private Reply html(Call call) {
        return store.find(call.variable("id"))
                .map(message -> Page.secured(Reply.html(200, MailPage.document(message)), MAIL_POLICY))
                .orElseGet(() -> Page.reply(404, MailPage.missing()));
    }

    private static Reply asset(String name, String type) {
        var reply = Reply.of(200, type + "; charset=utf-8", Page.resource(Inbox.class, name));
        return reply.with("Cache-Control", "no-cache").with("X-Content-Type-Options", "nosniff");
    }

    private static Predicate<SentMessage> matching(String query) {
        var wanted = query.toLowerCase(Locale.ROOT);
        return message ->
                fields(message).anyMatch(field -> field.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Stream<String> fields(SentMessage message) {
        var addresses = Stream.concat(Stream.of(message.from()), message.recipients().stream());
        return Stream.of(
                        Stream.of(message.subject()),
                        Stream.ofNullable(message.tag()),
                        addresses.map(Address::toString),
                        message.metadata().values().stream())
                .flatMap(fields -> fields);
    }

    private static int pageNumber(@Nullable String text) {
        return text != null && text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : 1;
    }
}
