package io.microblog.post.status;

import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

import io.microblog.event.Visibility;
import io.microblog.internal.StatusText;
import io.microblog.internal.TextRead;
import io.microblog.internal.TextWanted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What posts say to several readers, in one query. */
@Component
public class StatusTexts {

    private static final String READ = """
            SELECT wanted.reader, p.id, p.version, p.visibility, p.language, p.content, p.spoiler_text,
                EXISTS (SELECT FROM thread_mute u
                    WHERE u.account_id = wanted.reader AND u.thread_id = p.thread_id) AS muted
            FROM unnest(CAST(:ids AS bigint[]), CAST(:readers AS bigint[])) AS wanted (id, reader)
            JOIN seen_by(wanted.reader) p ON p.id = wanted.id
            """;

    private final JdbcClient jdbc;

    StatusTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that their readers may see, in no order. */
    public List<TextRead> read(List<TextWanted> wanted) {
        return jdbc.sql(READ)
                .param("ids", column(wanted, TextWanted::id))
                .param("readers", column(wanted, TextWanted::readerId))
                .query((row, number) -> new TextRead(
                        row.getLong("reader"),
                        new StatusText(
                                row.getLong("id"),
                                row.getLong("version"),
                                Visibility.valueOf(Objects.requireNonNull(row.getString("visibility"))),
                                row.getString("language"),
                                Objects.requireNonNull(row.getString("content")),
                                Objects.requireNonNull(row.getString("spoiler_text")),
                                row.getBoolean("muted"))))
                .list();
    }

    private static Long[] column(List<TextWanted> wanted, ToLongFunction<TextWanted> value) {
        return wanted.stream().map(value::applyAsLong).toArray(Long[]::new);
    }
}
