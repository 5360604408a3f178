package io.microblog.post.news;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;

/** News as tables of a query. */
public final class NewsTables {

    /** What there is to see now, with the parameters of {@link #shown}. */
    public static final String SHOWN =
            "news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[])) AS n (id, actor_id))";

    /** What is there no more, with whom it named and its hashtags, with the parameters of {@link #gone}. */
    public static final String GONE = """
            news AS (SELECT * FROM unnest(CAST(:ids AS bigint[]), CAST(:actors AS bigint[]), CAST(:audiences AS text[]))
                AS n (id, actor_id, visibility)),
            named AS (SELECT * FROM unnest(CAST(:naming AS bigint[]), CAST(:names AS bigint[])) AS n (id, account_id)),
            tagged AS (SELECT * FROM unnest(CAST(:tagging AS bigint[]), CAST(:tags AS text[])) AS n (id, hashtag))
            """;

    private NewsTables() {}

    /** The parameters of {@link #SHOWN}. */
    public static Map<String, Object> shown(List<Shown> news) {
        return Map.of("ids", ids(news, Shown::id), "actors", ids(news, Shown::actorId));
    }

    /** The parameters of {@link #GONE}. */
    public static Map<String, Object> gone(List<Gone> news) {
        return Map.of(
                "ids", ids(news, Gone::id),
                "actors", ids(news, Gone::actorId),
                "audiences", news.stream().map(one -> one.visibility().name()).toArray(String[]::new),
                "naming", perEach(news, Gone::mentions).toArray(Long[]::new),
                "names", news.stream().flatMap(one -> one.mentions().stream()).toArray(Long[]::new),
                "tagging", perEach(news, Gone::hashtags).toArray(Long[]::new),
                "tags", news.stream().flatMap(one -> one.hashtags().stream()).toArray(String[]::new));
    }

    private static <T> Long[] ids(List<T> news, Function<T, Long> id) {
        return news.stream().map(id).toArray(Long[]::new);
    }

    private static Stream<Long> perEach(List<Gone> news, Function<Gone, Collection<?>> many) {
        return news.stream().flatMap(one -> many.apply(one).stream().map(_ -> one.id()));
    }
}
