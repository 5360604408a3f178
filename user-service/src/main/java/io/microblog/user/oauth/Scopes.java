package io.microblog.user.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The scopes of the API. A scope covers its children: {@code read} covers {@code read:statuses}. */
public final class Scopes {

    /** What a request that names none gets. */
    static final String DEFAULT = "read";

    /** To look after sessions and authorized apps: what a browser session may do, and no app can ask for. */
    public static final String SESSIONS = "sessions";

    private static final Set<String> READ = children(
            "read",
            "accounts blocks bookmarks collections favourites filters follows lists mutes notifications search statuses");
    private static final Set<String> WRITE = children(
            "write",
            "accounts blocks bookmarks collections conversations favourites filters follows lists media mutes"
                    + " notifications reports statuses");
    private static final String ADMIN =
            "accounts reports domain_allows domain_blocks ip_blocks email_domain_blocks canonical_email_blocks";

    /** All of them, parents before children. */
    static final Set<String> KNOWN = Stream.of(
                    READ,
                    WRITE,
                    Set.of("follow", "push", "profile"),
                    children("admin:read", ADMIN),
                    children("admin:write", ADMIN))
            .flatMap(Set::stream)
            .collect(Collectors.toCollection(LinkedHashSet::new));

    /** What {@code follow} meant before the others were divided. */
    private static final Set<String> FOLLOW = new LinkedHashSet<>(
            Arrays.asList("read:blocks", "write:blocks", "read:follows", "write:follows", "read:mutes", "write:mutes"));

    private Scopes() {}

    /** The words of a scope parameter, each once. */
    static Set<String> parse(String text) {
        return Arrays.stream(text.split("[\\s+]+"))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether everything wanted is among the granted, itself or by its parent. */
    static boolean cover(Collection<String> granted, Collection<String> wanted) {
        return wanted.stream().allMatch(scope -> KNOWN.contains(scope) && covers(granted, scope));
    }

    /** With the modern names of what {@code follow} grants, for services that know only these. */
    public static Set<String> expanded(Set<String> granted) {
        var all = new LinkedHashSet<>(granted);
        if (granted.contains("follow")) {
            all.addAll(FOLLOW);
        }
        return all;
    }

    private static boolean covers(Collection<String> granted, String scope) {
        int colon = scope.lastIndexOf(':');
        return granted.contains(scope) || (colon > 0 && covers(granted, scope.substring(0, colon)));
    }

    private static Set<String> children(String parent, String names) {
        return Stream.concat(Stream.of(parent), Arrays.stream(names.split(" ")).map(name -> parent + ":" + name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
