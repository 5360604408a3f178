package io.microblog.post.news;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.microblog.internal.StreamQuestion.Gone;
import io.microblog.internal.StreamQuestion.Shown;

/** News as parameters of a query, in arrays that belong together one for one. */
public final class NewsTables {

    private NewsTables() {}

    /** What there is to see now: {@code :ids} and {@code :actors}. */
    public static Map<String, Object> shown(List<Shown> news) {
        return Map.of("ids", ids(news, Shown::id), "actors", ids(news, Shown::actorId));
    }

    /**
     * What is there no more: {@code :ids}, {@code :actors} and {@code :audiences}; whom it named, in {@code :naming} and
     * {@code :names}; and its hashtags, in {@code :tagging} and {@code :tags}.
     */
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
