package io.microblog.kit.page;

import java.net.URI;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PublicHttpTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://push.example/a",
                "https://push.example:443/a",
                "http://93.184.216.34/",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/"
            })
    void reachesThePublicWeb(String address) {
        assertThat(PublicHttp.mayReach(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost/",
                "https://push.localhost/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://push.example:8443/",
                "https://user@push.example/",
                "mailto:a@push.example"
            })
    void reachesNothingElse(String address) {
        assertThat(PublicHttp.mayReach(URI.create(address))).isFalse();
    }
}
