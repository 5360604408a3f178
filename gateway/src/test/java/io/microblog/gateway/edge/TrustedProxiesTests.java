package io.microblog.gateway.edge;

import java.net.InetAddress;
import java.util.List;

import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedProxiesTests {

    private static final InetAddress PEER = address("10.0.0.1");

    private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "192.0.2.7", "2001:db8::/32"));

    @Test
    void knowsAddressesAndNetworks() {
        assertThat(proxies.contain(address("10.200.0.1"))).isTrue();
        assertThat(proxies.contain(address("192.0.2.7"))).isTrue();
        assertThat(proxies.contain(address("2001:db8::9"))).isTrue();
        assertThat(proxies.contain(address("192.0.2.8"))).isFalse();
        assertThat(proxies.contain(address("2001:db9::9"))).isFalse();
        assertThat(new TrustedProxies(List.of()).contain(PEER)).isFalse();
    }

    @Test
    void takesTheLastAddressThatIsNotOneOfThem() {
        assertThat(proxies.clientIn(List.of("203.0.113.9", "198.51.100.3", "10.0.0.2"), PEER))
                .isEqualTo(address("198.51.100.3"));
    }

    @Test
    void believesNothingBeforeWhatItCannotRead() {
        assertThat(proxies.clientIn(List.of("203.0.113.9", "unknown", "10.0.0.2"), PEER))
                .isEqualTo(address("10.0.0.2"));
        assertThat(proxies.clientIn(List.of(), PEER)).isEqualTo(PEER);
    }

    @Test
    void refusesNamesInItsConfiguration() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TrustedProxies(List.of("proxy.example")));
    }

    private static InetAddress address(String text) {
        return requireNonNull(NetUtil.createInetAddressFromIpAddressString(text));
    }
}
