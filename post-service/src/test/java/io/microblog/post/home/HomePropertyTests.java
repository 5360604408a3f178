package io.microblog.post.home;

import java.util.stream.LongStream;

import io.microblog.post.PostServiceTest;
import io.microblog.post.Town;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

import static org.assertj.core.api.Assertions.fail;

/**
 * Homes hold what the model says, whatever people do, while consumers stop and start and events come again. A failure is
 * told by the shortest history that shows it.
 *
 * <p>Other histories, or more of them: {@code -Dhistories.seed=1000 -Dhistories.count=100}.
 */
@PostServiceTest
class HomePropertyTests {

    private static final int LENGTH = 120;

    @Autowired
    private Town town;

    @Autowired
    private Upkeep upkeep;

    @Autowired
    private KafkaListenerEndpointRegistry consumers;

    @ParameterizedTest
    @MethodSource("seeds")
    void homesEqualTheModel(long seed) {
        History history = History.random(seed, LENGTH);
        if (difference(history) != null) {
            History shortest = history.shrink(part -> difference(part) != null);
            fail("Seed %d: %s%n%s", seed, difference(shortest), shortest);
        }
    }

    static LongStream seeds() {
        return LongStream.iterate(Long.getLong("histories.seed", 1), seed -> seed + 1)
                .limit(Integer.getInteger("histories.count", 10));
    }

    private @Nullable String difference(History history) {
        return new Enactment(town, upkeep, consumers).difference(history);
    }
}
