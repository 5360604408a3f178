package io.microblog.local.sandbox.push;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.Json;
import io.microblog.local.sandbox.http.Page;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import static io.microblog.local.sandbox.http.Page.escape;

/** What came, for people, newest first. */
final class PushPage {

    private static final String TEMPLATE = Page.resource(PushPage.class, "page.html");
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

    private PushPage() {}

    static String of(List<PushedMessage> messages, Fault fault) {
        var list = messages.isEmpty()
                ? "<p class=\"nothing\">Nothing came yet. Reload to see what did.</p>"
                : messages.stream().map(PushPage::item).collect(Collectors.joining("", "<ol>", "</ol>"));
        return TEMPLATE.formatted(notice(fault) + list);
    }

    private static String notice(Fault fault) {
        return fault.kind() == Fault.Kind.NONE
                ? ""
                : "<p class=\"fault\">Failing on demand: <strong>"
                        + fault.kind().wireName() + "</strong></p>";
    }

    private static String item(PushedMessage message) {
        var json = json(message.text());
        return """
                <li><article><h2>%s</h2><p>%s</p>
                <p class="facts"><time datetime="%s">%s</time> · to %s · %s · urgency %s · from %s</p>
                <details><summary>The message</summary><pre>%s</pre></details></article></li>
                """.formatted(
                        escape(json.path("title").asString("(no title)")),
                        escape(json.path("body").asString("")),
                        message.receivedAt(),
                        UTC.format(message.receivedAt()),
                        escape(message.subscription()),
                        escape(message.encoding()),
                        escape(String.valueOf(message.urgency())),
                        escape(message.contact()),
                        escape(message.text()));
    }

    private static JsonNode json(String text) {
        try {
            return Json.PLAIN.readTree(text);
        } catch (JacksonException _) {
            return Json.PLAIN.createObjectNode();
        }
    }
}
