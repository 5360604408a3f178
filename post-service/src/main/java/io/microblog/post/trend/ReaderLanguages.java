package io.microblog.post.trend;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.microblog.kit.web.AcceptedLanguages;
import io.microblog.post.author.Author;
import io.microblog.post.author.Authors;
import io.microblog.post.status.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which languages somebody reads: that of their posts, and those that their program asks for. */
@Component
class ReaderLanguages {

    private static final int LONGEST_HEADER = 256;

    private final Authors authors;

    ReaderLanguages(Authors authors) {
        this.authors = authors;
    }

    /** @param accepted the request's header, where there is one */
    Set<String> of(Reader reader, @Nullable String accepted) {
        Set<String> languages = new HashSet<>();
        if (accepted != null && accepted.length() <= LONGEST_HEADER) {
            languages.addAll(AcceptedLanguages.of(accepted));
        }
        Author author =
                reader.id() == null ? null : authors.byId(List.of(reader.id())).get(reader.id());
        String own = author == null ? null : author.account().postingDefaults().language();
        if (own != null) {
            languages.add(own);
        }
        return languages;
    }
}
