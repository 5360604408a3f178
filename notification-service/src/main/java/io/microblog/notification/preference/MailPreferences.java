package io.microblog.notification.preference;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails people have switched off. Without a word from them they get all. */
@Component
public class MailPreferences {

    private final JdbcClient jdbc;

    MailPreferences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the person wants mails of this kind. */
    public boolean wants(long accountId, MailKind kind) {
        return !stopped(Set.of(accountId)).getOrDefault(accountId, Set.of()).contains(kind);
    }

    /** The kinds of mails that some people do not want, by person. */
    public Map<Long, Set<MailKind>> stopped(Set<Long> accountIds) {
        return jdbc
                .sql("SELECT account_id, kind FROM stopped_mail WHERE account_id = ANY (CAST(:accounts AS bigint[]))")
                .param("accounts", accountIds.toArray(Long[]::new))
                .query((row, number) -> Map.entry(
                        row.getLong("account_id"),
                        MailKind.of(row.getString("kind")).orElseThrow()))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    void stop(long accountId, MailKind kind) {
        change(
                "INSERT INTO stopped_mail (account_id, kind) VALUES (:account, :kind) ON CONFLICT DO NOTHING",
                accountId,
                kind);
    }

    void resume(long accountId, MailKind kind) {
        change("DELETE FROM stopped_mail WHERE account_id = :account AND kind = :kind", accountId, kind);
    }

    private void change(String sql, long accountId, MailKind kind) {
        jdbc.sql(sql).param("account", accountId).param("kind", kind.wireName()).update();
    }
}
