package io.microblog.post.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.Page;
import io.microblog.post.status.Audience;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.PostIds.Source;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The skeletons of timelines that nobody owns: a page of ids, chosen by rules that hold at the moment of reading. */
@Component
class Timelines {

    /** As the partial indexes of the table have it. */
    private static final String NO_ANSWERS_TO_OTHERS =
            " AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)";

    private static final String WITH_MEDIA = " AND p.media <> '{}'";

    static final Source PUBLIC = new Source(
            "p.id", "seen_by(:reader) p WHERE p.visibility = 'PUBLIC' AND " + Audience.FINDS + NO_ANSWERS_TO_OTHERS);

    static final Source PUBLIC_MEDIA = new Source("p.id", PUBLIC.from() + WITH_MEDIA);

    static final String TAGGED = "post_hashtag t JOIN seen_by(:reader) p ON p.id = t.post_id WHERE " + Audience.FINDS;

    private static final Source BOOSTS_BY_AUTHOR = new Source(
            "b.id",
            "boosts_seen_by(:reader) b JOIN seen_by(:reader) p ON p.id = b.post_id WHERE b.account_id = :author");

    private static final Source PINNED =
            new Source("n.post_id", "pin n JOIN seen_by(:reader) p ON p.id = n.post_id WHERE n.account_id = :author");

    private final PostIds ids;

    Timelines(PostIds ids) {
        this.ids = ids;
    }

    /** All public posts but answers to others. */
    List<Long> publicPosts(boolean onlyMedia, Reader reader, Page page) {
        return ids.page(page, params(reader), onlyMedia ? PUBLIC_MEDIA : PUBLIC);
    }

    /**
     * Public posts with some hashtags. Each hashtag is a source of its own, which leaves out what those before it have,
     * so that each is read in the order of an index.
     */
    List<Long> tagged(TagFilter filter, boolean onlyMedia, Reader reader, Page page) {
        Map<String, @Nullable Object> params = params(reader);
        params.put("all", filter.all().toArray(String[]::new));
        params.put("none", filter.none().toArray(String[]::new));
        List<Source> sources = new ArrayList<>();
        for (String hashtag : filter.any()) {
            String name = "hashtag" + sources.size();
            params.put(name, hashtag);
            params.put("before" + name, filter.any().subList(0, sources.size()).toArray(String[]::new));
            sources.add(new Source("t.post_id", TAGGED + """
                     AND t.hashtag = :%1$s AND NOT p.hashtags && CAST(:before%1$s AS text[])
                    AND p.hashtags @> CAST(:all AS text[]) AND NOT p.hashtags && CAST(:none AS text[])
                    """.formatted(name) + (onlyMedia ? " AND t.has_media" : "")));
        }
        return sources.isEmpty() ? List.of() : ids.page(page, params, sources.toArray(Source[]::new));
    }

    /** The posts that a person pinned. */
    List<Long> pinned(long authorId, Reader reader, Page page) {
        Map<String, @Nullable Object> params = params(reader);
        params.put("author", authorId);
        return ids.page(page, params, PINNED);
    }

    /** One person's posts and boosts. */
    List<Long> by(long authorId, AuthorFilter filter, Reader reader, Page page) {
        Map<String, @Nullable Object> params = params(reader);
        params.put("author", authorId);
        String from = "seen_by(:reader) p WHERE p.author_id = :author";
        if (filter.excludeReplies()) {
            from += NO_ANSWERS_TO_OTHERS;
        }
        if (filter.onlyMedia()) {
            from += WITH_MEDIA;
        }
        if (filter.tagged() != null) {
            params.put("hashtag", Hashtags.normalise(filter.tagged()).orElse(""));
            from += " AND :hashtag = ANY (p.hashtags)";
        }
        Source posts = new Source("p.id", from);
        return filter.boostsToo() ? ids.page(page, params, posts, BOOSTS_BY_AUTHOR) : ids.page(page, params, posts);
    }

    /**
     * Which of a person's posts.
     *
     * @param excludeReplies without answers to others
     * @param excludeBoosts without what others wrote
     * @param onlyMedia only with images, which no boost counts as
     * @param tagged only with this hashtag; a boost has none
     */
    record AuthorFilter(
            boolean excludeReplies,
            boolean excludeBoosts,
            boolean onlyMedia,
            @Nullable String tagged) {

        boolean boostsToo() {
            return !excludeBoosts && !onlyMedia && tagged == null;
        }
    }

    private static Map<String, @Nullable Object> params(Reader reader) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("reader", reader.id());
        return params;
    }
}
