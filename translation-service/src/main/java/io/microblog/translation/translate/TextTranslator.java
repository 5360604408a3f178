package io.microblog.translation.translate;

import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Unavailable;
import io.microblog.translation.language.LanguagePairs;
import io.microblog.translation.language.LanguageService;
import io.microblog.translation.markup.TranslatableHtml;
import io.microblog.translation.provider.TranslationNotConfigured;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts in another language what somebody writes in Markdown, line by line; what makes a line a heading or an item stays. */
@Component
class TextTranslator {

    private static final int MAX_CHARACTERS = 5000;

    /** What stands before the words of a line: quotes, headings, items. */
    private static final Pattern LINE =
            Pattern.compile("(\\s*(?:>\\s*)*(?:(?:#{1,6}|[-*+]|\\d{1,9}[.)])\\s+)?)(.*)", Pattern.DOTALL);

    private static final String FENCE = "```";

    private final LanguageService languages;
    private final Purchases purchases;

    TextTranslator(LanguageService languages, Purchases purchases) {
        this.languages = languages;
        this.purchases = purchases;
    }

    /** A line: what begins it, and its words. Lines of code have none. */
    private record Line(String marks, TranslatableHtml words) {

        static Line of(String line) {
            Matcher parts = LINE.matcher(line);
            return parts.matches() ? new Line(parts.group(1), TranslatableHtml.ofText(parts.group(2))) : verbatim(line);
        }

        static Line verbatim(String line) {
            return new Line(line, TranslatableHtml.ofText(""));
        }

        String restore(Iterator<String> answers) {
            return marks + (words.isTranslatable() ? words.restoreText(answers.next()) : words.original());
        }
    }

    /**
     * The text in another language, for its author to check.
     *
     * @param language the language tag of the text; null to have it detected
     * @param lang the language tag of the draft
     * @param author on whose account this is
     * @throws Invalid naming the field that cannot be accepted
     * @throws Unavailable when nobody translates, or not now
     */
    String translate(@Nullable String text, @Nullable String language, @Nullable String lang, long author) {
        if (text == null || text.isBlank()) {
            throw Invalid.field("text", "ERR_BLANK", "can't be blank");
        }
        if (text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw Invalid.field("text", "ERR_TOO_LONG", "is too long (maximum is " + MAX_CHARACTERS + " characters)");
        }
        if (lang == null || lang.isBlank()) {
            throw Invalid.field("lang", "ERR_BLANK", "can't be blank");
        }
        LanguagePairs known = languages.find().orElseThrow(TranslationNotConfigured::new);
        String target = new TargetLanguage(known).of(lang, null);
        String source = language == null ? null : known.resolve(language).orElse(null);
        if (source != null && !known.translates(source, target)) {
            throw TargetLanguage.unknown();
        }
        List<Line> lines = new Lines(text).read();
        List<String> sent = lines.stream()
                .map(Line::words)
                .filter(TranslatableHtml::isTranslatable)
                .map(TranslatableHtml::toSend)
                .toList();
        Iterator<String> answers =
                purchases.buy(sent, source, target, author).html().iterator();
        return lines.stream().map(line -> line.restore(answers)).collect(Collectors.joining("\n"));
    }

    /** Reads lines, and knows where code begins and ends. */
    private static final class Lines {

        private final String text;
        private boolean code;

        Lines(String text) {
            this.text = text;
        }

        List<Line> read() {
            return text.lines().map(this::read).toList();
        }

        private Line read(String line) {
            boolean fence = line.strip().startsWith(FENCE);
            code ^= fence;
            return fence || code ? Line.verbatim(line) : Line.of(line);
        }
    }
}
