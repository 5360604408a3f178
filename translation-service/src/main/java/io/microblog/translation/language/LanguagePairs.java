package io.microblog.translation.language;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The pairs of languages that can be translated, and how people's tags map to the provider's codes.
 *
 * <p>A provider tells the scripts of a language apart ({@code zh-Hans}); posts and browsers often do not ({@code zh},
 * {@code zh-TW}).
 */
public final class LanguagePairs {

    /** Stands for a language that has to be detected (ISO 639-2). */
    private static final String UNDETERMINED = "und";

    private static final Map<String, List<String>> ALIASES = Map.ofEntries(
            Map.entry("zh", List.of("zh-Hans")),
            Map.entry("zh-cn", List.of("zh-Hans", "zh")),
            Map.entry("zh-sg", List.of("zh-Hans", "zh")),
            Map.entry("zh-tw", List.of("zh-Hant", "zt")),
            Map.entry("zh-hk", List.of("zh-Hant", "zt")),
            Map.entry("zh-mo", List.of("zh-Hant", "zt")),
            Map.entry("zh-hant", List.of("zt")),
            Map.entry("no", List.of("nb")),
            Map.entry("nb", List.of("no")),
            Map.entry("nn", List.of("nb", "no")),
            Map.entry("sr", List.of("sr-Cyrl")),
            Map.entry("mn", List.of("mn-Cyrl")),
            Map.entry("ku", List.of("kmr")),
            Map.entry("tl", List.of("fil")),
            Map.entry("pt-br", List.of("pb", "pt")),
            Map.entry("iw", List.of("he")),
            Map.entry("in", List.of("id")));

    private final Map<String, List<String>> pairs;
    private final Map<String, String> codes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** @param pairs the provider's codes, each with those it translates into */
    public LanguagePairs(Map<String, List<String>> pairs) {
        this.pairs = Map.copyOf(pairs);
        pairs.forEach((source, targets) -> {
            codes.put(source, source);
            targets.forEach(target -> codes.put(target, target));
        });
    }

    Map<String, List<String>> pairs() {
        return pairs;
    }

    /** The provider's code for a language tag such as {@code de-AT}; empty when it does not know the language. */
    public Optional<String> resolve(String tag) {
        String name = tag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        String code = codes.get(name);
        if (code != null) {
            return Optional.of(code);
        }
        for (String alias : ALIASES.getOrDefault(name, List.of())) {
            if (codes.containsKey(alias)) {
                return Optional.of(codes.get(alias));
            }
        }
        int hyphen = name.lastIndexOf('-');
        return hyphen < 0 ? Optional.empty() : resolve(name.substring(0, hyphen));
    }

    /** Whether a text in {@code source} (a provider's code) can be translated into {@code target}. */
    public boolean translates(String source, String target) {
        return pairs.getOrDefault(source, List.of()).contains(target);
    }

    /** Whether any text can be translated into {@code target}. */
    public boolean translatesInto(String target) {
        return pairs.values().stream().anyMatch(targets -> targets.contains(target));
    }

    /** As the API publishes it: by the provider's codes and the plain ones that clients look for, {@code und} included. */
    public Map<String, Collection<String>> published() {
        var published = new TreeMap<String, Collection<String>>();
        Set<String> targets = new LinkedHashSet<>();
        pairs.forEach((source, own) -> {
            published.put(source, withPlainNames(own));
            targets.addAll(own);
        });
        for (String name : ALIASES.keySet()) {
            if (isPlain(name) && !published.containsKey(name)) {
                resolve(name).map(pairs::get).ifPresent(own -> published.put(name, withPlainNames(own)));
            }
        }
        published.put(UNDETERMINED, withPlainNames(targets));
        return published;
    }

    private Set<String> withPlainNames(Collection<String> targets) {
        var all = new TreeSet<>(targets);
        ALIASES.keySet().stream()
                .filter(name ->
                        isPlain(name) && resolve(name).filter(targets::contains).isPresent())
                .forEach(all::add);
        return all;
    }

    private static boolean isPlain(String tag) {
        return tag.indexOf('-') < 0;
    }
}
