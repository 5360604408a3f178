package io.microblog.post.trend;

import java.util.List;
import java.util.Map;

import io.microblog.kit.web.BaseUrl;
import io.microblog.post.tag.Hashtag;
import io.microblog.post.tag.TagDecision;
import io.microblog.post.tag.TagDecisions;
import io.microblog.post.tag.TagHistory;
import io.microblog.post.tag.TagResponse.Day;
import io.microblog.post.tag.TagSpellings;
import org.springframework.stereotype.Component;

/** Hashtags as moderators see them, any number in a constant number of queries. */
@Component
class AdminTags {

    private final TagDecisions decisions;
    private final TagHistory history;
    private final TagSpellings spellings;
    private final TrendProperties properties;
    private final BaseUrl base;

    AdminTags(
            TagDecisions decisions,
            TagHistory history,
            TagSpellings spellings,
            TrendProperties properties,
            BaseUrl base) {
        this.decisions = decisions;
        this.history = history;
        this.spellings = spellings;
        this.properties = properties;
        this.base = base;
    }

    List<AdminTagResponse> show(List<Hashtag> hashtags) {
        List<String> keys = hashtags.stream().map(Hashtag::key).toList();
        Map<String, TagDecision> decided = decisions.of(keys);
        Map<String, List<Day>> used = history.of(keys);
        Map<String, String> names = spellings.of(hashtags);
        return keys.stream()
                .map(key -> AdminTagResponse.of(
                        decided.getOrDefault(key, TagDecision.none(key)),
                        names.getOrDefault(key, key),
                        used.getOrDefault(key, List.of()),
                        !properties.review(),
                        base))
                .toList();
    }

    AdminTagResponse show(Hashtag hashtag) {
        return show(List.of(hashtag)).getFirst();
    }

    AdminTagResponse decide(long moderator, Hashtag hashtag, TagDecision.Change change) {
        decisions.decide(moderator, hashtag.key(), change);
        return show(hashtag);
    }
}
