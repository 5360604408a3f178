package io.microblog.translation.translate;

import java.util.List;

import io.microblog.translation.budget.Budget;
import io.microblog.translation.provider.Translated;
import io.microblog.translation.provider.TranslationProvider;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has the provider translate, within the budget. */
@Component
class Purchases {

    private final TranslationProvider provider;
    private final Budget budget;
    private final Counter made;

    Purchases(TranslationProvider provider, Budget budget, MeterRegistry meters) {
        this.provider = provider;
        this.budget = budget;
        this.made = Counter.builder("microblog.translation.made")
                .description("Translations that the provider made")
                .register(meters);
    }

    /** How people are told who translated. */
    String provider() {
        return provider.name();
    }

    /**
     * Pieces of HTML in another language; none costs nothing.
     *
     * @param source the provider's code, null to have the language detected
     * @param target the provider's code
     * @param person on whose account this is
     */
    Translated buy(List<String> html, @Nullable String source, String target, long person) {
        if (html.isEmpty()) {
            return new Translated(List.of(), null);
        }
        Translated answer = budget.spend(person, characters(html), () -> provider.translate(html, source, target));
        made.increment();
        return answer;
    }

    /** As providers count and charge. */
    private static int characters(List<String> texts) {
        return texts.stream()
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .sum();
    }
}
