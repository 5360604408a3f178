package io.microblog.user.oauth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.microblog.user.Browser.Answer;
import io.microblog.user.IntegrationTest;
import io.microblog.user.ReplicaKeepers;
import io.microblog.user.World;
import io.microblog.user.World.App;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AppIntegrationTests {

    @Autowired
    World world;

    @Autowired
    JdbcClient jdbc;

    @Test
    void registersInEveryEncoding() {
        var form =
                Map.of("client_name", "Pocket", "redirect_uris", "urn:ietf:wg:oauth:2.0:oob", "scopes", "read write");
        String json = """
            {"client_name":"Pocket","redirect_uris":["pocket://callback","https://pocket.example/cb"],
             "website":"https://pocket.example","unknown":{"a":[1]}}
            """;

        assertThat(world.browser().post("/api/v1/apps", form).status()).isEqualTo(200);
        assertThat(world.browser().postMultipart("/api/v1/apps", form).status()).isEqualTo(200);
        Answer answer = world.browser().postJson("/api/v1/apps", json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().get("redirect_uris").size()).isEqualTo(2);
        assertThat(answer.json().get("redirect_uri").asString())
                .isEqualTo("pocket://callback\nhttps://pocket.example/cb");
        assertThat(answer.json().get("scopes").toString()).isEqualTo("[\"read\"]");
        assertThat(answer.json().get("client_id").asString()).isNotBlank();
        assertThat(answer.json().get("client_secret").asString()).isNotBlank();
        assertThat(answer.json().get("website").asString()).isEqualTo("https://pocket.example");
        assertThat(answer.json().get("vapid_key").asString()).isEqualTo(ReplicaKeepers.PUSH_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://a.example/cb, read, https://a.example, client_name",
        "Pocket, '', read, https://a.example, redirect_uris",
        "Pocket, javascript:alert(1), read, https://a.example, redirect_uris",
        "Pocket, ms-msdt://, read, https://a.example, redirect_uris",
        "Pocket, http://a.example/cb, read, https://a.example, redirect_uris",
        "Pocket, https://user@a.example/cb, read, https://a.example, redirect_uris",
        "Pocket, https://a.example/cb#x, read, https://a.example, redirect_uris",
        "Pocket, /relative, read, https://a.example, redirect_uris",
        "Pocket, https://a.example/*, read, https://a.example, redirect_uris",
        "Pocket, https://a.example/cb, everything, https://a.example, scopes",
        "Pocket, https://a.example/cb, read, javascript:x, website"
    })
    void namesTheFieldThatIsWrong(String name, String redirect, String scopes, String website, String field) {
        long before = count();

        Answer answer = world.browser()
                .post(
                        "/api/v1/apps",
                        Map.of("client_name", name, "redirect_uris", redirect, "scopes", scopes, "website", website));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("details").propertyNames()).containsExactly(field);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isCalledByWhatPeopleSee() {
        var form = new HashMap<>(
                Map.of("client_name", "Pock\u200Bet\n\u202Eby the server", "redirect_uris", World.OUT_OF_BAND));
        assertThat(world.browser().post("/api/v1/apps", form).json().get("name").asString())
                .isEqualTo("Pocket by the server");

        for (String invisible : List.of("\u200B", "\u3164", "\u202E", "\n")) {
            form.put("client_name", invisible);
            Answer refused = world.browser().post("/api/v1/apps", form);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().get("details").propertyNames()).containsExactly("client_name");
        }
    }

    @Test
    void verifiesItself() {
        App app = world.anApp("read", World.OUT_OF_BAND);

        Answer answer = world.as(world.tokenOf(app, "read")).get("/api/v1/apps/verify_credentials");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("name").asString()).isEqualTo("Pocket");
        assertThat(answer.json().has("client_secret")).isFalse();
        assertThat(world.browser().get("/api/v1/apps/verify_credentials").status())
                .isEqualTo(401);
    }

    private long count() {
        return jdbc.sql("SELECT count(*) FROM oauth_app").query(Long.class).single();
    }
}
