package io.microblog.kit.account;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.microblog.event.AccountState;
import io.microblog.event.AccountState.Restrictions;
import io.microblog.event.Visibility;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skyscreamer.jsonassert.JSONAssert;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class PublicAccountTests {

    private static final BaseUrl BASE = new BaseUrl("https://blog.example");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void looksAsClientsExpectIt() throws Exception {
        AccountCounts counts = new AccountCounts(3, 2, 1, LocalDate.parse("2026-11-20"));
        PublicAccount account = PublicAccount.of(alice(false), counts, BASE);

        JSONAssert.assertEquals(sample("account.json"), JSON.writeValueAsString(account), true);
    }

    @Test
    void showsNothingOfASuspendedAccount() throws Exception {
        AccountCounts counts = new AccountCounts(3, 2, 1, LocalDate.parse("2026-11-20"));
        PublicAccount account = PublicAccount.of(alice(true), counts, BASE);

        JSONAssert.assertEquals(sample("suspended-account.json"), JSON.writeValueAsString(account), true);
    }

    @Test
    void saysThatAnAccountIsLimited() {
        PublicAccount account = PublicAccount.of(alice(false, new Restrictions(true, false)), AccountCounts.NONE, BASE);
        PublicAccount sensitized =
                PublicAccount.of(alice(false, new Restrictions(false, true)), AccountCounts.NONE, BASE);

        assertThat(JSON.valueToTree(account).at("/limited").asBoolean()).isTrue();
        assertThat(JSON.valueToTree(sensitized).has("limited")).isFalse();
    }

    @Test
    void canBeReadBackAndBePartOfALargerOne() {
        PublicAccount account = PublicAccount.of(alice(false), AccountCounts.NONE, BASE);

        assertThat(JSON.readValue(JSON.writeValueAsString(account), PublicAccount.class))
                .isEqualTo(account);
        JsonNode own = JSON.valueToTree(new Credential(account, "secret"));
        assertThat(own.get("display_name").asString()).isEqualTo("Alice");
        assertThat(own.get("source").asString()).isEqualTo("secret");
    }

    private record Credential(@JsonUnwrapped PublicAccount account, String source) {}

    private static AccountState alice(boolean suspended) {
        return alice(suspended, null);
    }

    private static AccountState alice(boolean suspended, @Nullable Restrictions restrictions) {
        return new AccountState(
                116000000000000001L,
                4,
                "alice",
                "Alice",
                "<p>Hello</p>",
                "/media/avatars/1.png",
                null,
                true,
                false,
                true,
                true,
                suspended,
                List.of(new AccountState.Field("Home", "<a href=\"https://a.example\">a</a>", null)),
                new AccountState.PostingDefaults(Visibility.PUBLIC, false, null),
                Instant.parse("2026-11-01T17:30:00.123Z"),
                null,
                restrictions);
    }

    private static String sample(String name) throws Exception {
        try (InputStream in = PublicAccountTests.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
