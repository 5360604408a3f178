package io.microblog.post.status;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import io.microblog.post.card.Card;
import io.microblog.post.card.Cards;
import io.microblog.post.media.Attachments;
import io.microblog.post.media.MediaAttachment;
import org.springframework.stereotype.Component;

/**
 * What posts of a page show besides their own rows.
 *
 * @param people by id
 * @param media by id
 * @param cards of the links in them, by post
 */
record Surroundings(Map<Long, Author> people, Map<Long, MediaAttachment> media, Map<Long, Card> cards) {

    /** Asks for all that belongs to some posts, in a constant number of queries. */
    @Component
    static class Source {

        private final Authors authors;
        private final Attachments attachments;
        private final Cards cards;

        Source(Authors authors, Attachments attachments, Cards cards) {
            this.authors = authors;
            this.attachments = attachments;
            this.cards = cards;
        }

        Surroundings of(Collection<PostRow> posts) {
            Map<Long, Card> linked = cards.of(PostRow.linking(posts));
            return new Surroundings(
                    authors.byId(PostRow.people(posts, linked.values())),
                    attachments.byId(posts.stream()
                            .flatMap(post -> post.media().stream())
                            .distinct()
                            .toList()),
                    linked);
        }

        /** Of a post that shows nothing but its author. */
        Surroundings ofEmptied(PostRow post) {
            return new Surroundings(authors.byId(List.of(post.authorId())), Map.of(), Map.of());
        }
    }
}
