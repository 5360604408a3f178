package io.microblog.post.tag;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.microblog.kit.web.BaseUrl;
import io.microblog.post.status.Reader;
import io.microblog.post.tag.TagResponse.Day;
import org.springframework.stereotype.Component;

/** Presentation: hashtags as the API shows them, any number in a constant number of queries. */
@Component
class TagView {

    private final TagHistory history;
    private final TagSpellings spellings;
    private final FollowedTags followed;
    private final FeaturedTags featured;
    private final BaseUrl base;

    TagView(TagHistory history, TagSpellings spellings, FollowedTags followed, FeaturedTags featured, BaseUrl base) {
        this.history = history;
        this.spellings = spellings;
        this.followed = followed;
        this.featured = featured;
        this.base = base;
    }

    TagResponse show(Hashtag hashtag, Reader reader) {
        return show(List.of(hashtag), reader).getFirst();
    }

    List<TagResponse> show(List<Hashtag> hashtags, Reader reader) {
        List<String> keys = hashtags.stream().map(Hashtag::key).toList();
        Map<String, List<Day>> used = history.of(keys);
        Map<String, String> names = spellings.of(hashtags);
        Long id = reader.id();
        Set<String> following = id == null ? null : followed.among(id, keys);
        Set<String> featuring = id == null ? null : featured.among(id, keys);
        return keys.stream()
                .map(key -> TagResponse.of(
                        key,
                        names.getOrDefault(key, key),
                        used.getOrDefault(key, List.of()),
                        following == null ? null : following.contains(key),
                        featuring == null ? null : featuring.contains(key),
                        base))
                .toList();
    }
}
