package io.microblog.internal;

import java.util.List;

import io.microblog.event.Visibility;

/**
 * Some news of posts and boosts, and those who listen.
 *
 * @param shown what there is to see now: posts that are new or edited, and boosts
 * @param gone what is there no more
 * @param listeners for what they listen
 */
public record StreamQuestion(List<Shown> shown, List<Gone> gone, StreamListeners listeners) {

    /**
     * A post or a boost.
     *
     * @param id under which it stands in timelines
     * @param actorId who published it
     */
    public record Shown(long id, long actorId) {}

    /**
     * A post or a boost that was taken back.
     *
     * @param id under which it stood in timelines
     * @param actorId who had published it
     * @param visibility who could see it
     * @param mentions the people whom it named
     * @param hashtags those that it had
     */
    public record Gone(long id, long actorId, Visibility visibility, List<Long> mentions, List<String> hashtags) {}
}
