package io.microblog.user.oauth;

import java.util.List;
import java.util.stream.IntStream;

import io.microblog.user.IntegrationTest;
import io.microblog.user.World;
import io.microblog.user.World.App;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AppTokenIntegrationTests {

    @Autowired
    World world;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JdbcClient jdbc;

    @Test
    void keepsTheNewestOfAnApp() {
        App app = world.anApp("read", World.OUT_OF_BAND);
        List<String> tokens = IntStream.range(0, AuthorizationService.MOST_OWN_TOKENS + 2)
                .mapToObj(i -> world.tokenOf(app, "read"))
                .toList();

        assertThat(status(tokens.get(0))).isEqualTo(401);
        assertThat(status(tokens.get(1))).isEqualTo(401);
        assertThat(status(tokens.get(2))).isEqualTo(200);
        assertThat(status(tokens.getLast())).isEqualTo(200);
        assertThat(rows(app)).isEqualTo(AuthorizationService.MOST_OWN_TOKENS);
    }

    @Test
    void forgetsWhatNobodyUses() {
        App app = world.anApp("read", World.OUT_OF_BAND);
        String used = world.tokenOf(app, "read");
        String unused = world.tokenOf(app, "read");
        String personal = world.aPerson("alice").accessToken();
        jdbc.sql("UPDATE oauth_authorization SET used_on = used_on - 31").update();
        assertThat(status(used)).isEqualTo(200);

        authorizations.forgetUnused();

        assertThat(status(used)).isEqualTo(200);
        assertThat(status(unused)).isEqualTo(401);
        assertThat(status(personal)).isEqualTo(200);
    }

    private int status(String token) {
        return world.exchange("bearer", token).status();
    }

    private long rows(App app) {
        return jdbc.sql("SELECT count(*) FROM oauth_authorization WHERE app_id = ?")
                .param(Long.valueOf(app.id()))
                .query(Long.class)
                .single();
    }
}
