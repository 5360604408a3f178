package io.microblog.post.reaction;

import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;

import io.microblog.event.Visibility;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.kit.problem.NotFound;
import io.microblog.post.author.Author;
import io.microblog.post.author.AuthorDirectory;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.status.Statuses.Original;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with posts that they may see. Everything may be repeated and then changes nothing. The id may be a
 * boost's: it stands for what is boosted.
 */
@Service
public class Reactions {

    private final Statuses statuses;
    private final AuthorDirectory people;
    private final ReactionJournal journal;
    private final ReactionRows rows;
    private final Pins pins;
    private final ThreadMutes mutes;

    Reactions(
            Statuses statuses,
            AuthorDirectory people,
            ReactionJournal journal,
            ReactionRows rows,
            Pins pins,
            ThreadMutes mutes) {
        this.statuses = statuses;
        this.people = people;
        this.journal = journal;
        this.rows = rows;
        this.pins = pins;
        this.mutes = mutes;
    }

    Status favourite(long accountId, long id) {
        return change(accountId, id, post -> journal.favourite(accountId, post));
    }

    Status unfavourite(long accountId, long id) {
        return takeBack(accountId, id, post -> journal.unfavourite(accountId, post));
    }

    Status bookmark(long accountId, long id) {
        return change(accountId, id, post -> journal.bookmark(accountId, post));
    }

    Status unbookmark(long accountId, long id) {
        return takeBack(accountId, id, post -> journal.unbookmark(accountId, post));
    }

    /**
     * Shows a post of one's own first in one's profile.
     *
     * @throws Invalid when it is somebody else's, or direct, or there are enough
     */
    Status pin(long accountId, long id) {
        Reader reader = new Reader(accountId);
        Original post = statuses.original(id, reader);
        if (post.authorId() != accountId || post.id() != id) {
            throw new Invalid("Validation failed: Someone else's post cannot be pinned");
        }
        if (post.visibility() == Visibility.DIRECT) {
            throw new Invalid("Validation failed: Posts that are only visible to mentioned users cannot be pinned");
        }
        pins.pin(accountId, id);
        return statuses.one(id, reader);
    }

    Status unpin(long accountId, long id) {
        return takeBack(accountId, id, post -> pins.unpin(accountId, post));
    }

    /** Ends notifications from a thread. */
    Status mute(long accountId, long id) {
        return change(accountId, id, post -> mutes.mute(accountId, post));
    }

    Status unmute(long accountId, long id) {
        return takeBack(accountId, id, post -> mutes.unmute(accountId, post));
    }

    /**
     * Carries a post on to the person's followers.
     *
     * @param visibility of the boost, when null what the person's posts get by default; that of a private post is private
     * @return the boost
     * @throws Invalid when a boost cannot have this visibility
     * @throws NotAllowed when this person may not carry this post on
     */
    Status boost(long accountId, long id, @Nullable Visibility visibility) {
        if (visibility == Visibility.DIRECT) {
            throw Invalid.field("visibility", "ERR_INCLUSION", "is not included in the list");
        }
        Reader reader = new Reader(accountId);
        Original post = statuses.original(id, reader);
        Author booster = people.find(accountId).orElseThrow(NotAllowed::new);
        Visibility seen = switch (post.visibility()) {
            case PUBLIC, UNLISTED -> visibility == null ? usual(booster) : visibility;
            case PRIVATE -> own(post, accountId);
            case DIRECT -> throw new NotAllowed();
        };
        return statuses.one(journal.boost(accountId, post.id(), seen), reader);
    }

    /** Takes a boost back and returns the post that was boosted. */
    public Status unboost(long accountId, long id) {
        return takeBack(accountId, id, post -> journal.unboost(accountId, post));
    }

    /** Forgets what everybody did with a post that is being deleted, in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long postId) {
        rows.removeAll(postId);
    }

    /** Nobody is named in a boost, so where posts are direct by default the nearest is what followers see. */
    private static Visibility usual(Author author) {
        Visibility usual = author.account().postingDefaults().visibility();
        return usual == Visibility.DIRECT ? Visibility.PRIVATE : usual;
    }

    private static Visibility own(Original post, long accountId) {
        if (post.authorId() != accountId) {
            throw new NotAllowed();
        }
        return Visibility.PRIVATE;
    }

    /** Whether that is the id of a boost by this person, of whatever. */
    public boolean isOwnBoost(long accountId, long id) {
        return rows.boosted(accountId, id).isPresent();
    }

    /**
     * Takes back what a person did, also of a post that they may not see any more. Of that they are told no more than
     * that it is done, and that only if there was something to take back.
     */
    private Status takeBack(long accountId, long id, LongPredicate removal) {
        Reader reader = new Reader(accountId);
        Optional<Long> visible = statuses.find(id, reader).map(Original::id);
        long post = visible.or(() -> rows.boosted(accountId, id)).orElse(id);
        boolean removed = removal.test(post);
        if (visible.isPresent()) {
            return statuses.one(post, reader);
        }
        if (!removed) {
            throw new NotFound();
        }
        return statuses.emptied(post, reader);
    }

    private Status change(long accountId, long id, LongConsumer change) {
        Reader reader = new Reader(accountId);
        long post = statuses.original(id, reader).id();
        change.accept(post);
        return statuses.one(post, reader);
    }
}
