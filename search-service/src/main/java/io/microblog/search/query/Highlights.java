package io.microblog.search.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.microblog.search.query.Highlight.Of;
import io.microblog.search.query.Highlight.Range;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/**
 * Why posts were found, told of nothing but what their owner shows this reader of them.
 *
 * <p>A long text is cut to what stands around the first match.
 */
final class Highlights {

    private static final int LONGEST = 320;

    /** How much of what comes before the first match is kept. */
    private static final int BEFORE = 80;

    private static final int MOST = 6;

    private static final Pattern BREAK = Pattern.compile("<br\\s*/?>|</(?:p|li|h\\d|blockquote|pre)>");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");

    private Highlights() {}

    /** A text of a post. */
    private record Text(Of of, String text) {}

    static List<Highlight> of(JsonNode status, Highlighter highlighter) {
        String language = language(status);
        return texts(status)
                .flatMap(text -> highlight(text, highlighter.in(text.text(), language)).stream())
                .limit(MOST)
                .toList();
    }

    /** Everything that a post says to whom it is shown. */
    static String words(JsonNode status) {
        return String.join("\n", texts(status).map(Text::text).toList());
    }

    /** The language that the post is said to be in. */
    static @Nullable String language(JsonNode status) {
        String language = status.path("language").asString("");
        return language.isEmpty() ? null : language;
    }

    private static Stream<Text> texts(JsonNode status) {
        List<Text> texts = new ArrayList<>();
        add(texts, Of.WARNING, status.path("spoiler_text"));
        add(texts, Of.CONTENT, plain(status.path("content").asString("")));
        status.path("media_attachments").forEach(media -> add(texts, Of.MEDIA, media.path("description")));
        status.path("poll").path("options").forEach(option -> add(texts, Of.POLL, option.path("title")));
        return texts.stream();
    }

    private static void add(List<Text> texts, Of of, JsonNode text) {
        add(texts, of, text.asString(""));
    }

    private static void add(List<Text> texts, Of of, String text) {
        if (!text.isBlank()) {
            texts.add(new Text(of, text));
        }
    }

    /** The text of what post-service rendered: its breaks are lines, its tags nothing, its entities characters. */
    private static String plain(String html) {
        String lines = BREAK.matcher(html).replaceAll("\n");
        return HtmlUtils.htmlUnescape(TAG.matcher(lines).replaceAll("")).strip();
    }

    private static Optional<Highlight> highlight(Text text, List<Range> ranges) {
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        cut(text, ranges, begin(text.text(), ranges.getFirst().start())));
    }

    private static Highlight cut(Text text, List<Range> ranges, int begin) {
        String whole = text.text();
        int end = whole.length() - begin <= LONGEST ? whole.length() : blankBefore(whole, begin + LONGEST, begin);
        List<Range> inside = ranges.stream()
                .filter(range -> range.start() < end)
                .map(range -> new Range(range.start() - begin, Math.min(range.end(), end) - begin))
                .toList();
        return new Highlight(text.of(), whole.substring(begin, end), inside);
    }

    private static int begin(String whole, int match) {
        return whole.length() <= LONGEST || match <= BEFORE ? 0 : blankBefore(whole, match - BEFORE, 0);
    }

    /** The last place to cut at, between words where there are blanks, and never within a character. */
    private static int blankBefore(String text, int index, int least) {
        for (int i = index; i > Math.max(least, index - BEFORE); i--) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return character(text, index);
    }

    private static int character(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
