package io.microblog.user.instance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import io.microblog.user.instance.InstanceTexts.Kind;
import io.microblog.user.rule.Rules;
import org.springframework.util.StringUtils;

/** What surrounds every page: the server's name, its rules if it has any, and the choice of a language. */
public final class PageFrame {

    private static final List<String> LANGUAGES = List.of("en", "es", "ar");

    private final InstanceProperties properties;
    private final InstanceTexts texts;
    private final Rules rules;
    private final HttpServletRequest request;

    PageFrame(InstanceProperties properties, InstanceTexts texts, Rules rules, HttpServletRequest request) {
        this.properties = properties;
        this.texts = texts;
        this.rules = rules;
        this.request = request;
    }

    /**
     * The page in a language.
     *
     * @param tag BCP 47
     * @param name in the language itself
     */
    public record Language(String tag, String name, String link) {}

    /** The server's name. */
    public String title() {
        return properties.title();
    }

    /** Whether there are rules or terms that people agree to. */
    public boolean hasRules() {
        return texts.find(Kind.TERMS).isPresent() || !rules.inForce().isEmpty();
    }

    /** The languages to choose from; none where going there would send something again. */
    public List<Language> languages() {
        return request.getMethod().equals("GET") && request.getDispatcherType() == DispatcherType.REQUEST
                ? LANGUAGES.stream().map(this::language).toList()
                : List.of();
    }

    private Language language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        String query = request.getQueryString();
        Stream<String> others = query == null
                ? Stream.empty()
                : Arrays.stream(query.split("&")).filter(parameter -> !parameter.startsWith("lang="));
        return new Language(
                tag,
                StringUtils.capitalize(locale.getDisplayLanguage(locale)),
                Stream.concat(others, Stream.of("lang=" + tag))
                        .collect(Collectors.joining("&", request.getRequestURI() + "?", "")));
    }
}
