package io.microblog.user.login;

import java.util.Optional;

import io.microblog.kit.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordRuleTests {

    @ParameterizedTest
    @ValueSource(strings = {"seven green apples", "ñandú-volador", "密码密码密码密码", "ähmjatot"})
    void takesAnyScript(String password) {
        assertThat(check(password)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', ERR_BLANK",
        "'         ', ERR_BLANK",
        "abcdefg, ERR_TOO_SHORT",
        "🙂🙂🙂🙂🙂🙂🙂, ERR_TOO_SHORT",
        "password, ERR_COMMON",
        "QWERTYUIOP, ERR_COMMON",
        "contraseña, ERR_COMMON",
        "Gertrude_1, ERR_COMMON",
        "gertrude@example.org, ERR_COMMON"
    })
    void saysWhy(String password, String error) {
        assertThat(check(password)).map(FieldProblem::error).contains(error);
    }

    @Test
    void countsCharactersNotBytes() {
        assertThat(check("é".repeat(128))).isEmpty();
        assertThat(check("é".repeat(129))).map(FieldProblem::error).contains("ERR_TOO_LONG");
    }

    private static Optional<FieldProblem> check(String password) {
        return PasswordRule.check(password, "gertrude_1", "gertrude@example.org");
    }
}
