package io.microblog.post.posting;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.microblog.event.PostEvent.PostCreated;
import io.microblog.event.PostEvent.PostDeleted;
import io.microblog.event.PostEvent.PostEdited;
import io.microblog.event.PostState;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.security.Caller;
import io.microblog.kit.text.TextFormat;
import io.microblog.post.card.Cards;
import io.microblog.post.conversation.DirectPost;
import io.microblog.post.poll.NewPoll;
import io.microblog.post.publish.Draft;
import io.microblog.post.publish.PublishPost;
import io.microblog.post.status.Status;
import io.microblog.post.status.WrittenStatuses;
import org.jspecify.annotations.Nullable;

/** A post. Its version grows with each change and is written by the aggregate itself, because events carry it. */
class Post {

    private final long id;
    private long version;
    private final long authorId;
    private final long threadId;
    private final @Nullable Long inReplyToId;
    private final @Nullable Long inReplyToAuthorId;
    private final @Nullable Quoted quoted;
    private boolean quoteRevoked;
    private QuotePolicy quotePolicy;
    private Visibility visibility;
    private @Nullable Visibility heldFor;
    private @Nullable Long heldBy;
    private String source;
    private TextFormat format;
    private String content;
    private String text;
    private String spoilerText;
    private boolean sensitive;
    private @Nullable String language;
    private boolean languageChosen;
    private List<Long> mentions;
    private List<String> hashtags;
    private @Nullable List<String> hashtagsAsWritten;
    private List<Long> media;
    private final @Nullable String appName;
    private final @Nullable String appWebsite;
    private final Instant createdAt;
    private @Nullable Instant editedAt;

