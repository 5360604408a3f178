package io.microblog.post.posting;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.security.Caller;
import io.microblog.kit.text.TextFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** A post. Its version grows with each change and is written by the aggregate itself, because events carry it. */
@Entity
class Post implements Persistable<Long> {

    @Id
    private long id;

    private long version;
    private long authorId;
    private long threadId;
    private @Nullable Long inReplyToId;
    private @Nullable Long inReplyToAuthorId;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private String source;

    @Enumerated(EnumType.STRING)
    private TextFormat format;

    private String content;
    private String text;
    private String spoilerText;
    private boolean sensitive;
    private @Nullable String language;

    @Basic
    private boolean languageChosen;

    private List<Long> mentions;
    private List<String> hashtags;
    private List<Long> media;

    @Basic
    private @Nullable List<String> hashtagsAsWritten;

    @Basic
    private @Nullable String appName;

    @Basic
    private @Nullable String appWebsite;

    private Instant createdAt;
    private @Nullable Instant editedAt;

    @Transient
    private boolean stored;

    @SuppressWarnings("NullAway.Init")
    protected Post() {}

    /**
     * A new post.
     *
     * @param id decides when it was published
     * @param app what it was written with, null when that is unknown
     */
    Post(
            long id,
            long authorId,
            @Nullable ReplyTarget replyTo,
            Visibility visibility,
            Content content,
            Caller.@Nullable App app) {
        this.id = id;
        this.version = 1;
        this.authorId = authorId;
        this.threadId = replyTo == null ? id : replyTo.threadId();
        this.inReplyToId = replyTo == null ? null : replyTo.postId();
        this.inReplyToAuthorId = replyTo == null ? null : replyTo.authorId();
        this.visibility = visibility;
        this.createdAt = IdGenerator.timeOf(id);
        this.source = content.source();
        this.format = content.format();
        this.content = content.html();
        this.text = content.text();
        this.spoilerText = content.spoilerText();
        this.sensitive = content.sensitive();
        this.language = content.language().code();
        this.languageChosen = content.language().chosen();
        this.mentions = content.mentionedIds();
        this.hashtags = content.hashtags();
        this.hashtagsAsWritten = content.hashtagsAsWritten();
        this.media = content.media();
        this.appName = app == null ? null : app.name();
        this.appWebsite = app == null ? null : app.website();
    }

    /** The post that another one answers. */
    record ReplyTarget(long postId, long threadId, long authorId) {}

    /**
     * What to tell the world of this new post.
     *
     * @param images what is said of its images, in their order
     * @param poll the options it asks about, empty without a poll
     */
    PostCreated published(Content content, List<PostState.Media> images, List<String> poll) {
        return new PostCreated(state(content, images, poll));
    }

    /**
     * Says something else from now on.
     *
     * @param around whether something else is said of its images, or asked in its poll
     * @param images what is said of its images now, in their order
     * @param poll the options it asks about now, empty without a poll
     * @return what to tell the world; empty when nothing changes, which is no edit then
     */
    Optional<PostEdited> edit(
            Content changed, boolean around, Instant now, List<PostState.Media> images, List<String> poll) {
        if (says(changed) && !around) {
            return Optional.empty();
        }
        version++;
        editedAt = now;
        source = changed.source();
        format = changed.format();
        content = changed.html();
        text = changed.text();
        spoilerText = changed.spoilerText();
        sensitive = changed.sensitive();
        language = changed.language().code();
        languageChosen = changed.language().chosen();
        mentions = changed.mentionedIds();
        hashtags = changed.hashtags();
        hashtagsAsWritten = changed.hashtagsAsWritten();
        media = changed.media();
        return Optional.of(new PostEdited(state(changed, images, poll)));
    }

    /** What to tell the world when this post goes. */
    PostDeleted deleted(Instant now) {
        return new PostDeleted(id, version + 1, authorId, now);
    }

    /**
     * What this version said, for the history.
     *
     * @param descriptions of its images
     * @param poll the options it asked about, null without a poll
     */
    Revision revision(List<String> descriptions, @Nullable List<String> poll) {
        return new Revision(
                id,
                version,
                content,
                spoilerText,
                sensitive,
                media,
                descriptions,
                poll,
                Objects.requireNonNullElse(editedAt, createdAt));
    }

    /** Whether others than those it names learn of it; only then it counts. */
    boolean isCounted() {
        return visibility != Visibility.DIRECT;
    }

    /** Whether it counts as an answer to what it answers: a number must not tell of what one may not see. */
    boolean isCountedAnswer() {
        return inReplyToId != null && (visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED);
    }

    /** The hashtags whose timelines show it. */
    List<String> listedHashtags() {
        return visibility == Visibility.PUBLIC ? hashtags : List.of();
    }

    private boolean says(Content other) {
        return source.equals(other.source())
                && format == other.format()
                && content.equals(other.html())
                && spoilerText.equals(other.spoilerText())
                && sensitive == other.sensitive()
                && Objects.equals(language, other.language().code())
                && mentions.equals(other.mentionedIds())
                && media.equals(other.media());
    }

    private PostState state(Content says, List<PostState.Media> images, List<String> poll) {
        return new PostState(
                id,
                version,
                authorId,
                inReplyToId,
                inReplyToAuthorId,
                visibility,
                content,
                text,
                spoilerText,
                sensitive,
                language,
                says.mentions(),
                hashtags,
                createdAt,
                editedAt,
                images,
                poll);
    }

    @Override
    public Long getId() {
        return id;
    }

    /** Spares Spring Data the query whether a row with this id is there. */
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostPersist
    @PostLoad
    void markStored() {
        stored = true;
    }

    long authorId() {
        return authorId;
    }

    /** The post that began the thread; this one, if it answers nothing. */
    long threadId() {
        return threadId;
    }

    @Nullable
    Long inReplyToId() {
        return inReplyToId;
    }

    List<Long> media() {
        return media;
    }

    String source() {
        return source;
    }
}
