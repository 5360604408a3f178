package io.microblog.notification.stream;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import io.microblog.notification.Neighbours;
import io.microblog.notification.NotificationServiceProcess;
import io.microblog.notification.NotificationServiceTest;
import io.microblog.notification.Person;
import io.microblog.notification.PostDraft;
import io.microblog.notification.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Two instances share those who listen, and one is killed: its clients go to the other and miss nothing. */
@NotificationServiceTest
class StreamsOfTwoIntegrationTests {

    private static final int PEOPLE = 50;
    private static final int CLIENTS_EACH = 4;
    private static final int POSTS = 60;
    private static final Duration PAUSE = Duration.ofMillis(40);

    @Autowired
    private World world;

    @Autowired
    private NewsFeed news;

    @Autowired
    private EndFeed ends;

    @Autowired
    private Listeners listeners;

    @Autowired
    private ApplicationContext context;

    @Value("${local.server.port}")
    private int port;

    /** What everybody's home shows at this moment: a post is there before anybody is told of it. */
    private final Collection<Long> home = new ConcurrentLinkedQueue<>();

    @Test
    void whoComesBackToTheOtherInstanceMissesNothing() throws Exception {
        Person author = world.newcomer("author");
        List<Person> people = IntStream.range(0, PEOPLE)
                .mapToObj(number -> world.newcomer("reader"))
                .toList();
        world.settle();
        await().atMost(Duration.ofSeconds(30)).until(() -> news.isPlaced() && ends.isPlaced());
        Neighbours.tellsAudience(StreamsOfTwoIntegrationTests::everybody);
        List<ReturningClient> clients = new ArrayList<>();
        try (NotificationServiceProcess second = NotificationServiceProcess.start(context, Map.of())) {
            for (int number = 0; number < PEOPLE * CLIENTS_EACH; number++) {
                clients.add(new ReturningClient(
                                people.get(number % PEOPLE), "203.0." + number / 200 + "." + number % 200, home, port)
                        .listens(second.port()));
            }
            var killed = new AtomicBoolean();
            for (int number = 0; number < POSTS; number++) {
                write(author, people.get(number % PEOPLE));
                if (number == POSTS / 2) {
                    await().until(() ->
                            clients.stream().allMatch(client -> client.posts().size() > 5));
                    second.kill();
                    killed.set(true);
                }
                Thread.sleep(PAUSE);
            }
            assertThat(killed).isTrue();

            await().atMost(Duration.ofMinutes(1)).until(() -> clients.stream().allMatch(ReturningClient::isBack));
            write(author, people.getFirst());
            assertThat(clients)
                    .allSatisfy(client -> await().atMost(Duration.ofMinutes(1))
                            .untilAsserted(() -> assertThat(client.posts()).containsExactlyInAnyOrderElementsOf(home)));
            assertThat(listeners.all().count()).isEqualTo(clients.size());
            // The groups of the dead instance go to the living one first.
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                for (int number = 0; number < clients.size(); number++) {
                    assertThat(clients.get(number).notifications())
                            .isNotEmpty()
                            .containsExactlyInAnyOrderElementsOf(
                                    people.get(number % PEOPLE).notifications().ids().stream()
                                            .map(Long::valueOf)
                                            .toList());
                }
            });
            // What the dead instance was about to mail is given up by it first.
            world.settleWithMail();
        } finally {
            clients.forEach(ReturningClient::close);
            Neighbours.tellsAudience(question -> List.of());
            await().until(() -> listeners.all().count() == 0);
        }
    }

    private void write(Person author, Person named) {
        PostDraft post = author.writes("For @" + named.username()).to(named);
        home.add(post.id());
        post.publish();
    }

    /** Everybody who listens at home gets everything. */
    private static List<?> everybody(JsonNode question) {
        return question.path("shown")
                .valueStream()
                .map(one -> Map.of(
                        "id", one.path("id").asLong(),
                        "status", Map.of("id", one.path("id").asString(), "content", "looks to all"),
                        "listeners", question.path("listeners")))
                .toList();
    }
}
