package io.microblog.gateway.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import io.microblog.kit.web.BaseUrl;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * What other programs show of a link to a profile or a post: Open Graph tags, which they read without running scripts.
 *
 * @param title in plain text
 * @param indexed whether search engines may list the page
 * @param tags the properties in their order, in plain text
 */
record LinkPreview(String title, boolean indexed, Map<String, String> tags) {

    private static final int LONGEST_DESCRIPTION = 400;
    private static final int LONGEST_TITLE = 70;

    static LinkPreview ofAccount(JsonNode account, BaseUrl base) {
        String title = nameWithHandle(account);
        var tags =
                tags("profile", title, base.resolve("/@" + account.path("acct").asString()));
        tags.put("og:description", plain(account.path("note").asString()));
        tags.put("og:image", account.path("avatar").asString());
        tags.put("profile:username", account.path("acct").asString());
        tags.put("twitter:card", "summary");
        return new LinkPreview(title, isIndexed(account), tags);
    }

    /** A post behind a warning shows the warning alone. */
    static LinkPreview ofStatus(JsonNode status, BaseUrl base) {
        JsonNode account = status.path("account");
        String warning = status.path("spoiler_text").asString("");
        boolean hidden = !warning.isEmpty() || status.path("sensitive").asBoolean(false);
        String text = warning.isEmpty() ? plain(status.path("content").asString()) : warning;
        String address = base.resolve(
                "/@" + account.path("acct").asString() + "/" + status.path("id").asString());
        var tags = tags("article", nameWithHandle(account), address);
        tags.put("og:description", text);
        tags.put("article:published_time", status.path("created_at").asString());
        JsonNode image =
                hidden ? status.path("none") : status.path("media_attachments").path(0);
        tags.put(
                "og:image",
                image.path("preview_url").asString(account.path("avatar").asString()));
        tags.put("og:image:alt", image.path("description").asString(""));
        tags.put("twitter:card", image.isMissingNode() ? "summary" : "summary_large_image");
        return new LinkPreview(name(account) + ": " + shorten(text, LONGEST_TITLE), isIndexed(account), tags);
    }

    /** Elements for the head of a page. */
    String html() {
        String metas = tags.entrySet().stream()
                .filter(tag -> !tag.getValue().isEmpty())
                .map(tag -> "<meta property=\"%s\" content=\"%s\" />".formatted(tag.getKey(), escape(tag.getValue())))
                .collect(Collectors.joining("\n"));
        String robots = indexed ? "" : "<meta name=\"robots\" content=\"noindex\" />\n";
        return "<title>%s</title>\n%s%s\n".formatted(escape(title), robots, metas);
    }

    static String nameWithHandle(JsonNode account) {
        return "%s (@%s)".formatted(name(account), account.path("acct").asString());
    }

    private static Map<String, String> tags(String type, String title, String address) {
        var tags = new LinkedHashMap<String, String>();
        tags.put("og:site_name", "Microblog");
        tags.put("og:type", type);
        tags.put("og:title", title);
        tags.put("og:url", address);
        return tags;
    }

    private static String name(JsonNode account) {
        String name = account.path("display_name").asString("");
        return name.isBlank() ? account.path("username").asString() : name;
    }

    private static boolean isIndexed(JsonNode account) {
        return !account.path("noindex").asBoolean(false);
    }

    private static String plain(String html) {
        String text = html.replaceAll("(?i)<br ?/?>|</p>|</li>", " ").replaceAll("<[^>]*>", "");
        return shorten(HtmlUtils.htmlUnescape(text).strip().replaceAll("\\s+", " "), LONGEST_DESCRIPTION);
    }

    private static String shorten(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length)).stripTrailing() + "…";
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
