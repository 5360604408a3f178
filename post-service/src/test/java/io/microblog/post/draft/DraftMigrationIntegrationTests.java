package io.microblog.post.draft;

import javax.sql.DataSource;

import io.microblog.post.OwnSchema;
import io.microblog.post.PostServiceTest;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** What a version without drafts could not publish is a draft for the next one, in a schema of its own. */
@PostServiceTest
class DraftMigrationIntegrationTests {

    private static final String SCHEMA = "before_drafts";

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void refusedPostsBecomeDraftsWithTheirImages() {
        // What is made anew at each change is made for the newest tables.
        flyway().target("22").repeatableSqlMigrationPrefix("none").load().migrate();
        jdbc.sql("""
                INSERT INTO before_drafts.scheduled_post (id, author_id, due_at, params, try_at, refusal)
                VALUES (1, 7, now(), '{"text": "Refused", "media_ids": ["3"]}', now(), 'Gone'),
                    (2, 7, now(), '{"text": "Waiting", "media_ids": ["4"]}', now(), NULL)
                """).update();
        jdbc.sql("""
                INSERT INTO before_drafts.media (id, owner_id, post_id, file, width, height, preview, preview_width,
                    preview_height, blurhash, unused_since)
                SELECT post + 2, 7, post, 'f', 1, 1, 'p', 1, 1, 'b', now() FROM generate_series(1, 2) AS post
                """).update();

        flyway().load().migrate();

        assertThat(jdbc.sql("SELECT id || ' ' || version || ' ' || (params ->> 'text') || ' ' || reason"
                                + " FROM before_drafts.draft")
                        .query(String.class)
                        .list())
                .containsExactly("1 1 Refused Gone");
        assertThat(jdbc.sql("SELECT id FROM before_drafts.scheduled_post")
                        .query(Long.class)
                        .list())
                .containsExactly(2L);
        assertThat(jdbc.sql("SELECT concat_ws(' ', id, post_id, 'in', draft_id) FROM before_drafts.media ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("3 in 1", "4 2 in");
        jdbc.sql("DROP SCHEMA before_drafts CASCADE").update();
    }

    private FluentConfiguration flyway() {
        return OwnSchema.flyway(dataSource, SCHEMA);
    }
}
