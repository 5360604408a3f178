package io.microblog.post.timeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.Page;
import io.microblog.post.status.Audience;
import io.microblog.post.status.PostIds;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The skeletons of timelines: a page of ids, chosen by rules that hold at the moment of reading. */
@Component
class Timelines {

    private static final String VISIBLE = Audience.POST_AND_AUTHOR + " WHERE " + Audience.SEES;

    private static final String HOME =
            "home_timeline h JOIN post p ON p.id = h.post_id JOIN author a ON a.id = p.author_id WHERE h.owner_id = :reader AND "
                    + String.join(
                            " AND ", HomeRules.ownOrFollowed(":reader"), HomeRules.fitting(":reader"), Audience.SEES);

    /** As the partial indexes of the table have it. */
    private static final String NO_ANSWERS_TO_OTHERS =
            " AND (p.in_reply_to_author_id IS NULL OR p.in_reply_to_author_id = p.author_id)";

    private static final String PUBLIC = VISIBLE + " AND p.visibility = 'PUBLIC'" + NO_ANSWERS_TO_OTHERS;

    private static final String TAGGED =
            "post_hashtag t JOIN post p ON p.id = t.post_id JOIN author a ON a.id = p.author_id WHERE t.hashtag = :hashtag AND "
                    + Audience.SEES;

    private final PostIds ids;

    Timelines(PostIds ids) {
        this.ids = ids;
    }

    List<Long> home(long ownerId, Page page) {
        return ids.page(HOME, "h.post_id", page, Map.of("reader", ownerId));
    }

    /** All public posts but answers to others. */
    List<Long> publicPosts(Reader reader, Page page) {
        return ids.page(PUBLIC, "p.id", page, params(reader));
    }

    /** Public posts with a hashtag; what is no hashtag has none. */
    List<Long> tagged(String hashtag, Reader reader, Page page) {
        return Hashtags.normalise(hashtag)
                .map(normal -> {
                    Map<String, @Nullable Object> params = params(reader);
                    params.put("hashtag", normal);
                    return ids.page(TAGGED, "t.post_id", page, params);
                })
                .orElse(List.of());
    }

    /** One person's posts. */
    List<Long> by(long authorId, AuthorFilter filter, Reader reader, Page page) {
        Map<String, @Nullable Object> params = params(reader);
        params.put("author", authorId);
        String from = VISIBLE + " AND p.author_id = :author";
        if (filter.excludeReplies()) {
            from += NO_ANSWERS_TO_OTHERS;
        }
        if (filter.tagged() != null) {
            params.put("hashtag", Hashtags.normalise(filter.tagged()).orElse(""));
            from += " AND :hashtag = ANY (p.hashtags)";
        }
        return ids.page(from, "p.id", page, params);
    }

    /**
     * Which of a person's posts.
     *
     * @param excludeReplies without answers to others
     * @param tagged only with this hashtag
     */
    record AuthorFilter(boolean excludeReplies, @Nullable String tagged) {}

    private static Map<String, @Nullable Object> params(Reader reader) {
        var params = new HashMap<String, @Nullable Object>();
        params.put("reader", reader.id());
        return params;
    }
}
