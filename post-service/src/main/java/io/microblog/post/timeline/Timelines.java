package io.microblog.post.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.Page;
import io.microblog.post.status.PageQuery;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The skeletons of timelines that nobody owns: a page of ids, chosen by rules that hold at the moment of reading. */
@Component
class Timelines {

    private static final PageQuery PUBLIC = query("public-timeline.sql");
    private static final PageQuery PUBLIC_MEDIA = query("public-media-timeline.sql");
    private static final PageQuery TAGGED = query("hashtag-timeline.sql");
    private static final PageQuery TAGGED_MEDIA = query("hashtag-media-timeline.sql");
    private static final PageQuery PINNED = query("pinned-posts.sql");
    private static final PageQuery BY_AUTHOR = query("author-timeline.sql");
    private static final PageQuery BY_AUTHOR_WITHOUT_ANSWERS = query("author-timeline-without-answers.sql");
    private static final PageQuery MEDIA_BY_AUTHOR = query("author-media.sql");
    private static final PageQuery TAGGED_BY_AUTHOR = query("author-hashtag.sql");

    private final PostIds ids;

    Timelines(PostIds ids) {
        this.ids = ids;
    }

    private static PageQuery query(String name) {
        return PageQuery.of(Timelines.class, name);
    }

    /** All public posts but answers to others. */
    List<Long> publicPosts(boolean onlyMedia, Reader reader, Page page) {
        return ids.page(page, params(reader), onlyMedia ? PUBLIC_MEDIA : PUBLIC);
    }

    /** Public posts with some hashtags. */
    List<Long> tagged(TagFilter filter, boolean onlyMedia, Reader reader, Page page) {
        Map<String, @Nullable Object> params = params(reader);
        params.put("any", filter.any().toArray(String[]::new));
        params.put("all", filter.all().toArray(String[]::new));
        params.put("none", filter.none().toArray(String[]::new));
        return ids.page(page, params, onlyMedia ? TAGGED_MEDIA : TAGGED);
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
        params.put("answers", !filter.excludeReplies());
        params.put("boosts", !filter.excludeBoosts());
        params.put("media", filter.onlyMedia());
        if (filter.tagged() != null) {
            params.put("hashtag", Hashtags.normalise(filter.tagged()).orElse(""));
            return ids.page(page, params, TAGGED_BY_AUTHOR);
        }
        if (filter.onlyMedia()) {
            return ids.page(page, params, MEDIA_BY_AUTHOR);
        }
        return ids.page(page, params, filter.excludeReplies() ? BY_AUTHOR_WITHOUT_ANSWERS : BY_AUTHOR);
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
            @Nullable String tagged) {}

    private static Map<String, @Nullable Object> params(Reader reader) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("reader", reader.id());
        return params;
    }
}
