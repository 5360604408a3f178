package io.microblog.translation.translate;

import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.microblog.internal.StatusText;
import io.microblog.translation.cache.Translation;
import io.microblog.translation.markup.TranslatableHtml;
import io.microblog.translation.provider.Translated;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a post translated by the provider, within the budget. */
@Component
class PostTranslator {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final String UNDETERMINED = "und";

    private final Purchases purchases;

    PostTranslator(Purchases purchases) {
        this.purchases = purchases;
    }

    /**
     * Content and content warning in one call; a post without words stays as it is and costs nothing.
     *
     * @param source the provider's code, null to have the language detected
     * @param target the provider's code
     * @param reader on whose account this is
     */
    Translation translate(StatusText post, @Nullable String source, String target, long reader) {
        var content = TranslatableHtml.ofHtml(post.content());
        var spoiler = TranslatableHtml.ofText(post.spoilerText());
        List<String> sent = Stream.of(content, spoiler)
                .filter(TranslatableHtml::isTranslatable)
                .map(TranslatableHtml::toSend)
                .toList();
        Translated answer = purchases.buy(sent, source, target, reader);
        Iterator<String> pieces = answer.html().iterator();
        return new Translation(
                content.isTranslatable() ? content.restore(pieces.next()) : post.content(),
                spoiler.isTranslatable() ? spoiler.restoreText(pieces.next()) : post.spoilerText(),
                target,
                detected(answer.detectedLanguage(), post),
                purchases.provider());
    }

    private static String detected(@Nullable String told, StatusText post) {
        return told != null && LANGUAGE.matcher(told).matches()
                ? told
                : Objects.requireNonNullElse(post.language(), UNDETERMINED);
    }
}
