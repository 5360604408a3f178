package io.microblog.local.sandbox.postmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import static io.microblog.local.sandbox.http.Page.escape;

/** One mail: its HTML in a frame that can do nothing, its text, or everything else about it. */
final class MailPage {

    private static final Pattern HEAD = Pattern.compile("<head[^>]*>", Pattern.CASE_INSENSITIVE);
    private static final String LINKS_IN_NEW_TABS = "<base target=\"_blank\">";

    private MailPage() {}

    static String of(SentMessage message, @Nullable String wanted) {
        var views = views(message);
        var view = wanted != null && views.contains(wanted) ? wanted : views.getFirst();
        return Layout.page(message.subject(), "", """
                <article aria-labelledby="subject"><p><a href="/">Back to all mail</a></p>
                <h2 id="subject">%s</h2>
                <dl class="envelope">%s</dl>
                <nav class="views" aria-label="Views of this mail">%s</nav>
                %s</article>
                """.formatted(
                        message.subject().isBlank() ? "(no subject)" : escape(message.subject()),
                        envelope(message),
                        tabs(message, views, view),
                        body(message, view)));
    }

    static String missing() {
        return Layout.page("No such mail", "", "<p>This mail is not here. <a href=\"/\">Back to all mail</a></p>");
    }

    /** The HTML body as it was sent, except that its links open in new tabs. */
    static String document(SentMessage message) {
        var html = message.htmlBody() == null ? "" : message.htmlBody();
        var head = HEAD.matcher(html);
        return head.find()
                ? html.substring(0, head.end()) + LINKS_IN_NEW_TABS + html.substring(head.end())
                : LINKS_IN_NEW_TABS + html;
    }

    private static List<String> views(SentMessage message) {
        var views = new ArrayList<String>();
        if (message.htmlBody() != null && !message.htmlBody().isEmpty()) {
            views.add("html");
        }
        if (message.textBody() != null && !message.textBody().isEmpty()) {
            views.add("text");
        }
        views.add("details");
        return views;
    }

    private static String envelope(SentMessage message) {
        return row("From", escape(message.from().toString()))
                + addresses("To", message.to())
                + addresses("Cc", message.cc())
                + addresses("Bcc", message.bcc())
                + row("Sent", Layout.time(message.receivedAt()));
    }

    private static String addresses(String label, List<Address> addresses) {
        return addresses.isEmpty()
                ? ""
                : row(label, escape(addresses.stream().map(Address::toString).collect(Collectors.joining(", "))));
    }

    private static String tabs(SentMessage message, List<String> views, String current) {
        return views.stream()
                .map(view -> "<a href=\"/mail/%s?view=%s\"%s>%s</a>"
                        .formatted(
                                message.id(), view, view.equals(current) ? " aria-current=\"page\"" : "", label(view)))
                .collect(Collectors.joining());
    }

    private static String label(String view) {
        return switch (view) {
            case "html" -> "HTML";
            case "text" -> "Text";
            default -> "Details";
        };
    }

    private static String body(SentMessage message, String view) {
        return switch (view) {
            case "html" -> """
                    <iframe title="The mail's HTML" src="/mail/%s/html"
                     sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
                    """.formatted(message.id());
            case "text" -> "<pre class=\"text\">" + linked(message.textBody()) + "</pre>";
            default -> details(message);
        };
    }

    private static String linked(@Nullable String body) {
        var text = body == null ? "" : body;
        var html = new StringBuilder();
        var at = 0;
        for (var links = SentMessage.LINK.matcher(text); links.find(); at = links.end()) {
            var link = escape(links.group());
            html.append(escape(text.substring(at, links.start())))
                    .append("<a href=\"%s\" target=\"_blank\">%s</a>".formatted(link, link));
        }
        return html.append(escape(text.substring(at))).toString();
    }

    private static String details(SentMessage message) {
        var rows = new StringBuilder();
        rows.append(row("MessageID", "<code>" + message.id() + "</code>"));
        rows.append(row("Stream", escape(message.messageStream())));
        rows.append(message.tag() == null ? "" : row("Tag", escape(message.tag())));
        rows.append(message.replyTo() == null ? "" : row("Reply-To", escape(message.replyTo())));
        message.headers().forEach(header -> rows.append(row(escape(header.name()), escape(header.value()))));
        message.metadata().entrySet().stream()
                .sorted(Entry.comparingByKey())
                .forEach(entry -> rows.append(
                        row("Metadata " + escape(entry.getKey()), "<code>" + escape(entry.getValue()) + "</code>")));
        message.attachments().forEach(name -> rows.append(row("Attachment", escape(name))));
        return "<dl class=\"details\">" + rows + "</dl>";
    }

    private static String row(String label, String value) {
        return "<div><dt>" + label + "</dt><dd>" + value + "</dd></div>";
    }
}
