package io.microblog.kit.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BaseUrlTests {

    @Test
    void givesThePartsOfTheOrigin() {
        BaseUrl base = new BaseUrl("http://localhost:8080/");

        assertThat(base.value()).isEqualTo("http://localhost:8080");
        assertThat(base.host()).isEqualTo("localhost");
        assertThat(base.authority()).isEqualTo("localhost:8080");
        assertThat(base.secure()).isFalse();
        assertThat(base.resolve("/@a")).isEqualTo(base.resolve("@a")).isEqualTo("http://localhost:8080/@a");
        assertThat(new BaseUrl("https://blog.example").secure()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "blog.example",
                "ftp://blog.example",
                "https://",
                "https://blog.example/path",
                "https://blog.example?x",
                "https://me@blog.example",
                "https://blog example"
            })
    void refusesWhatIsNoOrigin(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BaseUrl(value))
                .withMessageContaining("microblog.base-url");
    }

    @Test
    void namesCookiesThatBelongToItAlone() {
        assertThat(new BaseUrl("https://blog.example").cookie("session")).isEqualTo("__Host-session");
        assertThat(new BaseUrl("http://localhost:8080").cookie("session")).isEqualTo("session");
    }
}
