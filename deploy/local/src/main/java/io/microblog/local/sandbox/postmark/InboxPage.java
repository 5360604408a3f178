package io.microblog.local.sandbox.postmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import io.microblog.local.sandbox.http.Fault;

import static io.microblog.local.sandbox.http.Page.escape;

/** The list of mails, a page at a time. The script swaps {@code #mails} and {@code #count} when they change. */
final class InboxPage {

    private static final int PER_PAGE = 25;

    private InboxPage() {}

    static String of(List<SentMessage> found, String query, int page, Fault fault) {
        var last = Math.max(1, (found.size() + PER_PAGE - 1) / PER_PAGE);
        var shown = Math.min(page, last);
        var first = (shown - 1) * PER_PAGE;
        var items = found.stream().skip(first).limit(PER_PAGE).toList();
        return Layout.page("Mail sandbox", query, """
                <div class="bar"><p id="count" role="status">%s</p>
                <button id="empty" type="button" hidden>Delete all mail</button></div>
                <div id="mails">%s%s%s</div>
                """.formatted(
                        count(found.size(), first, items.size(), query),
                        faultNotice(fault),
                        list(items, query),
                        pages(shown, last, query)));
    }

    private static String count(int all, int first, int shown, String query) {
        var what = query.isEmpty() ? "" : " for “" + escape(query) + "”";
        if (all <= shown) {
            return (all == 1 ? "1 mail" : all + " mails") + what;
        }
        return "%d–%d of %d mails%s".formatted(first + 1, first + shown, all, what);
    }

    private static String faultNotice(Fault fault) {
        return fault.kind() == Fault.Kind.NONE
                ? ""
                : "<p class=\"fault\">Failing on demand: <strong>"
                        + fault.kind().wireName() + "</strong></p>";
    }

    private static String list(List<SentMessage> items, String query) {
        if (items.isEmpty()) {
            return "<p class=\"nothing\">"
                    + (query.isEmpty() ? "No mail yet. It appears here as it is sent." : "No mail matches.") + "</p>";
        }
        return items.stream().map(InboxPage::item).collect(Collectors.joining("", "<ol class=\"mails\">", "</ol>"));
    }

    private static String item(SentMessage message) {
        return """
                <li><a href="/mail/%s"><span class="subject">%s</span>%s<span class="to">to %s</span>%s</a></li>
                """.formatted(
                        message.id(),
                        message.subject().isBlank() ? "(no subject)" : escape(message.subject()),
                        message.tag() == null ? "" : "<span class=\"tag\">" + escape(message.tag()) + "</span>",
                        escape(message.recipients().stream().map(Address::email).collect(Collectors.joining(", "))),
                        Layout.time(message.receivedAt()));
    }

    private static String pages(int page, int last, String query) {
        if (last == 1) {
            return "";
        }
        return "<nav aria-label=\"Pages\">" + (page > 1 ? link(page - 1, query, "prev", "Newer") : "")
                + "<span>Page " + page + " of " + last + "</span>"
                + (page < last ? link(page + 1, query, "next", "Older") : "") + "</nav>";
    }

    private static String link(int page, String query, String rel, String text) {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return "<a rel=\"%s\" href=\"/?q=%s&amp;page=%d\">%s</a>".formatted(rel, encoded, page, text);
    }
}