    /**
     * A new post.
     *
     * @param id decides when it was published
     * @param quotePolicy who may quote it; nobody whatever it says unless everybody may see it
     * @param app what it was written with, null when that is unknown
     */
    Post(
            long id,
            long authorId,
            @Nullable ReplyTarget replyTo,
            @Nullable Quoted quoted,
            Visibility visibility,
            QuotePolicy quotePolicy,
            Content content,
            Caller.@Nullable App app) {
        this.id = id;
        this.version = 1;
        this.authorId = authorId;
        this.threadId = replyTo == null ? id : replyTo.threadId();
        this.inReplyToId = replyTo == null ? null : replyTo.postId();
        this.inReplyToAuthorId = replyTo == null ? null : replyTo.authorId();
        this.quoted = quoted;
        this.visibility = visibility;
        this.quotePolicy = within(visibility, quotePolicy);
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

    /** A post as it is stored. */
    Post(ResultSet row) throws SQLException {
        id = row.getLong("id");
        version = row.getLong("version");
        authorId = row.getLong("author_id");
        threadId = row.getLong("thread_id");
        inReplyToId = row.getObject("in_reply_to_id", Long.class);
        inReplyToAuthorId = row.getObject("in_reply_to_author_id", Long.class);
        visibility = Visibility.valueOf(row.getString("visibility"));
        String held = row.getString("held_for");
        heldFor = held == null ? null : Visibility.valueOf(held);
        heldBy = row.getObject("held_by", Long.class);
        long quotedId = row.getLong("quoted_id");
        quoted = row.wasNull() ? null : new Quoted(quotedId, row.getLong("quoted_author_id"));
        quoteRevoked = row.getBoolean("quote_revoked");
        quotePolicy = QuotePolicy.valueOf(row.getString("quote_policy"));
        source = row.getString("source");
        format = TextFormat.valueOf(row.getString("format"));
        content = row.getString("content");
        text = row.getString("text");
        spoilerText = row.getString("spoiler_text");
        sensitive = row.getBoolean("sensitive");
        language = row.getString("language");
        languageChosen = row.getBoolean("language_chosen");
        mentions = List.of((Long[]) row.getArray("mentions").getArray());
        hashtags = List.of((String[]) row.getArray("hashtags").getArray());
        Array asWritten = row.getArray("hashtags_as_written");
        hashtagsAsWritten = asWritten == null ? null : List.of((String[]) asWritten.getArray());
        media = List.of((Long[]) row.getArray("media").getArray());
        appName = row.getString("app_name");
        appWebsite = row.getString("app_website");
        createdAt = row.getObject("created_at", OffsetDateTime.class).toInstant();
        OffsetDateTime edited = row.getObject("edited_at", OffsetDateTime.class);
        editedAt = edited == null ? null : edited.toInstant();
    }

    /** What is stored of it, by the names of the statements of {@link PostRepository}. */
    Map<String, @Nullable Object> row() {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", id);
        row.put("version", version);
        row.put("authorId", authorId);
        row.put("threadId", threadId);
        row.put("inReplyToId", inReplyToId);
        row.put("inReplyToAuthorId", inReplyToAuthorId);
        row.put("quotedId", quoted == null ? null : quoted.postId());
        row.put("quotedAuthorId", quoted == null ? null : quoted.authorId());
        row.put("quoteRevoked", quoteRevoked);
        row.put("quotePolicy", quotePolicy.name());
        row.put("visibility", visibility.name());
        row.put("heldFor", heldFor == null ? null : heldFor.name());
        row.put("heldBy", heldBy);
        row.put("source", source);
        row.put("format", format.name());
        row.put("content", content);
        row.put("text", text);
        row.put("spoilerText", spoilerText);
        row.put("sensitive", sensitive);
        row.put("language", language);
        row.put("languageChosen", languageChosen);
        row.put("mentions", mentions.toArray(Long[]::new));
        row.put("hashtags", hashtags.toArray(String[]::new));
        row.put("hashtagsAsWritten", hashtagsAsWritten == null ? null : hashtagsAsWritten.toArray(String[]::new));
        row.put("media", media.toArray(Long[]::new));
        row.put("appName", appName);
        row.put("appWebsite", appWebsite);
        row.put("createdAt", createdAt.atOffset(ZoneOffset.UTC));
        row.put("editedAt", editedAt == null ? null : editedAt.atOffset(ZoneOffset.UTC));
        return row;
    }

    /** The post that another one answers. */
    record ReplyTarget(long postId, long threadId, long authorId) {}

    /** The post that another one quotes. */
    record Quoted(long postId, long authorId) {}

    /**
     * Keeps this new post from everybody but its author, who names nobody in it, until a moderator decides.
     *
     * @param rule the rule that wants that
     */
    void hold(long rule) {
        heldFor = visibility;
        heldBy = rule;
        visibility = Visibility.DIRECT;
        mentions = List.of();
    }

    /** Whether it waits for a moderator. */
    boolean isHeld() {
        return heldFor != null;
    }

    /** The rule that holds it, or has held it. */
    @Nullable
    Long heldBy() {
        return heldBy;
    }

    /**
     * Lets those see it for whom it is meant. It is published with this.
     *
     * @param published what it says, with the people named in it
     */
    void release(Content published) {
        visibility = Objects.requireNonNull(heldFor);
        heldFor = null;
        version++;
        content = published.html();
        text = published.text();
        mentions = published.mentionedIds();
        hashtags = published.hashtags();
        hashtagsAsWritten = published.hashtagsAsWritten();
    }

    /** Keeps it from those who do not look for it. */
    void limit() {
        if (visibility == Visibility.PUBLIC) {
            visibility = Visibility.UNLISTED;
        }
    }

    /**
     * What to tell the world of this new post.
     *
     * @param images what is said of its images, in their order
     * @param poll the options it asks about, empty without a poll
     */
    PostCreated published(Content content, List<PostState.Media> images, List<String> poll) {
        return new PostCreated(state(content.mentions(), images, poll));
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
        return Optional.of(new PostEdited(state(changed.mentions(), images, poll)));
    }

    /**
     * Lets others quote it from now on; what quotes it already stays as it is.
     *
     * @return whether that is new
     */
    boolean allowQuotesBy(QuotePolicy policy) {
        QuotePolicy allowed = within(visibility, policy);
        if (allowed == quotePolicy) {
            return false;
        }
        quotePolicy = allowed;
        version++;
        return true;
    }

    /**
     * The author of what it quotes takes that out of it.
     *
     * @return whether that is new
     */
    boolean revokeQuote() {
        if (quoted == null || quoteRevoked) {
            return false;
        }
        quoteRevoked = true;
        version++;
        return true;
    }

    /**
     * What to tell the world of this post while it says the same as before.
     *
     * @param named the people named in it
     * @param images what is said of its images, in their order
     * @param poll the options it asks about, empty without a poll
     */
    PostEdited unchanged(List<PostState.Mention> named, List<PostState.Media> images, List<String> poll) {
        return new PostEdited(state(named, images, poll), true);
    }

    private static QuotePolicy within(Visibility visibility, QuotePolicy wanted) {
        return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED ? wanted : QuotePolicy.NOBODY;
    }

    /** What to tell the world when this post goes. */
    PostDeleted deleted(Instant now) {
        return new PostDeleted(
                id,
                version + 1,
                authorId,
                now,
                visibility,
                mentions.stream().map(PostDeleted.Named::new).toList(),
                hashtags);
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
        return inReplyToId != null && isForEverybody();
    }

    /** Whether it counts as a quote of what it quotes: likewise. */
    boolean isCountedQuote() {
        return quoted != null && !quoteRevoked && isForEverybody();
    }

    private boolean isForEverybody() {
        return visibility == Visibility.PUBLIC || visibility == Visibility.UNLISTED;
    }

    /** What it shows if that is nothing but itself and its author; else empty. */
    Optional<WrittenStatuses.Written> alone() {
        boolean alone = isCounted()
                && inReplyToId == null
                && quoted == null
                && mentions.isEmpty()
                && media.isEmpty()
                && !Cards.mayBelongTo(content);
        return alone
                ? Optional.of(new WrittenStatuses.Written(
                        id,
                        version,
                        visibility,
                        content,
                        spoilerText,
                        sensitive,
                        language,
                        hashtags,
                        Objects.requireNonNullElse(hashtagsAsWritten, hashtags),
                        Status.Application.of(appName, appWebsite),
                        quotePolicy,
                        createdAt))
                : Optional.empty();
    }

    /** The hashtags whose timelines show it. */
    List<String> listedHashtags() {
        return visibility == Visibility.PUBLIC ? hashtags : List.of();
    }

    /** The hashtags that count as the author's: a number must not tell of what one may not see. */
    List<String> countedHashtags() {
        return isForEverybody() ? hashtags : List.of();
    }

    /** What conversations make of it; empty unless it is direct. */
    Optional<DirectPost> direct() {
        return visibility == Visibility.DIRECT && !isHeld()
                ? Optional.of(DirectPost.of(id, threadId, authorId, mentions))
                : Optional.empty();
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

    private PostState state(List<PostState.Mention> named, List<PostState.Media> images, List<String> poll) {
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
                named,
                hashtags,
                createdAt,
                editedAt,
                images,
                poll,
                threadId,
                quoted == null ? null : new PostState.Quote(quoted.postId(), quoted.authorId(), quoteRevoked));
    }

    long id() {
        return id;
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

    /** The post it quotes, null when it quotes nothing. */
    @Nullable
    Long quotedId() {
        return quoted == null ? null : quoted.postId();
    }

    List<Long> mentions() {
        return mentions;
    }

    List<Long> media() {
        return media;
    }

    String source() {
        return source;
    }

    /** What its author said. */
    Draft draft() {
        return new Draft(source, format, spoilerText, sensitive, languageChosen ? language : null, media);
    }

    /**
     * The command by which it would be published anew.
     *
     * @param poll what it asks; null without a poll
     */
    PublishPost command(@Nullable NewPoll poll) {
        return new PublishPost(
                draft(), poll, Objects.requireNonNullElse(heldFor, visibility), inReplyToId, quotedId(), quotePolicy);
    }

    /** The language that it has. */
    PostLanguage language() {
        return new PostLanguage(language, languageChosen);
    }
}
