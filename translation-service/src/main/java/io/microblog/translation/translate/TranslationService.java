package io.microblog.translation.translate;

import java.util.Optional;

import io.microblog.event.Visibility;
import io.microblog.internal.StatusApi;
import io.microblog.internal.StatusText;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import io.microblog.translation.cache.TextKey;
import io.microblog.translation.cache.Translation;
import io.microblog.translation.cache.TranslationCache;
import io.microblog.translation.cache.Wanted;
import io.microblog.translation.language.LanguagePairs;
import io.microblog.translation.language.LanguageService;
import io.microblog.translation.provider.TranslationNotConfigured;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/** Translates a post for somebody who may read it. */
@Service
class TranslationService {

    private final LanguageService languages;
    private final StatusApi posts;
    private final TranslationCache cache;
    private final PostTranslator translator;
    private final Counter served;

    TranslationService(
            LanguageService languages,
            StatusApi posts,
            TranslationCache cache,
            PostTranslator translator,
            MeterRegistry meters) {
        this.languages = languages;
        this.posts = posts;
        this.cache = cache;
        this.translator = translator;
        this.served = Counter.builder("microblog.translation.served")
                .description("Translations that readers got, new or known before")
                .register(meters);
    }

    /**
     * The post's text in the language asked for, else in the reader's.
     *
     * @throws NotFound when the reader may not see the post
     * @throws NotAllowed when the post is not public, or is in that language already
     * @throws Unavailable when nobody translates, or not now
     */
    Translation translate(long postId, long reader, @Nullable String lang, @Nullable String acceptLanguage) {
        LanguagePairs known = languages.find().orElseThrow(TranslationNotConfigured::new);
        String target = new TargetLanguage(known).of(lang, acceptLanguage);
        StatusText post = read(postId, reader);
        if (!isOpen(post)) {
            throw new NotAllowed();
        }
        String source = source(post, known).orElse(null);
        if (target.equals(source)) {
            throw new NotAllowed();
        }
        if (source != null && !known.translates(source, target)) {
            throw TargetLanguage.unknown();
        }
        var wanted = new Wanted(
                postId, post.version(), TextKey.of(post.language(), post.content(), post.spoilerText()), target);
        Translation translation = cache.get(wanted, () -> translator.translate(post, source, target, reader));
        served.increment();
        return translation;
    }

    private StatusText read(long postId, long reader) {
        try {
            return posts.text(postId, reader);
        } catch (RestClientException e) {
            throw new Unavailable("post-service is temporarily unavailable", e);
        }
    }

    /** What was meant for few people is not given to a provider. */
    private static boolean isOpen(StatusText post) {
        return post.visibility() == Visibility.PUBLIC || post.visibility() == Visibility.UNLISTED;
    }

    private static Optional<String> source(StatusText post, LanguagePairs known) {
        return Optional.ofNullable(post.language()).flatMap(known::resolve);
    }
}
