package io.microblog.local.sandbox.translator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.microblog.local.sandbox.http.Call;
import io.microblog.local.sandbox.http.Fault;
import io.microblog.local.sandbox.http.Faults;
import io.microblog.local.sandbox.http.Page;
import io.microblog.local.sandbox.http.Reply;
import io.microblog.local.sandbox.http.Routes;
import org.jspecify.annotations.Nullable;

/**
 * Translate, detect and languages.
 *
 * @see <a href="https://learn.microsoft.com/azure/ai-services/translator/text-translation/reference/v3/reference">Translator v3</a>
 */
final class TranslatorApi {

    private record Translated(@Nullable Detected detectedLanguage, List<Translation> translations) {}

    private record Detected(String language, double score) {}

    private record Translation(String text, String to) {}

    private record Detection(
            String language, double score, boolean isTranslationSupported, boolean isTransliterationSupported) {}

    private static final List<String> SCOPES = List.of("translation", "transliteration", "dictionary");

    private final Languages languages = new Languages();
    private final Faults faults;
    private final @Nullable String key;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong characters = new AtomicLong();

    /** Takes the only key that is accepted; with null any will do. */
    TranslatorApi(Faults faults, @Nullable String key) {
        this.faults = faults;
        this.key = key;
    }

    void addTo(Routes routes) {
        routes.addMayHangUp("POST", "/translate", this::translate)
                .addMayHangUp("POST", "/detect", this::detect)
                .addMayHangUp("GET", "/languages", this::languages)
                .add("GET", "/sandbox/usage", _ -> usage())
                .add("GET", "/", _ -> page());
    }

    long calls() {
        return calls.get();
    }

    long characters() {
        return characters.get();
    }

    private Optional<Reply> translate(Call call) {
        begin(call);
        var wanted = TranslationRequest.of(call, languages);
        return faults.work(
                wanted.texts(),
                fault -> metered(call, wanted.charge(), each(wanted.texts(), fault, text -> translated(text, wanted))));
    }

    private Optional<Reply> detect(Call call) {
        begin(call);
        var texts = Texts.of(call, Texts.Limits.DETECT, 1);
        return faults.work(
                texts, fault -> metered(call, Texts.characters(texts), each(texts, fault, TranslatorApi::detection)));
    }

    private Optional<Reply> languages(Call call) {
        requireVersion(call);
        var scope = call.query("scope");
        var scopes = scope == null ? SCOPES : List.of(scope.split(","));
        if (!SCOPES.containsAll(scopes)) {
            throw TranslatorError.SCOPE.refusal();
        }
        var body = new LinkedHashMap<String, Object>();
        // Transliteration and dictionaries are not stood in for, so no language has them.
        scopes.forEach(name -> body.put(name, name.equals("translation") ? languages.byCode() : Map.of()));
        return faults.read(_ -> traced(call, Reply.json(200, body)));
    }

    private void begin(Call call) {
        calls.incrementAndGet();
        var given = call.header("Ocp-Apim-Subscription-Key");
        if (given == null || given.isBlank() || (key != null && !key.equals(given))) {
            throw TranslatorError.CREDENTIALS.refusal();
        }
        requireVersion(call);
    }

    private static void requireVersion(Call call) {
        if (!"3.0".equals(call.query("api-version"))) {
            throw TranslatorError.API_VERSION.refusal();
        }
    }

    private static Translated translated(String text, TranslationRequest wanted) {
        var guess = LanguageGuess.of(text);
        var source = wanted.source();
        var translations = wanted.targets().stream()
                .map(to -> new Translation(wanted.translate(text, guess, to), to))
                .toList();
        return new Translated(source == null ? new Detected(guess.language(), guess.score()) : null, translations);
    }

    private static Detection detection(String text) {
        var guess = LanguageGuess.of(text);
        return new Detection(guess.language(), guess.score(), true, false);
    }

    private static <T> List<T> each(List<String> texts, Fault fault, Function<String, T> work) {
        return IntStream.range(0, texts.size())
                .filter(i -> !fault.spoils(i, List.of(texts.get(i))))
                .mapToObj(i -> work.apply(texts.get(i)))
                .toList();
    }

    private Reply metered(Call call, int charge, Object body) {
        characters.addAndGet(charge);
        return traced(call, Reply.json(200, body)).with("X-metered-usage", String.valueOf(charge));
    }

    private static Reply traced(Call call, Reply reply) {
        var withId = reply.with("X-RequestId", UUID.randomUUID().toString());
        var trace = call.header("X-ClientTraceId");
        return trace == null ? withId : withId.with("X-ClientTraceId", trace);
    }

    private Reply usage() {
        return Reply.json(200, Map.of("calls", calls(), "characters", characters()));
    }

    private Reply page() {
        return Page.reply(200, Page.resource(TranslatorApi.class, "page.html").formatted(calls(), characters()));
    }
}
