package io.microblog.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.search.analysis.Analysed;
import io.microblog.search.analysis.Name;
import io.microblog.search.document.Document;
import org.jspecify.annotations.Nullable;

/** The JSON documents of the indices, as the mappings under {@code index/} have them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Source {

    /** What makes a link of a part of a text. */
    Pattern LINK = Pattern.compile("https?://", Pattern.CASE_INSENSITIVE);

    /** A post; {@code tags} are the folded and the real name of each hashtag. */
    record Post(
            long id,
            @JsonProperty("author_id") String authorId,
            @JsonProperty("created_at") Instant createdAt,
            @Nullable String language,
            List<String> tags,
            @JsonProperty("tag_names") List<String> tagNames,
            List<String> traits,
            List<String> readers,
            int popularity,
            @JsonUnwrapped Analysed text)
            implements Source {}

    /** An account. */
    record Account(long id, String username, boolean limited, String words, Set<String> joined, String sounds)
            implements Source {}

    private static List<String> readers(Document.Post post) {
        Stream<String> others =
                post.findable() ? Stream.of(post.limited() ? Document.FOLLOWERS : Document.EVERYBODY) : Stream.empty();
        return Stream.concat(others, post.readers().stream().map(reader -> Long.toString(reader)))
                .toList();
    }

    private static List<String> traits(Document.Post post) {
        Stream<String> link = LINK.matcher(post.text()).find() ? Stream.of("link") : Stream.empty();
        return Stream.concat(post.traits().stream(), link).toList();
    }

    /** What to index under {@code id}. */
    static Source of(long id, Document.Content content) {
        return switch (content) {
            case Document.Post post ->
                new Post(
                        id,
                        Long.toString(post.authorId()),
                        post.createdAt(),
                        post.language(),
                        post.hashtags().stream()
                                .map(tag -> Name.joined(tag) + " " + tag)
                                .toList(),
                        post.hashtags().stream().map(Name::joined).toList(),
                        traits(post),
                        readers(post),
                        post.popularity(),
                        Analysed.of(post.text() + "\n" + post.around(), post.language()));
            case Document.Account account -> {
                Analysed name = Name.of(account.username(), account.displayName());
                yield new Account(
                        id,
                        account.username().toLowerCase(Locale.ROOT),
                        account.limited(),
                        name.words(),
                        name.joined(),
                        name.sounds());
            }
        };
    }
}
