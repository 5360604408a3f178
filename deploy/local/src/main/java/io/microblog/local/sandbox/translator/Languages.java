package io.microblog.local.sandbox.translator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.microblog.local.sandbox.http.Page;

/** The languages of the text translation service, by code. */
final class Languages {

    private static final Map<String, String> ALIASES = Map.of(
            "zh", "zh-hans",
            "zh-cn", "zh-hans",
            "zh-sg", "zh-hans",
            "zh-tw", "zh-hant",
            "zh-hk", "zh-hant",
            "no", "nb",
            "sr", "sr-cyrl",
            "mn", "mn-cyrl",
            "iw", "he",
            "tl", "fil");

    private final Map<String, Language> byCode = new LinkedHashMap<>();
    private final Map<String, String> codes = new LinkedHashMap<>();

    Languages() {
        Page.resource(Languages.class, "languages.tsv").lines().forEach(this::add);
    }

    Map<String, Language> byCode() {
        return Collections.unmodifiableMap(byCode);
    }

    /** The service's own code for a tag: {@code en} for {@code en-US}; nothing when it does not know the language. */
    Optional<String> code(String tag) {
        var lower = tag.toLowerCase(Locale.ROOT);
        var code = codes.get(ALIASES.getOrDefault(lower, lower));
        if (code != null) {
            return Optional.of(code);
        }
        var hyphen = lower.lastIndexOf('-');
        return hyphen < 0 ? Optional.empty() : code(lower.substring(0, hyphen));
    }

    private void add(String line) {
        var fields = line.split("\t", -1);
        byCode.put(fields[0], new Language(fields[1], fields[2], fields[3]));
        codes.put(fields[0].toLowerCase(Locale.ROOT), fields[0]);
    }
}
