package io.microblog.user.signup;

import io.microblog.kit.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class UsernameRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"a", "Alice_99", "_", "0", "abcdefghijabcdefghijabcdefghij"})
    void takesPlainNames(String username) {
        assertThat(UsernameRule.check(username)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "аlice", // Cyrillic a
                "alıce", // dotless i
                "ａlice", // full width
                "ali\u200bce", // zero width
                "\u202ealice", // right to left
                "alice.b",
                "alice b",
                "alice-b",
                "alice@b",
                "élise",
                "alice\n",
                "🙂"
            })
    void refusesLookAlikesAndTheInvisible(String username) {
        assertThat(UsernameRule.check(username)).map(FieldProblem::error).contains("ERR_INVALID");
    }

    @ParameterizedTest
    @CsvSource({"'', ERR_BLANK", "ROOT, ERR_RESERVED", "sign_in, ERR_RESERVED", "Support, ERR_RESERVED"})
    void saysWhy(String username, String error) {
        assertThat(UsernameRule.check(username)).map(FieldProblem::error).contains(error);
    }

    @Test
    void refusesMoreThanThirty() {
        assertThat(UsernameRule.check("a".repeat(31))).map(FieldProblem::error).contains("ERR_TOO_LONG");
    }
}
