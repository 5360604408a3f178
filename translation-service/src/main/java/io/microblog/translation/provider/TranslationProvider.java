package io.microblog.translation.provider;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The translator that the operator chose, guarded: few calls at a time, repeated where that helps and may be, and none
 * while it is known to be down.
 */
public class TranslationProvider {

    private final @Nullable Translator translator;
    private final TranslatorProperties properties;
    private final CircuitBreaker breaker;
    private final Semaphore calls;

    TranslationProvider(
            @Nullable Translator translator, TranslatorProperties properties, CircuitBreakerRegistry breakers) {
        this.translator = translator;
        this.properties = properties;
        this.breaker = breakers.circuitBreaker("translator");
        this.calls = new Semaphore(properties.concurrentCalls());
    }

    public boolean isConfigured() {
        return translator != null;
    }

    /** How readers are told who translated: as the operator says, who may have put something else at the address. */
    public String name() {
        String own = require().name();
        return StringUtils.hasText(properties.name()) ? properties.name() : own;
    }

    /**
     * Translates pieces of HTML, within the deadline.
     *
     * @param from the provider's code, null to have the language detected
     * @param to the provider's code
     * @throws TranslationNotConfigured when there is no provider
     * @throws ProviderUnavailable when it does not translate now
     * @throws Invalid when it will not take this text
     */
    public Translated translate(List<String> html, @Nullable String from, String to) {
        Translator chosen = require();
        if (html.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .sum()
                > properties.maxCharacters()) {
            throw new Invalid("This post is too long to be translated");
        }
        return limited(() -> new Attempts(breaker, properties).run(() -> chosen.translate(html, from, to)));
    }

    /** The provider's codes, each with those it translates into. Fails as {@link #translate} does. */
    public Map<String, List<String>> languages() {
        Translator chosen = require();
        return limited(() -> new Attempts(breaker, properties).run(chosen::languages));
    }

    private Translator require() {
        if (translator == null) {
            throw new TranslationNotConfigured();
        }
        return translator;
    }

    private <T> T limited(Supplier<T> call) {
        boolean entered = false;
        try {
            entered = calls.tryAcquire(properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            throw new Unavailable("Too many translations are under way, please try again");
        }
        try {
            return call.get();
        } finally {
            calls.release();
        }
    }
}
