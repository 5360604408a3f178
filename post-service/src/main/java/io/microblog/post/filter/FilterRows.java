package io.microblog.post.filter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.microblog.kit.problem.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the filters that people keep. To everybody but its owner a filter does not exist. */
@Component
public class FilterRows {

    private static final String SELECT = """
            SELECT f.id, f.owner_id, f.title, f.contexts, f.action, f.expires_at,
                   ARRAY(SELECT k.id FROM filter_keyword k WHERE k.filter_id = f.id ORDER BY k.id) AS keyword_ids,
                   ARRAY(SELECT k.keyword FROM filter_keyword k WHERE k.filter_id = f.id ORDER BY k.id) AS keywords,
                   ARRAY(SELECT k.whole_word FROM filter_keyword k WHERE k.filter_id = f.id ORDER BY k.id) AS whole_words,
                   ARRAY(SELECT s.id FROM filter_status s WHERE s.filter_id = f.id ORDER BY s.id) AS status_ids,
                   ARRAY(SELECT s.post_id FROM filter_status s WHERE s.filter_id = f.id ORDER BY s.id) AS posts
            FROM filter f
            """;
    private static final String WHERE_OWNER = "WHERE f.owner_id = :owner";

    private static final String IN_FORCE = " AND (f.expires_at IS NULL OR f.expires_at > now()) ORDER BY f.id";

    private static final String HELD = " FROM filter f WHERE f.owner_id = :owner AND f.id = ";
    private static final String BY_KEYWORD = HELD + "(SELECT k.filter_id FROM filter_keyword k WHERE k.id = :id)";
    private static final String BY_STATUS = HELD + "(SELECT s.filter_id FROM filter_status s WHERE s.id = :id)";

    private final JdbcClient jdbc;

    FilterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of a person's filters that have not stopped. */
    public FilterSet inForce(long ownerId) {
        List<Filter> filters = jdbc.sql(SELECT + WHERE_OWNER + IN_FORCE)
                .param("owner", ownerId)
                .query((row, number) -> filter(row))
                .list();
        return filters.isEmpty() ? FilterSet.NONE : new FilterSet(filters);
    }

    /** The same of several people, each with their own; of those who have none there is nothing. */
    public Map<Long, FilterSet> inForce(Collection<Long> owners) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Filter>> byOwner = jdbc
                .sql(SELECT + "WHERE f.owner_id = ANY (CAST(:owners AS bigint[]))" + IN_FORCE)
                .param("owners", owners.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("owner_id"), filter(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return byOwner.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, owner -> new FilterSet(owner.getValue())));
    }

    /** All of a person's filters, the oldest first; at most {@value Filters#MAX_FILTERS}. */
    List<Filter> of(long ownerId) {
        return jdbc.sql(SELECT + WHERE_OWNER + " ORDER BY f.id")
                .param("owner", ownerId)
                .query((row, number) -> filter(row))
                .list();
    }

    /**
     * One filter.
     *
     * @throws NotFound when it is not there or somebody else's
     */
    Filter require(long ownerId, long id) {
        return jdbc.sql(SELECT + WHERE_OWNER + " AND f.id = :id")
                .param("owner", ownerId)
                .param("id", id)
                .query((row, number) -> filter(row))
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The filter that a keyword belongs to. */
    Filter ofKeyword(long ownerId, long keywordId) {
        return require(ownerId, find(BY_KEYWORD, ownerId, keywordId));
    }

    /** The filter that names a post by this entry. */
    Filter ofStatus(long ownerId, long entryId) {
        return require(ownerId, find(BY_STATUS, ownerId, entryId));
    }

    /** The filter's id alone. */
    private long find(String held, long ownerId, long id) {
        return jdbc.sql("SELECT f.id" + held)
                .param("owner", ownerId)
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static Filter filter(ResultSet row) throws SQLException {
        Long[] keywordIds = (Long[]) row.getArray("keyword_ids").getArray();
        String[] keywords = (String[]) row.getArray("keywords").getArray();
        Boolean[] wholeWords = (Boolean[]) row.getArray("whole_words").getArray();
        Long[] statusIds = (Long[]) row.getArray("status_ids").getArray();
        Long[] posts = (Long[]) row.getArray("posts").getArray();
        OffsetDateTime expiresAt = row.getObject("expires_at", OffsetDateTime.class);
        return new Filter(
                row.getString("id"),
                row.getString("title"),
                Stream.of((String[]) row.getArray("contexts").getArray())
                        .map(FilterContext::valueOf)
                        .toList(),
                expiresAt == null ? null : expiresAt.toInstant(),
                FilterAction.valueOf(row.getString("action")),
                IntStream.range(0, keywords.length)
                        .mapToObj(i -> new FilterKeyword(keywordIds[i].toString(), keywords[i], wholeWords[i]))
                        .toList(),
                IntStream.range(0, posts.length)
                        .mapToObj(i -> new FilterStatus(statusIds[i].toString(), posts[i].toString()))
                        .toList());
    }
}
