package io.microblog.translation.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;
import org.springframework.web.client.RestClient;

/**
 * Microsoft Translator, version 3.
 *
 * @see <a href="https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/reference">Translator v3</a>
 */
final class MicrosoftTranslator implements Translator {

    private static final String TRANSLATE = "/translate?api-version=3.0&textType=html&to={to}";
    private static final String LANGUAGES = "/languages?api-version=3.0&scope=translation";

    private final ProviderClient client;
    private final String key;
    private final @Nullable String region;

    MicrosoftTranslator(ProviderClient client, TranslatorProperties properties) {
        this.client = client;
        this.key = Objects.requireNonNull(properties.key());
        this.region = properties.region();
    }

    private record Text(@JsonProperty("Text") String text) {}

    private static final class Answers extends ArrayList<Answer> {}

    private record Answer(
            @Nullable Detected detectedLanguage, @Nullable List<@Nullable Piece> translations) {

        String text() {
            Piece first = translations == null || translations.isEmpty() ? null : translations.getFirst();
            String text = first == null ? null : first.text();
            if (text == null || text.isBlank()) {
                throw TranslatorFailure.garbage(null);
            }
            return text;
        }
    }

    private record Detected(@Nullable String language) {}

    private record Piece(@Nullable String text) {}

    private record Languages(@Nullable Map<String, Object> translation) {}

    @Override
    public String name() {
        return "Microsoft Translator";
    }

    @Override
    public Translated translate(List<String> html, @Nullable String from, String to) {
        RestClient.RequestBodySpec request =
                from == null ? client.post(TRANSLATE, to) : client.post(TRANSLATE + "&from={from}", to, from);
        request.header("Ocp-Apim-Subscription-Key", key);
        if (StringUtils.hasText(region)) {
            request.header("Ocp-Apim-Subscription-Region", region);
        }
        Answers answers = client.exchange(request, html.stream().map(Text::new).toList(), Answers.class);
        if (answers.size() != html.size() || answers.contains(null)) {
            throw TranslatorFailure.garbage(null);
        }
        Detected detected = answers.getFirst().detectedLanguage();
        return new Translated(
                answers.stream().map(Answer::text).toList(), detected == null ? null : detected.language());
    }

    /** Every language translates into every other. */
    @Override
    public Map<String, List<String>> languages() {
        Map<String, Object> known = client.get(LANGUAGES, Languages.class).translation();
        if (known == null || known.isEmpty()) {
            throw TranslatorFailure.garbage(null);
        }
        var pairs = new LinkedHashMap<String, List<String>>();
        known.keySet()
                .forEach(code -> pairs.put(
                        code,
                        known.keySet().stream()
                                .filter(other -> !other.equals(code))
                                .toList()));
        return pairs;
    }
}
