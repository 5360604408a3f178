package io.microblog.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.microblog.event.Engagement;
import io.microblog.event.EngagementEvent.PollEnded;
import io.microblog.event.EngagementEvent.PostBoosted;
import io.microblog.event.EngagementEvent.PostFavourited;
import io.microblog.event.EngagementEvent.PostUnboosted;
import io.microblog.event.EngagementEvent.PostUnfavourited;
import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.PostState.Mention;
import io.microblog.event.Visibility;
import org.jspecify.annotations.Nullable;

/** A post: say what it is like, then publish it. */
public final class PostDraft {

    private final World world;
    private final Person author;
    private final long id;
    private final List<Mention> mentions = new ArrayList<>();
    private String text;
    private String spoilerText = "";
    private Visibility visibility = Visibility.PUBLIC;
    private @Nullable Long inReplyTo;
    private @Nullable Person answered;
    private PostState.@Nullable Quote quote;
    private long version;

    PostDraft(World world, Person author, String text) {
        this.world = world;
        this.author = author;
        this.text = text;
        this.id = world.newId();
    }

    public long id() {
        return id;
    }

    public PostDraft to(Person... people) {
        for (Person person : people) {
            mentions.add(new Mention(person.id(), person.username()));
        }
        return this;
    }

    /** Names nobody any more. */
    public PostDraft toNobody() {
        mentions.clear();
        return this;
    }

    /** As an answer to some post of this person. */
    public PostDraft answering(Person person) {
        inReplyTo = world.newId();
        answered = person;
        return this;
    }

    /** As an answer to a post. */
    public PostDraft answering(PostDraft post) {
        inReplyTo = post.id;
        answered = post.author;
        return this;
    }

    /** As a quote of a post. */
    public PostDraft quoting(PostDraft post) {
        quote = new PostState.Quote(post.id, post.author.id(), false);
        return this;
    }

    /** The event of being no quote any more. */
    public PostEdited revoked() {
        PostState.Quote present = Objects.requireNonNull(quote);
        quote = new PostState.Quote(present.postId(), present.authorId(), true);
        return new PostEdited(state(), true);
    }

    public PostDraft visibleTo(Visibility audience) {
        visibility = audience;
        return this;
    }

    public PostDraft behind(String warning) {
        spoilerText = warning;
        return this;
    }

    /** Publishes it; the event is on its way. */
    public PostDraft publish() {
        world.happens(created());
        return this;
    }

    /** The event of publishing it. */
    public PostCreated created() {
        return new PostCreated(state());
    }

    /** Publishes a new text; the event is on its way. */
    public PostDraft edit(String newText) {
        text = newText;
        world.happens(edited());
        return this;
    }

    /** The event of an edit. */
    public PostEdited edited() {
        return new PostEdited(state());
    }

    public void delete() {
        Neighbours.forget("statuses", id);
        world.happens(new PostDeleted(id, ++version, author.id(), Instant.now()));
    }

    /** The event of a favourite. */
    public PostFavourited favouritedBy(Person person) {
        return new PostFavourited(engagement(), person.id());
    }

    /** The event of a favourite taken back. */
    public PostUnfavourited unfavouritedBy(Person person) {
        return new PostUnfavourited(engagement(), person.id());
    }

    /** The event of a boost. */
    public PostBoosted boostedBy(Person person) {
        return new PostBoosted(engagement(), person.id(), world.newId(), Visibility.PUBLIC);
    }

    /** The event of a boost taken back. */
    public PostUnboosted unboostedBy(Person person) {
        return new PostUnboosted(engagement(), person.id(), world.newId());
    }

    /** The event of the end of its poll. */
    public PollEnded pollEnded(Person... voters) {
        return new PollEnded(
                engagement(),
                id + 1,
                Stream.of(voters).map(voter -> new PollEnded.Voter(voter.id())).toList());
    }

    private long threadId() {
        return inReplyTo == null ? id : inReplyTo;
    }

    private Engagement engagement() {
        return new Engagement(id, author.id(), 1, 1, 1, threadId());
    }

    private PostState state() {
        version++;
        String html = "<p>" + text + "</p>";
        Neighbours.know(
                "statuses",
                id,
                Map.of(
                        "id",
                        Long.toString(id),
                        "version",
                        version,
                        "visibility",
                        visibility.wireName(),
                        "content",
                        html,
                        "spoiler_text",
                        spoilerText,
                        "muted",
                        false,
                        "account",
                        Map.of("id", Long.toString(author.id()), "acct", author.username())));
        return new PostState(
                id,
                version,
                author.id(),
                inReplyTo,
                answered == null ? null : answered.id(),
                visibility,
                html,
                text,
                spoilerText,
                false,
                "en",
                List.copyOf(mentions),
                List.of(),
                Instant.now(),
                version > 1 ? Instant.now() : null,
                List.of(),
                List.of(),
                threadId(),
                quote);
    }
}
