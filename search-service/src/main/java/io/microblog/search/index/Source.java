package io.microblog.search.index;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.microblog.search.document.Document;
import org.jspecify.annotations.Nullable;

/** The JSON documents of the indices, as the mappings under {@code index/} have them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Source {

    /** A post; {@code words} holds the text once more under its language, where it is indexed by stems. */
    record Post(
            long id,
            @JsonProperty("author_id") String authorId,
            @JsonProperty("created_at") Instant createdAt,
            @Nullable String language,
            List<String> hashtags,
            String text,
            int popularity,
            @Nullable Map<String, String> words)
            implements Source {}

    /** An account. */
    record Account(
            long id,
            String username,
            @JsonProperty("display_name") String displayName) implements Source {}

    /** What to index under {@code id}. */
    static Source of(long id, Document.Content content) {
        return switch (content) {
            case Document.Post post -> {
                String field = Languages.fieldOf(post.language());
                yield new Post(
                        id,
                        Long.toString(post.authorId()),
                        post.createdAt(),
                        post.language(),
                        post.hashtags(),
                        post.text(),
                        post.popularity(),
                        field == null ? null : Map.of(field, post.text()));
            }
            case Document.Account account -> new Account(id, account.username(), account.displayName());
        };
    }
}
