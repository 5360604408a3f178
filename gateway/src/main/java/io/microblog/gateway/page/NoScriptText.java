package io.microblog.gateway.page;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * What a profile or a post says, for browsers that run no scripts. It is text alone: the markup in which a service has
 * wrapped it could end the element around it.
 *
 * @param heading who speaks
 * @param warning what stands before the text and hides it; empty if nothing
 * @param paragraphs in plain text
 */
record NoScriptText(String heading, String warning, List<String> paragraphs) {

    private static final Pattern PARAGRAPH_END = Pattern.compile("(?i)</(p|li|h[1-6]|blockquote|pre|div)>|<br ?/?>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    static NoScriptText ofAccount(JsonNode account) {
        return new NoScriptText(LinkPreview.nameWithHandle(account), "", paragraphs(account.path("note")));
    }

    /** A post with its poll and the descriptions of its images. */
    static NoScriptText ofStatus(JsonNode status) {
        Stream<String> choices =
                status.path("poll").path("options").valueStream().map(option -> "– " + text(option.path("title")));
        Stream<String> images = status.path("media_attachments")
                .valueStream()
                .map(image -> text(image.path("description")))
                .filter(description -> !description.isEmpty())
                .map("[%s]"::formatted);
        return new NoScriptText(
                LinkPreview.nameWithHandle(status.path("account")),
                text(status.path("spoiler_text")),
                Stream.of(paragraphs(status.path("content")).stream(), choices, images)
                        .flatMap(each -> each)
                        .toList());
    }

    /** An article, whose text opens at a click where there is a warning. */
    String html() {
        String text = paragraphs.stream()
                .map(paragraph -> "<p dir=\"auto\">%s</p>".formatted(escape(paragraph)))
                .collect(Collectors.joining("\n"));
        String body = warning.isEmpty()
                ? text
                : "<details><summary dir=\"auto\">%s</summary>\n%s</details>".formatted(escape(warning), text);
        return "<article>\n<h1 dir=\"auto\">%s</h1>\n%s\n</article>\n".formatted(escape(heading), body);
    }

    private static List<String> paragraphs(JsonNode html) {
        return PARAGRAPH_END
                .splitAsStream(html.asString(""))
                .map(part ->
                        HtmlUtils.htmlUnescape(TAG.matcher(part).replaceAll("")).strip())
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String text(JsonNode value) {
        return value.asString("");
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
