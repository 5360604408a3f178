package io.microblog.post.author;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.microblog.event.AccountState;
import io.microblog.internal.AccountStateApi;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.problem.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.web.client.RestClientException;

/**
 * Finds people, also those whose event is still on its way: whom the replica lacks is asked for at user-service once and
 * taken over with the version.
 */
@Service
public class AuthorDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(AuthorDirectory.class);

    /** Names that user-service is asked about for one post; a text full of @words must not become a storm. */
    private static final int MAX_UNKNOWN_NAMES = 20;

    private final Authors authors;
    private final AccountStateApi userService;

    AuthorDirectory(Authors authors, AccountStateApi userService) {
        this.authors = authors;
        this.userService = userService;
    }

    /**
     * One account by id; empty when there is none.
     *
     * @throws io.microblog.kit.problem.Unavailable when the replica lacks it and user-service does not answer
     */
    public Optional<Author> find(long id) {
        Optional<Author> known = replicated(id);
        if (known.isPresent()) {
            return known;
        }
        ask(() -> userService.byId(List.of(id)));
        return replicated(id);
    }

    /**
     * The accounts with these names, by name in lower case. Names of nobody are left out, and so are those that the
     * replica lacks while user-service does not answer.
     */
    public Map<String, Author> named(List<String> usernames) {
        if (usernames.isEmpty()) {
            return Map.of();
        }
        Map<String, Author> known = replicated(usernames);
        List<String> unknown = usernames.stream()
                .filter(name -> !known.containsKey(name))
                .limit(MAX_UNKNOWN_NAMES)
                .toList();
        return unknown.isEmpty() || !fetch(unknown) ? known : replicated(usernames);
    }

    private boolean fetch(List<String> usernames) {
        try {
            return ask(() -> userService.byUsername(usernames));
        } catch (Unavailable unavailable) {
            LOG.info("Names were left as text, for nobody could tell whose they are", unavailable);
            return false;
        }
    }

    private boolean ask(Supplier<List<AccountState>> question) {
        try {
            List<AccountState> found = question.get();
            found.forEach(authors::put);
            return !found.isEmpty();
        } catch (RestClientException | NotFound failed) {
            throw new Unavailable("user-service is temporarily unavailable", failed);
        }
    }

    private Optional<Author> replicated(long id) {
        return Optional.ofNullable(authors.byId(List.of(id)).get(id));
    }

    private Map<String, Author> replicated(Collection<String> usernames) {
        var byName = new TreeMap<String, Author>();
        authors.byUsername(usernames)
                .forEach(author -> byName.put(author.username().toLowerCase(Locale.ROOT), author));
        return byName;
    }
}
