package io.microblog.post.author;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.event.AccountState;
import io.microblog.event.AccountState.PostingDefaults;
import io.microblog.event.AccountState.Restrictions;
import io.microblog.event.QuotePolicy;
import io.microblog.event.Visibility;
import io.microblog.kit.account.AccountCounts;
import io.microblog.kit.id.IdGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** An account as a row of the table {@code author}, and back. */
final class AuthorRows implements RowMapper<Author> {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<AccountState.Field>> FIELDS = new TypeReference<>() {};

    static Map<String, @Nullable Object> row(AccountState account) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("id", account.id());
        row.put("version", account.version());
        row.put("username", account.username());
        row.put("display_name", account.displayName());
        row.put("note", account.note());
        row.put("avatar", account.avatar());
        row.put("header", account.header());
        row.put("locked", account.locked());
        row.put("bot", account.bot());
        row.put("discoverable", account.discoverable());
        row.put("indexable", account.indexable());
        row.put("suspended", account.suspended());
        row.put("limited", account.limited());
        row.put("sensitized", account.sensitized());
        row.put("fields", JSON.writeValueAsString(account.fields()));
        row.put("default_visibility", account.postingDefaults().visibility());
        row.put("default_sensitive", account.postingDefaults().sensitive());
        row.put("default_language", account.postingDefaults().language());
        row.put("default_quote_policy", account.postingDefaults().quotePolicy());
        row.put("created_at", account.createdAt());
        row.put("attribution_domains", account.domains());
        return row;
    }

    @Override
    public Author mapRow(ResultSet row, int number) throws SQLException {
        return new Author(account(row), counts(row));
    }

    private static AccountState account(ResultSet row) throws SQLException {
        return new AccountState(
                row.getLong("id"),
                row.getLong("version"),
                row.getString("username"),
                row.getString("display_name"),
                row.getString("note"),
                row.getString("avatar"),
                row.getString("header"),
                row.getBoolean("locked"),
                row.getBoolean("bot"),
                row.getBoolean("discoverable"),
                row.getBoolean("indexable"),
                row.getBoolean("suspended"),
                fields(row.getString("fields")),
                new PostingDefaults(
                        Visibility.valueOf(row.getString("default_visibility")),
                        row.getBoolean("default_sensitive"),
                        row.getString("default_language"),
                        policy(row.getString("default_quote_policy"))),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("attribution_domains").getArray()),
                restrictions(row));
    }

    private static @Nullable Restrictions restrictions(ResultSet row) throws SQLException {
        boolean limited = row.getBoolean("limited");
        boolean sensitized = row.getBoolean("sensitized");
        return limited || sensitized ? new Restrictions(limited, sensitized) : null;
    }

    private static @Nullable QuotePolicy policy(@Nullable String name) {
        return name == null ? null : QuotePolicy.valueOf(name);
    }

    private static List<AccountState.Field> fields(String json) {
        return json.equals("[]") ? List.of() : JSON.readValue(json, FIELDS);
    }

    private static AccountCounts counts(ResultSet row) throws SQLException {
        long last = row.getLong("last_id");
        return new AccountCounts(
                row.getLong("followers"),
                row.getLong("following"),
                row.getLong("statuses"),
                last == 0 ? null : day(last));
    }

    private static LocalDate day(long postId) {
        return LocalDate.ofInstant(IdGenerator.timeOf(postId), ZoneOffset.UTC);
    }
}
