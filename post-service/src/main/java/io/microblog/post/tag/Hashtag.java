package io.microblog.post.tag;

import io.microblog.kit.problem.NotFound;
import io.microblog.kit.text.Hashtags;

/**
 * A hashtag as somebody wrote it.
 *
 * @param key under which it is stored; equal for all spellings
 * @param asWritten without the hash sign
 */
public record Hashtag(String key, String asWritten) {

    /** @throws NotFound when this is no hashtag */
    public static Hashtag of(String name) {
        return new Hashtag(Hashtags.normalise(name).orElseThrow(NotFound::new), Hashtags.withoutSign(name));
    }
}
