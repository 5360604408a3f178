package io.microblog.post.posting;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.microblog.event.PostState;
import io.microblog.event.QuotePolicy;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import io.microblog.post.media.Attachments;
import io.microblog.post.poll.Polls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes of a post's quotes while what it says stays the same; each with its event in one transaction. */
@Component
public class QuoteJournal {

    private final PostRepository posts;
    private final Listings listings;
    private final Authors people;
    private final Attachments attachments;
    private final Polls polls;
    private final Outbox outbox;

    QuoteJournal(
            PostRepository posts,
            Listings listings,
            Authors people,
            Attachments attachments,
            Polls polls,
            Outbox outbox) {
        this.posts = posts;
        this.listings = listings;
        this.people = people;
        this.attachments = attachments;
        this.polls = polls;
        this.outbox = outbox;
    }

    /**
     * Decides who may quote the author's own post from now on. Nobody else may quote what not everybody may see.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    @Transactional
    public void allow(long id, long authorId, QuotePolicy policy) {
        Post post = posts.findOwn(id, authorId).orElseThrow(NotFound::new);
        if (post.allowQuotesBy(policy)) {
            write(post);
        }
    }

    /**
     * Takes a quoted post out of what quotes it, for good. Doing it again changes nothing.
     *
     * @param id of the post that quotes
     * @throws NotFound when there is no such quote
     */
    @Transactional
    public void revoke(long id, long quotedId) {
        Post post = posts.findQuoting(id, quotedId).orElseThrow(NotFound::new);
        boolean counted = post.isCountedQuote();
        if (post.revokeQuote()) {
            write(post);
            if (counted) {
                listings.countQuote(quotedId, -1);
            }
        }
    }

    private void write(Post post) {
        posts.update(post);
        List<String> options = Objects.requireNonNullElse(polls.options(post.id()), List.of());
        outbox.append(post.unchanged(named(post), attachments.told(post.media()), options));
    }

    private List<PostState.Mention> named(Post post) {
        Map<Long, Author> known = people.byId(post.mentions());
        return post.mentions().stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .map(person -> new PostState.Mention(person.id(), person.username()))
                .toList();
    }
}
