package io.microblog.translation.language;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The language pairs as a provider last told them. */
@Repository
class LanguageRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    LanguageRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param age how long ago the provider told them */
    record Told(LanguagePairs languages, Duration age) {}

    Optional<Told> find(String provider) {
        return jdbc.sql("""
                        SELECT pairs, extract(epoch FROM now() - fetched_at)::bigint AS age
                        FROM provider_languages WHERE provider = :provider""")
                .param("provider", provider)
                .query((row, number) -> new Told(
                        new LanguagePairs(read(row.getString("pairs"))), Duration.ofSeconds(row.getLong("age"))))
                .optional();
    }

    void save(String provider, LanguagePairs languages) {
        jdbc.sql("""
                        INSERT INTO provider_languages (provider, pairs) VALUES (:provider, :pairs::jsonb)
                        ON CONFLICT (provider) DO UPDATE SET pairs = excluded.pairs, fetched_at = now()""")
                .param("provider", provider)
                .param("pairs", json.writeValueAsString(languages.pairs()))
                .update();
    }

    private Map<String, List<String>> read(String pairs) {
        return json.readValue(pairs, new TypeReference<Map<String, List<String>>>() {});
    }
}
