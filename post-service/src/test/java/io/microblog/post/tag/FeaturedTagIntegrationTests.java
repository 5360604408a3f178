package io.microblog.post.tag;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.microblog.post.Person;
import io.microblog.post.PostServiceTest;
import io.microblog.post.Reply;
import io.microblog.post.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Hashtags that people show in their profiles. */
@PostServiceTest
class FeaturedTagIntegrationTests {

    private static final String PATH = "/api/v1/featured_tags";

    @Autowired
    private Town town;

    private Person alice;
    private Person bob;
    private String tag;

    @BeforeEach
    void people() {
        alice = town.newcomer("alice");
        bob = town.newcomer("bob");
        tag = "featured" + alice.id();
    }

    @Test
    void isShownWithHowOftenItIsUsed() {
        alice.posts("#" + tag);
        alice.posts("#" + tag, "unlisted");
        alice.posts("#" + tag, "private");
        alice.posts("#" + tag, "direct");
        bob.posts("#" + tag);

        Reply made = features(alice, "#F" + tag.substring(1));
        assertThat(made.keys()).containsExactlyInAnyOrder("id", "name", "url", "statuses_count", "last_status_at");
        assertThat(made.text("name")).isEqualTo("F" + tag.substring(1));
        assertThat(made.text("statuses_count")).isEqualTo("2");
        assertThat(made.text("last_status_at"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(made.text("url")).endsWith("/tags/" + tag);
        assertThat(alice.reads(PATH).body()).containsExactly(made.body());
        assertThat(bob.readsSignedOut(of(alice)).body()).containsExactly(made.body());
        assertThat(bob.reads(PATH).body()).isEmpty();
    }

    @Test
    void isCountedWhereverItIsUsed() {
        features(alice, tag);
        assertThat(counted()).isEqualTo("0 null");
        long first = alice.posts("#" + tag);
        long second = alice.posts("#" + tag);
        long third = alice.posts("#other" + tag);
        alice.posts("#" + tag, "private");
        String today = " " + LocalDate.now(ZoneOffset.UTC);
        assertThat(counted()).isEqualTo("2" + today);

        alice.edits(third, "#" + tag);
        assertThat(counted()).isEqualTo("3" + today);
        alice.edits(first, "#other" + tag);
        assertThat(counted()).isEqualTo("2" + today);
        alice.deletes(third);
        assertThat(counted()).isEqualTo("1" + today);
        assertThat(town.count("SELECT last_post_id FROM featured_hashtag WHERE account_id = " + alice.id()))
                .isEqualTo(second);
        alice.deletes(second);
        assertThat(counted()).isEqualTo("0 null");
    }

    @Test
    void refusesWhatItCannotBe() {
        assertThat(tries(Map.of()).status()).isEqualTo(400);
        assertThat(tries(Map.of("name", "asj&*!")).text("error")).isEqualTo("Validation failed: Tag is invalid");
        assertThat(tries(Map.of("name", "123")).status()).isEqualTo(422);
        features(alice, tag);
        assertThat(tries(Map.of("name", tag.toUpperCase(Locale.ROOT))).text("error"))
                .isEqualTo("Validation failed: Tag has already been taken");
        for (int i = 1; i < FeaturedTags.MAX; i++) {
            features(alice, tag + "n" + i);
        }
        assertThat(tries(Map.of("name", "onemore")).status()).isEqualTo(422);
        assertThat(alice.sends(HttpMethod.POST, "/api/v1/tags/onemore/feature", Map.of())
                        .status())
                .isEqualTo(422);
        assertThat(alice.reads(PATH).body()).hasSize(FeaturedTags.MAX);
    }

    @Test
    void isFeaturedFromItsOwnPage() {
        String path = "/api/v1/tags/" + tag;
        assertThat(alice.reads(path).body().path("featuring").asBoolean(true)).isFalse();

        Reply featured = alice.sends(HttpMethod.POST, path + "/feature", Map.of());
        assertThat(featured.body().path("featuring").asBoolean()).isTrue();
        assertThat(alice.sends(HttpMethod.POST, path + "/feature", Map.of()).status())
                .isEqualTo(200);
        assertThat(alice.reads(path).body()).isEqualTo(featured.body());
        assertThat(bob.reads(path).body().path("featuring").asBoolean(true)).isFalse();
        assertThat(bob.readsSignedOut(path).keys()).doesNotContain("featuring");
        assertThat(alice.reads(PATH).body()).hasSize(1);

        assertThat(alice.sends(HttpMethod.POST, path + "/unfeature", Map.of())
                        .body()
                        .path("featuring")
                        .asBoolean(true))
                .isFalse();
        assertThat(alice.sends(HttpMethod.POST, path + "/unfeature", Map.of()).status())
                .isEqualTo(200);
        assertThat(alice.reads(PATH).body()).isEmpty();
        assertThat(alice.sends(HttpMethod.POST, "/api/v1/tags/123/feature", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void isNobodyElsesToEnd() {
        long id = features(alice, tag).id();

        assertThat(bob.deletes(PATH + "/" + id).status()).isEqualTo(404);
        assertThat(bob.triesSignedOut(HttpMethod.DELETE, PATH + "/" + id).status())
                .isEqualTo(401);
        assertThat(bob.readsSignedOut(PATH).status()).isEqualTo(401);
        assertThat(bob.readsSignedOut(PATH + "/suggestions").status()).isEqualTo(401);
        assertThat(bob.triesSignedOut(HttpMethod.POST, PATH).status()).isEqualTo(401);
        assertThat(alice.reads(PATH).body()).hasSize(1);
        Reply ended = alice.deletes(PATH + "/" + id);
        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.keys()).isEmpty();
        assertThat(alice.deletes(PATH + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void isNotShownToWhomThePersonBlocks() {
        features(alice, tag);
        town.blocks(alice, bob);
        assertThat(bob.reads(of(alice)).body()).isEmpty();
        assertThat(bob.readsSignedOut(of(alice)).body()).hasSize(1);

        alice.isSuspended();
        assertThat(bob.readsSignedOut(of(alice)).body()).isEmpty();
        assertThat(bob.reads("/api/v1/accounts/1/featured_tags").status()).isEqualTo(404);
    }

    @Test
    void isSuggestedFromWhatOneUses() {
        alice.posts("#%1$sa #%1$sb #%1$sc".formatted(tag));
        alice.posts("#%1$sb #%1$sc".formatted(tag), "private");
        alice.posts("#%1$sc".formatted(tag));
        bob.posts("#%1$sd".formatted(tag));
        features(alice, tag + "b");

        Reply suggested = alice.reads(PATH + "/suggestions");
        assertThat(StreamSupport.stream(suggested.body().spliterator(), false)
                        .map(each -> each.path("name").asString()))
                .containsExactly(tag + "c", tag + "a");
        assertThat(suggested.body().get(0).path("history")).hasSize(7);
        assertThat(suggested.body().get(0).path("featuring").asBoolean(true)).isFalse();
    }

    @Test
    void areNoMoreThanTheLimitHoweverManyAskAtOnce() {
        AtomicInteger taken = new AtomicInteger();
        Stream.iterate(0, i -> i + 1).limit(24).parallel().forEach(i -> {
            if (alice.sends(HttpMethod.POST, PATH, Map.of("name", tag + "n" + i))
                            .status()
                    == 200) {
                taken.incrementAndGet();
            }
        });

        assertThat(List.of(taken.get(), alice.reads(PATH).body().size())).containsOnly(FeaturedTags.MAX);
    }

    private static String of(Person person) {
        return "/api/v1/accounts/" + person.id() + "/featured_tags";
    }

    private String counted() {
        var only = alice.reads(PATH).body().get(0);
        return only.path("statuses_count").asString() + " "
                + only.path("last_status_at").asString("null");
    }

    private Reply tries(Map<String, ?> request) {
        return alice.sends(HttpMethod.POST, PATH, request);
    }

    private static Reply features(Person person, String name) {
        Reply reply = person.sends(HttpMethod.POST, PATH, Map.of("name", name));
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        return reply;
    }
}
