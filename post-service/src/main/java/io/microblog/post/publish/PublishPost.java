package io.microblog.post.publish;

import io.microblog.event.Visibility;
import io.microblog.post.poll.NewPoll;
import org.jspecify.annotations.Nullable;

/**
 * The command to publish a post: checked as far as its author's words go, and in a form that can be kept until it is due.
 *
 * @param draft what it says
 * @param poll what it asks; null without a poll
 * @param visibility who may see it; null when the author did not say
 * @param inReplyToId the post it answers; null when it answers nothing
 */
public record PublishPost(
        Draft draft,
        @Nullable NewPoll poll,
        @Nullable Visibility visibility,
        @Nullable Long inReplyToId) {

    /** The same, when it is decided who may see it. */
    public PublishPost withVisibility(Visibility decided) {
        return new PublishPost(draft, poll, decided, inReplyToId);
    }
}
