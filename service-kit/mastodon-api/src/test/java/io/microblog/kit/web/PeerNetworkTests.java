package io.microblog.kit.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PeerNetworkTests {

    @Test
    void countsAnIpv4AddressForItself() {
        assertThat(PeerNetwork.of("192.0.2.7")).containsExactly(new PeerNetwork("192.0.2.7", 1));
        assertThat(PeerNetwork.of("::ffff:192.0.2.7")).isEqualTo(PeerNetwork.of("192.0.2.7"));
    }

    @ParameterizedTest
    @CsvSource({
        "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true, true, true",
        "2001:db8:1:2::1, 2001:DB8:1:3::1, false, true, true",
        "2001:db8:1:2::1, 2001:db8:1:100::1, false, false, true",
        "2001:db8:1:2::1, 2001:db8:2:2::1, false, false, false",
        "fe80::1%eth0, fe80::2%lo, true, true, true"
    })
    void countsNeighboursTogether(String one, String other, boolean by64, boolean by56, boolean by48) {
        var ours = PeerNetwork.of(one);
        var theirs = PeerNetwork.of(other);

        assertThat(ours.get(0).equals(theirs.get(0))).isEqualTo(by64);
        assertThat(ours.get(1).equals(theirs.get(1))).isEqualTo(by56);
        assertThat(ours.get(2).equals(theirs.get(2))).isEqualTo(by48);
    }

    @Test
    void leavesRoomForNeighboursWhoBehave() {
        assertThat(PeerNetwork.of("2001:db8::1")).extracting(PeerNetwork::share).containsExactly(1, 4, 16);
    }
}
