package io.microblog.acceptance;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The forms of the server's own pages, as a browser without scripts sends them. */
final class Forms {

    private Forms() {}

    /** Fills in a page's first form and submits it by its first button. */
    static Http.Answer submit(Http browser, Http.Answer page, Map<String, String> values) {
        return submit(browser, page, "form[method=post]", values);
    }

    /** @param selector in CSS, of the form */
    static Http.Answer submit(Http browser, Http.Answer page, String selector, Map<String, String> values) {
        Element form = Jsoup.parse(page.body(), page.uri().toString()).selectFirst(selector);
        if (form == null) {
            throw new AssertionError("No " + selector + " on " + page.uri() + ": " + page.body());
        }
        var body = new StringBuilder();
        for (Element input : form.select("input[name]")) {
            boolean unchecked = "checkbox".equals(input.attr("type")) && !input.hasAttr("checked");
            if (!unchecked) {
                append(body, input.attr("name"), values.getOrDefault(input.attr("name"), input.attr("value")));
            }
        }
        Element button = form.selectFirst("button[name]");
        if (button != null) {
            append(body, button.attr("name"), button.attr("value"));
        }
        return browser.send("POST", form.absUrl("action"), "application/x-www-form-urlencoded", body.toString());
    }

    private static void append(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(Http.encode(name))
                .append('=')
                .append(Http.encode(value));
    }
}
