package io.microblog.translation.provider;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * LibreTranslate, which people host themselves.
 *
 * @see <a href="https://docs.libretranslate.com/guides/api_usage/">API usage</a>
 */
final class LibreTranslator implements Translator {

    private final ProviderClient client;
    private final @Nullable String key;

    LibreTranslator(ProviderClient client, TranslatorProperties properties) {
        this.client = client;
        this.key = StringUtils.hasText(properties.key()) ? properties.key() : null;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Request(
            List<String> q,
            String source,
            String target,
            String format,
            @JsonProperty("api_key") @Nullable String apiKey) {}

    private record Answer(
            @Nullable List<@Nullable String> translatedText,
            @Nullable List<@Nullable Detected> detectedLanguage) {}

    private record Detected(@Nullable String language) {}

    private record Language(@Nullable String code, @Nullable List<String> targets) {}

    @Override
    public String name() {
        return "LibreTranslate";
    }

    @Override
    public Translated translate(List<String> html, @Nullable String from, String to) {
        var request = new Request(html, Objects.requireNonNullElse(from, "auto"), to, "html", key);
        Answer answer = client.exchange(client.post("/translate"), request, Answer.class);
        List<@Nullable String> texts = answer.translatedText();
        if (texts == null
                || texts.size() != html.size()
                || texts.stream().anyMatch(text -> text == null || text.isBlank())) {
            throw TranslatorFailure.garbage(null);
        }
        return new Translated(
                texts.stream().map(Objects::requireNonNull).toList(), detected(answer.detectedLanguage()));
    }

    private static @Nullable String detected(@Nullable List<@Nullable Detected> languages) {
        Detected first = languages == null || languages.isEmpty() ? null : languages.getFirst();
        return first == null ? null : first.language();
    }

    @Override
    public Map<String, List<String>> languages() {
        var pairs = new LinkedHashMap<String, List<String>>();
        Arrays.stream(client.get("/languages", Language[].class)).forEach(language -> {
            String code = language == null ? null : language.code();
            List<String> targets = language == null ? null : language.targets();
            if (code == null || targets == null) {
                throw TranslatorFailure.garbage(null);
            }
            pairs.put(
                    code,
                    targets.stream().filter(target -> !target.equals(code)).toList());
        });
        if (pairs.isEmpty()) {
            throw TranslatorFailure.garbage(null);
        }
        return pairs;
    }
}
