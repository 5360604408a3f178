package io.microblog.user.oauth;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.stereotype.Repository;

/** Keeps apps, and shows them to the authorization server. */
@Repository
class AppRepository implements RegisteredClientRepository {

    private static final String INSERT = """
            INSERT INTO oauth_app (id, client_id, secret_hash, name, website, redirect_uris, scopes)
            VALUES (:id, :clientId, :secretHash, :name, :website, :redirectUris, :scopes)
            """;

    private final JdbcClient jdbc;

    AppRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(App app) {
        jdbc.sql(INSERT)
                .param("id", app.id())
                .param("clientId", app.clientId())
                .param("secretHash", app.secretHash())
                .param("name", app.name())
                .param("website", app.website())
                .param("redirectUris", app.redirectUris().toArray(String[]::new))
                .param("scopes", app.scopes().toArray(String[]::new))
                .update();
    }

    Optional<App> findApp(String clientId) {
        return jdbc.sql("SELECT * FROM oauth_app WHERE client_id = :clientId")
                .param("clientId", clientId)
                .query(AppRepository::map)
                .optional();
    }

    Optional<App> findApp(long id) {
        return jdbc.sql("SELECT * FROM oauth_app WHERE id = :id")
                .param("id", id)
                .query(AppRepository::map)
                .optional();
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return findApp(clientId).map(App::registered).orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findApp(Long.parseLong(id)).map(App::registered).orElse(null);
    }

    /** Apps register by the API alone, and never change. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException();
    }

    private static App map(ResultSet row, int number) throws SQLException {
        return new App(
                row.getLong("id"),
                row.getString("client_id"),
                row.getString("secret_hash"),
                row.getString("name"),
                row.getString("website"),
                texts(row, "redirect_uris"),
                new LinkedHashSet<>(texts(row, "scopes")));
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
