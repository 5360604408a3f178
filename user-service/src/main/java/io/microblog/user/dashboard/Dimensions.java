package io.microblog.user.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

import io.microblog.internal.Figure;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.internal.StackPart;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.stack.OwnDatabase;
import io.microblog.user.dashboard.DimensionResponse.Entry;
import io.microblog.user.instance.Software;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Puts dimensions together that several services keep. */
@Service
class Dimensions {

    private static final String SELF = "user-service";

    private static final Map<String, String> NAMES =
            Map.of("postgresql", "PostgreSQL", "elasticsearch", "Elasticsearch", "media", "Media storage");

    private final OwnFigures own;
    private final FigureOwners others;
    private final JdbcClient jdbc;

    Dimensions(OwnFigures own, FigureOwners others, JdbcClient jdbc) {
        this.own = own;
        this.others = others;
        this.jdbc = jdbc;
    }

    /**
     * What was asked for, in that order. What its owner does not say at the moment is left out.
     *
     * @throws Unavailable when that is everything
     */
    List<DimensionResponse> read(DimensionRequest.Accepted wanted) {
        var asked = new LinkedHashMap<DimensionKey, CompletableFuture<Optional<List<Entry>>>>();
        wanted.keys().forEach(key -> asked.put(key, entries(key, wanted)));
        List<DimensionResponse> found = asked.entrySet().stream()
                .flatMap(entry ->
                        entry
                                .getValue()
                                .join()
                                .map(data ->
                                        new DimensionResponse(entry.getKey().wireName(), data))
                                .stream())
                .toList();
        if (found.isEmpty()) {
            throw new Unavailable("Who counts this does not answer");
        }
        return found;
    }

    private CompletableFuture<Optional<List<Entry>>> entries(DimensionKey key, DimensionRequest.Accepted wanted) {
        return switch (key) {
            case LANGUAGES -> languages(new FigureQuestion(Figure.LANGUAGES, wanted.days(), null), wanted.limit());
            case TAG_LANGUAGES ->
                languages(new FigureQuestion(Figure.TAG_LANGUAGES, wanted.days(), wanted.hashtag()), wanted.limit());
            case SOURCES -> known(sources(wanted));
            case SPACE_USAGE -> stacks(Dimensions::sizes);
            case SOFTWARE_VERSIONS -> stacks(Dimensions::versions);
            case SERVERS, TAG_SERVERS, INSTANCE_ACCOUNTS, INSTANCE_LANGUAGES -> known(List.of());
        };
    }

    private static CompletableFuture<Optional<List<Entry>>> known(List<Entry> entries) {
        return CompletableFuture.completedFuture(Optional.of(entries));
    }

    private CompletableFuture<Optional<List<Entry>>> languages(FigureQuestion question, int limit) {
        return others.ranked(question, limit)
                .thenApply(found -> found.map(
                        ranked -> ranked.stream().map(Dimensions::language).toList()));
    }

    private static Entry language(RankedFigure language) {
        String name = Locale.forLanguageTag(language.key()).getDisplayLanguage(Locale.ENGLISH);
        return Entry.count(language.key(), name.isEmpty() ? language.key() : name, language.count());
    }

    private List<Entry> sources(DimensionRequest.Accepted wanted) {
        return own.sources(wanted.days(), wanted.limit()).stream()
                .map(source -> source.key().isEmpty()
                        ? Entry.count("web", "Website", source.count())
                        : Entry.count(source.key(), source.key(), source.count()))
                .toList();
    }

    /** Of those who answer; this service does. */
    private CompletableFuture<Optional<List<Entry>>> stacks(
            Function<Map<String, List<StackPart>>, List<Entry>> presentation) {
        Map<String, CompletableFuture<Optional<List<StackPart>>>> asked = others.stacks();
        var stacks = new TreeMap<String, List<StackPart>>();
        stacks.put(SELF, List.of(OwnDatabase.read(jdbc)));
        return CompletableFuture.allOf(asked.values().toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> {
                    asked.forEach((service, answer) -> answer.join().ifPresent(parts -> stacks.put(service, parts)));
                    return Optional.of(presentation.apply(stacks));
                });
    }

    private static List<Entry> sizes(Map<String, List<StackPart>> stacks) {
        return stacks.entrySet().stream()
                .flatMap(stack -> stack.getValue().stream().flatMap(part -> size(stack.getKey(), part)))
                .toList();
    }

    /** Each service has a database of its own. */
    private static Stream<Entry> size(String service, StackPart part) {
        Long bytes = part.bytes();
        if (bytes == null) {
            return Stream.empty();
        }
        String name = NAMES.getOrDefault(part.name(), part.name());
        return Stream.of(
                part.name().equals("postgresql")
                        ? Entry.size(part.name() + "/" + service, name + ", " + service, bytes)
                        : Entry.size(part.name(), name, bytes));
    }

    private static List<Entry> versions(Map<String, List<StackPart>> stacks) {
        var versions = new LinkedHashMap<String, Entry>();
        versions.put("microblog", Entry.version("microblog", "Microblog", Software.VERSION));
        versions.put("java", Entry.version("java", "Java", Runtime.version().toString()));
        stacks.values()
                .forEach(parts -> parts.forEach(part -> {
                    String version = part.version();
                    if (version != null) {
                        versions.putIfAbsent(
                                part.name() + version,
                                Entry.version(part.name(), NAMES.getOrDefault(part.name(), part.name()), version));
                    }
                }));
        return List.copyOf(versions.values());
    }
}
