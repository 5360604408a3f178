package io.microblog.notification.marker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.microblog.kit.problem.Conflict;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.Reply;
import io.microblog.notification.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@NotificationServiceTest
class MarkerIntegrationTests {

    private static final String PATH = "/api/v1/markers";

    @Autowired
    private World world;

    @Autowired
    private Markers markers;

    private Person alice;

    @BeforeEach
    void people() {
        alice = world.newcomer("alice");
    }

    @Test
    void remembersWhereReadingStopped() {
        Reply moved = alice.posts(PATH, Map.of("home", Map.of("last_read_id", "103194548672408537")));
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.body().path("home").path("last_read_id").asString()).isEqualTo("103194548672408537");
        assertThat(moved.body().path("home").path("version").asInt()).isZero();
        assertThat(moved.body().path("home").path("updated_at").asString()).endsWith("Z");
        assertThat(moved.body().has("notifications")).isFalse();

        alice.sends(MockMvcRequestBuilders.post(PATH)
                .param("home[last_read_id]", "103194548672408600")
                .param("notifications[last_read_id]", "7"));
        Reply both = alice.reads(PATH + "?timeline[]=home&timeline[]=notifications&timeline[]=unheard_of");
        assertThat(both.body().path("home").path("last_read_id").asString()).isEqualTo("103194548672408600");
        assertThat(both.body().path("home").path("version").asInt()).isEqualTo(1);
        assertThat(both.body().path("notifications").path("last_read_id").asString())
                .isEqualTo("7");
        assertThat(alice.reads(PATH + "?timeline=home").body().propertyNames()).containsExactly("home");
        assertThat(alice.reads(PATH).content()).isEqualTo("{}");
    }

    @Test
    void keepsMarkersApart() {
        Person bob = world.newcomer("bob");
        alice.posts(PATH, Map.of("home", Map.of("last_read_id", "5")));
        assertThat(bob.reads(PATH + "?timeline[]=home").content()).isEqualTo("{}");
    }

    @Test
    void refusesAMoveThatMissedAnother() {
        markers.move(alice.id(), "home", 1, -1);
        markers.move(alice.id(), "home", 2, 0);
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> markers.move(alice.id(), "home", 3, 0));
        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> markers.move(alice.id(), "home", 3, -1));
        assertThat(markers.lastRead(alice.id(), "home")).isEqualTo(2);
    }

    @Test
    void countsEachMoveOnceUnderConcurrency() {
        alice.posts(PATH, Map.of("home", Map.of("last_read_id", "1")));
        List<Integer> statuses;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            statuses = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> alice.posts(PATH, Map.of("home", Map.of("last_read_id", Integer.toString(100 + i))))
                                    .status(),
                            threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        assertThat(statuses).containsAnyOf(200).isSubsetOf(200, 409);
        int version = alice.reads(PATH + "?timeline[]=home")
                .body()
                .path("home")
                .path("version")
                .asInt();
        assertThat(version).isEqualTo((int)
                statuses.stream().filter(status -> status == 200).count());
    }

    @Test
    void namesWhatIsWrong() {
        for (Object id : List.of("abc", "-5", "")) {
            Reply reply = alice.posts(PATH, Map.of("home", Map.of("last_read_id", id)));
            assertThat(reply.status()).isEqualTo(422);
            assertThat(reply.content()).contains("last_read_id");
        }
        assertThat(alice.posts(PATH, Map.of("notifications", Map.of())).status())
                .isEqualTo(422);
        assertThat(alice.posts(PATH, Map.of()).content()).isEqualTo("{}");
        assertThat(alice.reads(PATH + "?timeline[]=home&timeline[]=notifications")
                        .content())
                .isEqualTo("{}");
    }
}
