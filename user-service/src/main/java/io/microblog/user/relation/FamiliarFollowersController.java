package io.microblog.user.relation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.IdList;
import io.microblog.user.account.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Those whom one follows and who follow somebody else, unless one of them hides that, or the other blocks one. */
@RestController
class FamiliarFollowersController {

    private static final String FIND = """
            SELECT other.id AS other, familiar.to_id AS familiar
            FROM unnest(:others) AS other (id)
            JOIN account seen ON seen.id = other.id AND NOT seen.hide_collections
            CROSS JOIN LATERAL (
                SELECT mine.to_id FROM relationship mine
                JOIN relationship theirs ON theirs.from_id = mine.to_id AND theirs.to_id = other.id
                    AND theirs.follow_id IS NOT NULL
                JOIN account friend ON friend.id = mine.to_id AND NOT friend.hide_collections AND NOT friend.suspended
                WHERE mine.from_id = :me AND mine.follow_id IS NOT NULL
                ORDER BY mine.follow_id DESC LIMIT 10) familiar
            WHERE NOT EXISTS (SELECT FROM relationship shut
                WHERE shut.from_id = other.id AND shut.to_id = :me AND shut.block_id IS NOT NULL)
            """;

    private final JdbcClient jdbc;
    private final Profiles profiles;

    FamiliarFollowersController(JdbcClient jdbc, Profiles profiles) {
        this.jdbc = jdbc;
        this.profiles = profiles;
    }

    record FamiliarFollowers(String id, List<PublicAccount> accounts) {}

    /** Of each account the ten whom the caller followed last. */
    @GetMapping("/api/v1/accounts/familiar_followers")
    @RequiresScope("read:follows")
    List<FamiliarFollowers> familiar(Caller caller, @IdList(value = "id", max = 40) List<Long> ids) {
        Map<Long, List<Long>> found = find(caller.requireAccount(), ids);
        Map<String, PublicAccount> people = new HashMap<>();
        profiles.show(found.values().stream().flatMap(List::stream).distinct().toList())
                .forEach(account -> people.put(account.id(), account));
        return ids.stream()
                .distinct()
                .map(id -> new FamiliarFollowers(
                        String.valueOf(id),
                        found.getOrDefault(id, List.of()).stream()
                                .map(String::valueOf)
                                .filter(people::containsKey)
                                .map(people::get)
                                .toList()))
                .toList();
    }

    private Map<Long, List<Long>> find(long me, List<Long> ids) {
        var found = new HashMap<Long, List<Long>>();
        jdbc.sql(FIND).param("me", me).param("others", ids.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("other"), id -> new ArrayList<>()).add(row.getLong("familiar"));
        });
        return found;
    }
}
