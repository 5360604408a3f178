package io.microblog.local.demo;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What people do with each other's posts. Every step may be repeated: the API's verbs are idempotent. */
final class Reactions {

    private final DemoApi api;
    private final DemoLedger ledger;
    private final Map<Person, Member> members;
    private final Sociability sociability;

    Reactions(DemoApi api, DemoLedger ledger, Map<Person, Member> members, Sociability sociability) {
        this.api = api;
        this.ledger = ledger;
        this.members = members;
        this.sociability = sociability;
    }

    /** @return whether anything was left to do */
    boolean follow(Person person) {
        String key = "follows." + person.username();
        if (ledger.has(key)) {
            return false;
        }
        for (Person other : sociability.follows(person)) {
            act(person, "/api/v1/accounts/" + member(other).id() + "/follow");
        }
        ledger.record(key, "done");
        return true;
    }

    /** @return whether anything was left to do */
    boolean react(Remark post, String id) {
        String key = "reactions." + post.key();
        if (ledger.has(key)) {
            return false;
        }
        all(sociability.admirers(post), "/api/v1/statuses/" + id + "/favourite");
        all(sociability.boosters(post), "/api/v1/statuses/" + id + "/reblog");
        all(sociability.keepers(post), "/api/v1/statuses/" + id + "/bookmark");
        ledger.find(Writer.key(post) + ".poll").ifPresent(poll -> vote(post, poll));
        ledger.record(key, "done");
        return true;
    }

    /** A second vote of the same person is refused, which is as well. */
    private void vote(Remark post, String poll) {
        sociability
                .voters(post)
                .forEach((person, choice) -> api.tryPost(
                        "/api/v1/polls/" + poll + "/votes",
                        member(person).token(),
                        "",
                        Map.of("choices", List.of(choice))));
    }

    private void all(Collection<Person> people, String path) {
        people.forEach(person -> act(person, path));
    }

    private void act(Person person, String path) {
        api.post(path, member(person).token(), Map.of());
    }

    private Member member(Person person) {
        return Objects.requireNonNull(members.get(person), person::username);
    }
}
