package io.microblog.search.index;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.microblog.search.APost;
import io.microblog.search.EventWriter;
import io.microblog.search.Reader;
import io.microblog.search.Rows;
import io.microblog.search.SearchTest;
import io.microblog.search.Somebody;
import io.microblog.search.document.DocumentKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A database that is new again is filled from the topics, and the indices are made of it. */
@SearchTest
class LostRowsIntegrationTests {

    private static final Duration LONG = Duration.ofMinutes(1);

    @Autowired
    EventWriter events;

    @Autowired
    Reader reader;

    @Autowired
    Rows rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ElasticsearchClient client;

    @Autowired
    IndexTargets targets;

    @Autowired
    IndexKeeper keeper;

    @Autowired
    KafkaListenerEndpointRegistry listeners;

    @Test
    void comeBackFromTheTopics() {
        Somebody author = Somebody.named("bartleby");
        events.write(author.registered());
        List<APost> posts = IntStream.range(0, 20)
                .mapToObj(n -> APost.by(author).saying("evergreen " + n))
                .toList();
        posts.forEach(post -> events.write(post.created()));
        APost edited = posts.getFirst().edit().saying("evergreen, but edited");
        events.write(edited.edited(), posts.getLast().deleted());
        posts.subList(1, 19).forEach(rows::awaitIndexed);
        rows.awaitIndexed(edited);
        rows.awaitDeleted(posts.getLast());
        await().atMost(LONG).until(() -> targets.of(DocumentKind.POSTS).live() != null);
        String before = Objects.requireNonNull(targets.of(DocumentKind.POSTS).live());

        loseTheDatabase();

        await().atMost(LONG)
                .untilAsserted(() -> assertThat(targets.of(DocumentKind.POSTS).live())
                        .isNotNull()
                        .isNotEqualTo(before));
        posts.subList(1, 19).forEach(rows::awaitIndexed);
        rows.awaitIndexed(edited);
        rows.awaitDeleted(posts.getLast());
        await().atMost(LONG).untilAsserted(() -> assertThat(rows.dirty()).isZero());
        new IndexedPosts(jdbc, client).assertEqualRows();
        assertThat(reader.statuses("evergreen edited")).startsWith(edited.id());
    }

    /** What a restart on an empty database finds: the tables as the migrations leave them. */
    private void loseTheDatabase() {
        listeners.stop();
        keeper.stop();
        jdbc.sql("TRUNCATE post_document, account_document, relationship, read_partition")
                .update();
        jdbc.sql("UPDATE search_index SET live = NULL, building = NULL, previous = NULL")
                .update();
        keeper.start();
        listeners.start();
    }
}
