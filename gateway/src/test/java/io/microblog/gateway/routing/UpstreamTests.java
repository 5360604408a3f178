package io.microblog.gateway.routing;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UpstreamTests {

    private final Upstream upstream = new Upstream(
            Backend.POST,
            List.of(URI.create("http://a:1/"), URI.create("http://b:2"), URI.create("http://c:3")),
            CircuitBreaker.ofDefaults("post-service"));

    @Test
    void asksTheCopiesInTurn() {
        assertThat(next(6))
                .containsExactly("http://a:1", "http://b:2", "http://c:3", "http://a:1", "http://b:2", "http://c:3");
    }

    @Test
    void leavesOutACopyThatCannotBeReached() {
        upstream.next().failed();

        assertThat(next(6)).doesNotContain("http://a:1").contains("http://b:2", "http://c:3");
    }

    @Test
    void takesACopyBackThatAnsweredAgain() {
        Instance first = upstream.next();
        first.failed();
        first.reached();

        assertThat(next(3)).contains("http://a:1");
    }

    @Test
    void asksAnyCopyWhenNoneCanBeReached() {
        Stream.generate(upstream::next).limit(3).forEach(Instance::failed);

        assertThat(next(3)).hasSize(3);
        assertThat(upstream.isUp()).isFalse();
    }

    private List<String> next(int times) {
        return Stream.generate(upstream::next).limit(times).map(Instance::base).toList();
    }
}
