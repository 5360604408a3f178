package io.microblog.post.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Lists and their timelines. */
@PostServiceTest
class ListIntegrationTests {

    @Autowired
    private Town town;

    private Person owner;
    private Person alice;
    private Person bob;
    private Person stranger;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        stranger = town.newcomer("stranger");
        owner = town.newcomer("owner").follows(alice, bob);
    }

    @Test
    void isMadeChangedAndDeleted() {
        Reply made = owner.sends(HttpMethod.POST, "/api/v1/lists", Map.of("title", "  Close \u202E friends "));
        assertThat(made.keys()).containsExactlyInAnyOrder("id", "title", "replies_policy", "exclusive");
        assertThat(made.text("title")).isEqualTo("Close friends");
        assertThat(made.text("replies_policy")).isEqualTo("list");
        assertThat(made.body().path("exclusive").asBoolean()).isFalse();
        String path = "/api/v1/lists/" + made.id();

        Reply changed = owner.sends(HttpMethod.PUT, path, Map.of("replies_policy", "none", "exclusive", true));
        assertThat(changed.text("title")).isEqualTo("Close friends");
        assertThat(owner.reads(path).body()).isEqualTo(changed.body());
        assertThat(changed.text("replies_policy")).isEqualTo("none");
        assertThat(changed.body().path("exclusive").asBoolean()).isTrue();

        long other = aList("Others", Map.of());
        assertThat(owner.reads("/api/v1/lists").ids()).containsExactly(made.id(), other);
        assertThat(owner.deletes(path).status()).isEqualTo(200);
        assertThat(owner.reads("/api/v1/lists").ids()).containsExactly(other);
        assertThat(owner.reads(path).status()).isEqualTo(404);
        assertThat(owner.deletes(path).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatItCannotBe() {
        assertThat(tries(Map.of()).text("error")).isEqualTo("Validation failed: Title can't be blank");
        assertThat(tries(Map.of("title", "\u200B ")).status()).isEqualTo(422);
        assertThat(tries(Map.of("title", "x".repeat(101))).status()).isEqualTo(422);
        assertThat(tries(Map.of("title", "x", "replies_policy", "some")).text("error"))
                .contains("Replies policy");
        assertThat(owner.reads("/api/v1/lists").ids()).isEmpty();
        long list = aList("Friends", Map.of());
        assertThat(owner.sends(HttpMethod.PUT, "/api/v1/lists/" + list, Map.of("title", ""))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void areNotMadeWithoutEnd() {
        for (int i = 0; i < Lists.MAX_LISTS; i++) {
            aList("List " + i, Map.of());
        }

        assertThat(tries(Map.of("title", "One more")).status()).isEqualTo(422);
        assertThat(owner.reads("/api/v1/lists").ids()).hasSize(Lists.MAX_LISTS);
    }

    @Test
    void isForNobodyElse() {
        long list = aList("Friends", Map.of(), alice);
        String path = "/api/v1/lists/" + list;

        assertThat(List.of(
                        stranger.reads(path).status(),
                        stranger.reads(path + "/accounts").status(),
                        stranger.reads("/api/v1/timelines/list/" + list).status(),
                        stranger.sends(HttpMethod.PUT, path, Map.of("title", "Mine"))
                                .status(),
                        stranger.sends(HttpMethod.POST, path + "/accounts", Map.of("account_ids", List.of("1")))
                                .status(),
                        stranger.sends(HttpMethod.DELETE, path + "/accounts", named(alice))
                                .status(),
                        stranger.deletes(path).status()))
                .containsOnly(404);
        assertThat(stranger.reads("/api/v1/accounts/" + alice.id() + "/lists").ids())
                .isEmpty();
        assertThat(stranger.readsSignedOut(path).status()).isEqualTo(401);
        assertThat(members(list)).containsExactly(alice.id());
    }

    @Test
    void takesThoseWhomItsOwnerFollows() {
        long list = aList("Friends", Map.of(), alice);

        Reply tooMany = put(list, bob, stranger);
        assertThat(tooMany.status()).isEqualTo(404);
        assertThat(members(list)).containsExactly(alice.id());
        Reply again = put(list, bob, alice);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text("error")).isEqualTo("Validation failed: Account has already been taken");
        assertThat(members(list)).containsExactly(alice.id());

        assertThat(put(list, bob, owner).status()).isEqualTo(200);
        assertThat(members(list)).containsExactlyInAnyOrder(owner.id(), bob.id(), alice.id());
        assertThat(owner.reads("/api/v1/accounts/" + bob.id() + "/lists").ids()).containsExactly(list);
        assertThat(owner.reads("/api/v1/accounts/" + stranger.id() + "/lists").ids())
                .isEmpty();
        assertThat(owner.sends(HttpMethod.DELETE, "/api/v1/lists/" + list + "/accounts", named(bob, stranger))
                        .status())
                .isEqualTo(200);
        assertThat(members(list)).containsExactlyInAnyOrder(owner.id(), alice.id());
        assertThat(owner.sends(HttpMethod.POST, "/api/v1/lists/" + list + "/accounts", Map.of())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void pagesItsMembers() {
        Person[] many =
                IntStream.range(0, 5).mapToObj(i -> town.newcomer("member" + i)).toArray(Person[]::new);
        owner.follows(many);
        long list = aList("Many", Map.of(), many);
        String path = "/api/v1/lists/" + list + "/accounts";

        Reply first = owner.reads(path + "?limit=2");
        Reply second = owner.reads(first.next());

        assertThat(first.ids()).containsExactly(many[4].id(), many[3].id());
        assertThat(second.ids()).containsExactly(many[2].id(), many[1].id());
        assertThat(owner.reads(path + "?limit=0").ids()).hasSize(5);
    }

    @Test
    void whoIsNotFollowedAnyMoreLeaves() {
        long list = aList("Friends", Map.of(), alice, bob);
        long post = alice.posts("Hello");
        assertThat(read(list)).containsExactly(post);

        owner.unfollows(alice);
        assertThat(members(list)).containsExactly(bob.id());
        assertThat(read(list)).isEmpty();

        owner.follows(alice);
        assertThat(members(list)).containsExactly(bob.id());
    }

    @Test
    void showsWhatItsMembersWriteAndCarryOn() {
        long list = aList("Friends", Map.of(), alice);
        long before = alice.posts("Before");
        long hidden = alice.posts("For followers", "private");
        alice.posts("For somebody", "direct");
        bob.posts("Of nobody on the list");
        long found = stranger.posts("Found");
        long boost = alice.boosts(found);
        alice.boosts(before);

        assertThat(read(list)).containsExactly(boost, hidden, before);
        assertThat(owner.reads("/api/v1/timelines/list/" + list + "?limit=1&max_id=" + boost)
                        .ids())
                .containsExactly(hidden);
        assertThat(owner.reads("/api/v1/timelines/list/" + list + "?limit=1&min_id=" + before)
                        .ids())
                .containsExactly(hidden);
    }

    @Test
    void showsWhatOneWantsToSee() {
        long list = aList("Friends", Map.of(), alice, bob);
        long post = alice.posts("Hello");
        long theirs = bob.posts("Hello too");
        long boosted = stranger.posts("Found");
        long boost = bob.boosts(boosted);
        assertThat(read(list)).containsExactly(boost, theirs, post);

        town.mutes(owner, alice, true);
        assertThat(read(list)).containsExactly(boost, theirs);
        town.happens(town.followWithoutBoosts(owner, bob));
        town.settle();
        assertThat(read(list)).containsExactly(theirs);
        town.blocks(bob, owner);
        assertThat(read(list)).isEmpty();
    }

    @Test
    void showsTheAnswersOfItsPolicy() {
        Person carol = town.newcomer("carol");
        owner.follows(carol);
        long byAlice = alice.posts("To be answered");
        long byBob = bob.posts("To be answered");
        long byStranger = stranger.posts("To be answered");
        long byOwner = owner.posts("To be answered");
        alice.answers(byStranger, "To somebody whom the owner does not follow");
        long toMember = alice.answers(byBob, "To a member");
        long toFollowed = alice.answers(carol.posts("To be answered"), "To somebody whom the owner follows");
        long toSelf = alice.answers(byAlice, "To herself");
        long toOwner = alice.answers(byOwner, "To the owner");

        assertThat(read(aList("Members", Map.of(), alice, bob)))
                .containsExactly(toOwner, toSelf, toMember, byBob, byAlice);
        assertThat(read(aList("Followed", Map.of("replies_policy", "followed"), alice, bob)))
                .containsExactly(toOwner, toSelf, toFollowed, toMember, byBob, byAlice);
        assertThat(read(aList("None", Map.of("replies_policy", "none"), alice, bob)))
                .containsExactly(toOwner, toSelf, byBob, byAlice);
    }

    @Test
    void showsEachPostOnce() {
        long list = aList("Friends", Map.of(), alice, bob);
        long post = stranger.posts("Found");
        long first = alice.boosts(post);
        bob.boosts(post);

        assertThat(read(list)).containsExactly(first);
    }

    @Test
    void keepsItsMembersToItselfWhereItIsExclusive() {
        long byAlice = alice.posts("Hello");
        long byBob = bob.posts("Hello");
        long found = stranger.posts("Found");
        long boost = alice.boosts(found);
        town.settle();
        assertThat(owner.home()).containsExactly(boost, byBob, byAlice);

        long list = aList("Only here", Map.of("exclusive", true), alice);
        assertThat(owner.home()).containsExactly(byBob);
        assertThat(read(list)).containsExactly(boost, byAlice);
        long carriedOn = bob.boosts(byAlice);
        town.settle();
        assertThat(owner.home()).containsExactly(carriedOn, byBob);

        owner.sends(HttpMethod.PUT, "/api/v1/lists/" + list, Map.of("exclusive", false));
        assertThat(owner.home()).containsExactly(boost, byBob, byAlice);
        assertThat(alice.home()).contains(byAlice);
    }

    private Reply tries(Map<String, ?> list) {
        return owner.sends(HttpMethod.POST, "/api/v1/lists", list);
    }

    private long aList(String title, Map<String, ?> more, Person... members) {
        var request = new HashMap<String, Object>(more);
        request.put("title", title);
        Reply made = tries(request);
        assertThat(made.status()).as(made.body().toString()).isEqualTo(200);
        if (members.length > 0) {
            assertThat(put(made.id(), members).status()).isEqualTo(200);
        }
        return made.id();
    }

    private Reply put(long list, Person... people) {
        return owner.sends(HttpMethod.POST, "/api/v1/lists/" + list + "/accounts", named(people));
    }

    private static Map<String, ?> named(Person... people) {
        return Map.of(
                "account_ids",
                Stream.of(people).map(person -> Long.toString(person.id())).toList());
    }

    private List<Long> members(long list) {
        return owner.reads("/api/v1/lists/" + list + "/accounts").ids();
    }

    private List<Long> read(long list) {
        return owner.reads("/api/v1/timelines/list/" + list).ids();
    }
}
