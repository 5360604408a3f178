package io.microblog.search.query;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * A link to a person or a post of this server, by the address of its page or of its resource, as people paste it into the search field to open it in their app.
 *
 * @param username the person, or the post's author
 * @param postId the post; null for a link to the person
 */
record OwnLink(String username, @Nullable Long postId) {

    private static final Pattern PATH =
            Pattern.compile("/(?:@|users/)([A-Za-z0-9_]{1,30})(?:/(?:statuses/)?([0-9]{1,18}))?/?");

    static Optional<OwnLink> in(String text, BaseUrl baseUrl) {
        if (!text.startsWith(baseUrl.value() + "/")) {
            return Optional.empty();
        }
        Matcher path = PATH.matcher(text.substring(baseUrl.value().length()));
        return path.matches() ? Optional.of(of(path.group(1), path.group(2))) : Optional.empty();
    }

    private static OwnLink of(String username, @Nullable String postId) {
        return new OwnLink(username, postId == null ? null : Long.valueOf(postId));
    }
}
