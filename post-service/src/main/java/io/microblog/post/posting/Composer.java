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
import io.microblog.post.publish.Draft;
import io.microblog.post.tag.TagDecisions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns drafts into what is published: reads the text, finds the people it names, renders it. */
@Component
class Composer {

    private final PostText rules;
    private final AuthorDirectory people;
    private final LanguageDetector languages;
    private final TagDecisions tags;
    private final PostProperties properties;

    Composer(
            BaseUrl base,
            AuthorDirectory people,
            LanguageDetector languages,
            TagDecisions tags,
            PostProperties properties) {
        this.rules = new PostText(base.uri());
        this.people = people;
        this.languages = languages;
        this.tags = tags;
        this.properties = properties;
    }

    /**
     * @param sensitiveByDefault when the author did not say
     * @param usual the language unless the draft names one; where none was chosen it is told from the text
     * @throws Invalid when the text is too long, or has a hashtag that posts may not have
     */
    Content compose(Draft draft, boolean sensitiveByDefault, PostLanguage usual) {
        checkSize(draft);
        ParsedText parsed = rules.parse(draft.source(), draft.format());
        Map<String, Author> known = people.named(parsed.usernames());
        Rendered rendered = parsed.render(name -> username(known.get(name)));
        tags.requireUsable(rendered.hashtags());
        return new Content(
                draft.source(),
                draft.format(),
                rendered.html(),
                rendered.text(),
                draft.spoilerText(),
                isSensitive(draft, sensitiveByDefault),
                language(draft.language(), usual, rendered.text()),
                mentions(rendered, known),
                rendered.hashtags(),
                rendered.hashtagsAsWritten(),
                draft.media());
    }

    /** The size first, since it bounds what counting costs. */
    private void checkSize(Draft draft) {
        if (PostText.size(draft.spoilerText(), draft.source()) > PostText.MAX_BYTES) {
            throw Invalid.field(
                    "text",
                    "ERR_TOO_LARGE",
                    "is larger than %d kB, whatever it counts".formatted(PostText.MAX_BYTES / 1024));
        }
        if (rules.length(draft.spoilerText(), draft.source()) > properties.maxLength()) {
            throw Invalid.field(
                    "text", "ERR_TOO_LONG", "character limit of %d exceeded".formatted(properties.maxLength()));
        }
    }

    private static boolean isSensitive(Draft draft, boolean byDefault) {
        return Objects.requireNonNullElse(draft.sensitive(), byDefault)
                || !draft.spoilerText().isEmpty();
    }

    /** Clients that edit send back the language they were told: only another one is a choice. */
    private PostLanguage language(@Nullable String said, PostLanguage usual, String text) {
        if (said != null && !said.equals(usual.code())) {
            return new PostLanguage(said, true);
        }
        if (usual.chosen()) {
            return usual;
        }
        String told = languages.of(text);
        return new PostLanguage(told == null ? said : told, false);
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
