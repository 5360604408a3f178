package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;

import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.posting.Post.Quoted;
import io.microblog.post.posting.Post.ReplyTarget;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostTests {

    private static final Instant NOW = Instant.parse("2026-11-22T11:14:00Z");

    @Test
    void isPublishedWithItsWholeState() {
        Content content = saying("Hello");
        Post post = new Post(
                5L << 16, 7, new ReplyTarget(3, 2, 8), null, Visibility.PRIVATE, QuotePolicy.PUBLIC, content, null);

        PostState state = post.published(content, List.of(new PostState.Media("image", "A pond")), List.of("yes", "no"))
                .post();

        assertThat(state.version()).isEqualTo(1);
        assertThat(state.authorId()).isEqualTo(7);
        assertThat(state.inReplyToId()).isEqualTo(3);
        assertThat(state.inReplyToAuthorId()).isEqualTo(8);
        assertThat(post.threadId()).isEqualTo(2);
        assertThat(state.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(state.mentions()).containsExactly(new PostState.Mention(9, "bob"));
        assertThat(state.createdAt()).isEqualTo(Instant.ofEpochMilli(5));
        assertThat(state.editedAt()).isNull();
        assertThat(state.media()).containsExactly(new PostState.Media("image", "A pond"));
        assertThat(state.pollOptions()).containsExactly("yes", "no");
    }

    @Test
    void anEditIsTheNextVersion() {
        Post post = new Post(1L << 16, 7, null, null, Visibility.PUBLIC, QuotePolicy.PUBLIC, saying("Hello"), null);

        PostEdited edited =
                post.edit(saying("Good bye"), false, NOW, List.of(), List.of()).orElseThrow();

        assertThat(edited.version()).isEqualTo(2);
        assertThat(edited.post().content()).isEqualTo("<p>Good bye</p>");
        assertThat(edited.post().editedAt()).isEqualTo(NOW);
        assertThat(post.deleted(NOW).version()).isEqualTo(3);
    }

    @Test
    void sayingTheSameAgainIsNoEdit() {
        Post post = new Post(1L << 16, 7, null, null, Visibility.PUBLIC, QuotePolicy.PUBLIC, saying("Hello"), null);

        assertThat(post.edit(saying("Hello"), false, NOW, List.of(), List.of())).isEmpty();
        assertThat(post.revision(List.of(), null).createdAt()).isEqualTo(Instant.ofEpochMilli(1));
    }

    @Test
    void onlyAnswersForEverybodyCountAndOnlyPublicPostsAreListed() {
        for (Visibility visibility : Visibility.values()) {
            Post answer = new Post(
                    1, 7, new ReplyTarget(3, 2, 8), null, visibility, QuotePolicy.PUBLIC, saying("Hello"), null);

            assertThat(answer.isCountedAnswer())
                    .isEqualTo(visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED);
            assertThat(answer.isCounted()).isEqualTo(visibility != Visibility.DIRECT);
            assertThat(answer.listedHashtags()).isEqualTo(visibility == Visibility.PUBLIC ? List.of("tag") : List.of());
        }
        assertThat(new Post(1, 7, null, null, Visibility.PUBLIC, QuotePolicy.PUBLIC, saying("Hello"), null)
                        .isCountedAnswer())
                .isFalse();
    }

    @Test
    void aQuoteIsRevokedOnceAndCountsUntilThen() {
        for (Visibility visibility : Visibility.values()) {
            Post quoting = new Post(1, 7, null, new Quoted(3, 8), visibility, QuotePolicy.PUBLIC, saying("Look"), null);
            boolean forEverybody = visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;

            assertThat(quoting.isCountedQuote()).isEqualTo(forEverybody);
            assertThat(quoting.revokeQuote()).isTrue();
            assertThat(quoting.revokeQuote()).isFalse();
            assertThat(quoting.isCountedQuote()).isFalse();

            PostEdited told = quoting.unchanged(List.of(), List.of(), List.of());
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.tellsNews()).isFalse();
            assertThat(told.post().editedAt()).isNull();
            assertThat(told.post().quote()).isEqualTo(new PostState.Quote(3, 8, true));
        }
    }

    @Test
    void whatNotEverybodySeesIsQuotedByNobodyElse() {
        Post open = new Post(1, 7, null, null, Visibility.UNLISTED, QuotePolicy.PUBLIC, saying("Hello"), null);
        Post closed = new Post(1, 7, null, null, Visibility.PRIVATE, QuotePolicy.PUBLIC, saying("Hello"), null);

        assertThat(open.allowQuotesBy(QuotePolicy.PUBLIC)).isFalse();
        assertThat(open.allowQuotesBy(QuotePolicy.FOLLOWERS)).isTrue();
        assertThat(closed.allowQuotesBy(QuotePolicy.FOLLOWERS)).isFalse();
        assertThat(closed.row().get("quotePolicy")).isEqualTo("NOBODY");
    }

    private static Content saying(String text) {
        return new Content(
                text,
                TextFormat.MARKDOWN,
                "<p>" + text + "</p>",
                text,
                "",
                false,
                new PostLanguage("en", true),
                List.of(new PostState.Mention(9, "bob")),
                List.of("tag"),
                List.of("Tag"),
                List.of());
    }
}
