package io.microblog.post.posting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.event.PostState;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.text.ParsedText;
import io.microblog.kit.text.PostText;
import io.microblog.kit.text.Rendered;
import io.microblog.kit.web.BaseUrl;
import io.microblog.post.author.Author;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.language.LanguageDetector;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns drafts into what is published: reads the text, finds the people it names, renders it. */
@Component
class Composer {

    private final PostText rules;
    private final AuthorDirectory people;
    private final LanguageDetector languages;
    private final PostProperties properties;

    Composer(BaseUrl base, AuthorDirectory people, LanguageDetector languages, PostProperties properties) {
        this.rules = new PostText(base.uri());
        this.people = people;
        this.languages = languages;
        this.properties = properties;
    }

    /**
     * @param sensitiveByDefault when the author did not say
     * @param usualLanguage of the author, null when there is none; then it is told from the text
     * @throws Invalid when the text is too long
     */
    Content compose(Draft draft, boolean sensitiveByDefault, @Nullable String usualLanguage) {
        if (!rules.fits(draft.spoilerText(), draft.source(), properties.maxLength())) {
            throw Invalid.field(
                    "text", "ERR_TOO_LONG", "character limit of %d exceeded".formatted(properties.maxLength()));
        }
        ParsedText parsed = rules.parse(draft.source(), draft.format());
        Map<String, Author> known = people.named(parsed.usernames());
        Rendered rendered = parsed.render(name -> username(known.get(name)));
        return new Content(
                draft.source(),
                draft.format(),
                rendered.html(),
                rendered.text(),
                draft.spoilerText(),
                isSensitive(draft, sensitiveByDefault),
                language(draft, usualLanguage, rendered.text()),
                mentions(rendered, known),
                rendered.hashtags(),
                draft.media());
    }

    private static boolean isSensitive(Draft draft, boolean byDefault) {
        return Objects.requireNonNullElse(draft.sensitive(), byDefault)
                || !draft.spoilerText().isEmpty();
    }

    private @Nullable String language(Draft draft, @Nullable String usual, String text) {
        String said = draft.language() == null ? usual : draft.language();
        return said == null ? languages.of(text) : said;
    }

    private static List<PostState.Mention> mentions(Rendered rendered, Map<String, Author> known) {
        Map<String, Author> byName =
                known.values().stream().collect(Collectors.toMap(Author::username, Function.identity()));
        return rendered.mentions().stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .map(person -> new PostState.Mention(person.id(), person.username()))
                .toList();
    }

    private static @Nullable String username(@Nullable Author person) {
        return person == null ? null : person.username();
    }
}
