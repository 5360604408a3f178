package io.microblog.search.document;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows as the indexer sees them: which are dirty, what their documents are, and that they were indexed. */
@Repository
public class DocumentRows {

    private static final String POST =
            "id, doc_version, author_id, author_findable, author_limited, open, readers, text, around, traits, language,"
                    + " hashtags, created_at, popularity, emptied_at FROM post_document";
    private static final String ACCOUNT = "id, doc_version, username, display_name, limited FROM account_document";

    /**
     * The rows of a kind.
     *
     * @param rows all of them
     * @param documents those whose document the index should hold
     * @param dirty those whose change it does not hold yet
     */
    public record Tally(long rows, long documents, long dirty, long firstId, long lastId) {}

    private final JdbcClient jdbc;

    DocumentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Dirty rows that nobody else works on, locked until the end of the transaction: a row's document cannot change
     * between being read and being indexed.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Document> claimDirty(DocumentKind kind, int limit) {
        String sql = "SELECT " + columns(kind)
                + " WHERE indexed_version < doc_version ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED";
        return jdbc.sql(sql)
                .param("limit", limit)
                .query((row, n) -> read(kind, row))
                .list();
    }

    /** The index holds these versions now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markIndexed(DocumentKind kind, Collection<Document> documents) {
        String sql = """
                UPDATE %s AS t SET indexed_version = d.version
                FROM unnest(CAST(:ids AS bigint[]), CAST(:versions AS bigint[])) AS d (id, version)
                WHERE t.id = d.id""".formatted(table(kind));
        jdbc.sql(sql)
                .param("ids", documents.stream().map(Document::id).toArray(Long[]::new))
                .param("versions", documents.stream().map(Document::version).toArray(Long[]::new))
                .update();
    }

    /** The next rows after an id, in the order of ids, locked against change until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Document> scan(DocumentKind kind, long afterId, int limit) {
        String sql = "SELECT " + columns(kind) + " WHERE id > :after ORDER BY id LIMIT :limit FOR SHARE";
        return jdbc.sql(sql)
                .param("after", afterId)
                .param("limit", limit)
                .query((row, n) -> read(kind, row))
                .list();
    }

    /** How many rows the index does not hold yet. */
    public long countDirty(DocumentKind kind) {
        return jdbc.sql("SELECT count(*) FROM " + table(kind) + " WHERE indexed_version < doc_version")
                .query(Long.class)
                .single();
    }

    /** Counts the rows, all as of one moment. */
    public Tally tally(DocumentKind kind) {
        String document = switch (kind) {
            case POSTS -> "emptied_at IS NULL";
            case ACCOUNTS -> "username IS NOT NULL";
        };
        String sql = """
                SELECT count(*), count(*) FILTER (WHERE %s), count(*) FILTER (WHERE indexed_version < doc_version),
                       coalesce(min(id) FILTER (WHERE id >= 0), 0), coalesce(max(id), -1)
                FROM %s""".formatted(document, table(kind));
        return jdbc.sql(sql)
                .query((row, n) ->
                        new Tally(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .single();
    }

    /** How many of these rows are as the index is known to have them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long countIndexed(DocumentKind kind, Collection<Document> documents) {
        return jdbc.sql("SELECT count(*) FROM " + table(kind)
                        + " WHERE id = ANY(:ids) AND indexed_version = doc_version")
                .param("ids", documents.stream().map(Document::id).toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private static String table(DocumentKind kind) {
        return switch (kind) {
            case POSTS -> "post_document";
            case ACCOUNTS -> "account_document";
        };
    }

    private static String columns(DocumentKind kind) {
        return switch (kind) {
            case POSTS -> POST;
            case ACCOUNTS -> ACCOUNT;
        };
    }

    private static Document read(DocumentKind kind, ResultSet row) throws SQLException {
        Document.Content content = switch (kind) {
            case POSTS -> post(row);
            case ACCOUNTS -> account(row);
        };
        return new Document(row.getLong("id"), row.getLong("doc_version"), content);
    }

    private static Document.@Nullable Post post(ResultSet row) throws SQLException {
        if (row.getObject("emptied_at") != null) {
            return null;
        }
        return new Document.Post(
                row.getLong("author_id"),
                row.getBoolean("author_findable") && row.getBoolean("open"),
                row.getBoolean("author_limited"),
                List.of((Long[]) row.getArray("readers").getArray()),
                row.getString("text"),
                row.getString("around"),
                strings(row, "traits"),
                row.getString("language"),
                strings(row, "hashtags"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getInt("popularity"));
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static Document.@Nullable Account account(ResultSet row) throws SQLException {
        String username = row.getString("username");
        return username == null
                ? null
                : new Document.Account(username, row.getString("display_name"), row.getBoolean("limited"));
    }
}
