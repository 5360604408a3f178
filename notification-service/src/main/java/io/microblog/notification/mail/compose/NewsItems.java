package io.microblog.notification.mail.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

import io.microblog.internal.Contact;
import io.microblog.internal.StatusText;
import io.microblog.notification.language.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What mails show of the things that they tell. */
@Component
class NewsItems {

    private static final int MAX_EXCERPT = 500;

    private final Letters letters;

    NewsItems(Letters letters) {
        this.letters = letters;
    }

    /** What people do with one post is one thing to tell. */
    List<NewsItem> of(List<Piece> pieces, Contact contact) {
        return pieces.stream()
                .collect(Collectors.groupingBy(Piece::matter, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(same -> item(same, contact))
                .toList();
    }

    private NewsItem item(List<Piece> same, Contact contact) {
        Piece first = same.getFirst();
        String owner = first.isOfOwnPost() ? contact.username() : first.actor().username();
        Long post = first.delivery().postId();
        return new NewsItem(
                same.stream().map(Piece::actor).distinct().toList(),
                first.post() == null ? null : words(first.post(), contact),
                "/@" + owner + (post == null ? "" : "/" + post),
                first.isOwnPoll());
    }

    /** The beginning of what a post says, or its warning; null for a post without words. */
    @Nullable
    String words(StatusText post, Contact contact) {
        if (post.hasWarning()) {
            return letters.warning(Letters.Reader.of(contact), post.spoilerText());
        }
        String excerpt = Excerpt.of(post.content(), MAX_EXCERPT);
        return excerpt.isEmpty() ? null : excerpt;
    }
}
