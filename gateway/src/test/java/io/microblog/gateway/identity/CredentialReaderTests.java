package io.microblog.gateway.identity;

import java.util.Optional;

import io.microblog.gateway.routing.Access;
import io.microblog.gateway.routing.RoutePolicy;
import io.microblog.gateway.routing.TrafficClass;
import io.microblog.kit.web.BaseUrl;
import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpCookie;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialReaderTests {

    @Test
    void overTlsASessionFromAnotherHostIsNone() {
        var reader = new CredentialReader("session", new BaseUrl("https://blog.example"));

        assertThat(reader.read(with("session", "planted"))).isEmpty();
        assertThat(reader.read(with("__Host-session", "own")).map(Credential::secret))
                .isEqualTo(Optional.of("own"));
    }

    @Test
    void withoutTlsThereIsThePlainName() {
        var reader = new CredentialReader("session", new BaseUrl("http://localhost:8080"));

        assertThat(reader.read(with("session", "own")).map(Credential::secret)).isEqualTo(Optional.of("own"));
    }

    private static MockServerWebExchange with(String cookie, String value) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/").cookie(new HttpCookie(cookie, value)));
        var policy = new RoutePolicy(Access.EXCHANGE, DataSize.ofKilobytes(1), TrafficClass.API, false);
        exchange.getAttributes()
                .put(
                        ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR,
                        Route.async()
                                .id("route")
                                .uri("http://localhost")
                                .predicate(any -> true)
                                .metadata(RoutePolicy.class.getName(), policy)
                                .build());
        return exchange;
    }
}
