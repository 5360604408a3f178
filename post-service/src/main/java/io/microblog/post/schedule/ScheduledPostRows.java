package io.microblog.post.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

import io.microblog.kit.security.Caller;
import io.microblog.post.publish.PublishPost;
import io.microblog.post.schedule.ScheduledStatus.Params;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Scheduled posts from and for the database, where what is to be published stands as the API shows it. */
final class ScheduledPostRows implements RowMapper<ScheduledPost> {

    static final String COLUMNS = "id, author_id, due_at, params, app_name, app_website";

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();

    static String json(PublishPost command) {
        return JSON.writeValueAsString(Params.of(command));
    }

    @Override
    public ScheduledPost mapRow(ResultSet row, int number) throws SQLException {
        return new ScheduledPost(
                row.getLong("id"),
                row.getLong("author_id"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                JSON.readValue(row.getString("params"), Params.class).command(),
                app(row.getString("app_name"), row.getString("app_website")));
    }

    private static Caller.@Nullable App app(@Nullable String name, @Nullable String website) {
        return name == null ? null : new Caller.App(name, website);
    }
}
