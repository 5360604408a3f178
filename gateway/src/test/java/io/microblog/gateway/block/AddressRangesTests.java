package io.microblog.gateway.block;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressRangesTests {

    private final AddressRanges ranges =
            new AddressRanges(List.of("192.0.2.0/24", "198.51.100.128/25", "203.0.113.7/32", "2001:db8::/33"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0",
                "192.0.2.255",
                "::ffff:192.0.2.7",
                "198.51.100.128",
                "203.0.113.7",
                "2001:db8::1",
                "2001:db8:7fff:ffff::1%eth0"
            })
    void findsWhatIsInside(String peer) {
        assertThat(ranges.contain(peer)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.3.0",
                "198.51.100.127",
                "203.0.113.6",
                "2001:db8:8000::1",
                "2001:db9::1",
                "c000:200::",
                "unknown",
                ""
            })
    void leavesWhatIsOutside(String peer) {
        assertThat(ranges.contain(peer)).isFalse();
    }

    @Test
    void mayBeEverybodyOfAKind() {
        var all = new AddressRanges(List.of("0.0.0.0/0"));

        assertThat(all.contain("192.0.2.1")).isTrue();
        assertThat(all.contain("2001:db8::1")).isFalse();
        assertThat(AddressRanges.NONE.contain("192.0.2.1")).isFalse();
    }
}
