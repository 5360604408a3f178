package io.microblog.gateway.edge;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The proxies in front of the gateway whose word about the client's address counts. */
@Component
class TrustedProxies {

    private final List<IpSubnetFilterRule> networks;

    /** Addresses or networks such as {@code 10.0.0.0/8}; usually none. */
    TrustedProxies(@Value("${microblog.trusted-proxies:}") List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    boolean contain(InetAddress address) {
        var socket = new InetSocketAddress(address, 0);
        return networks.stream().anyMatch(network -> network.matches(socket));
    }

    /** The last address that none of them has, seen from here; the peer itself where the chain says nothing usable. */
    InetAddress clientIn(List<String> chain, InetAddress peer) {
        InetAddress client = peer;
        for (String hop : chain.reversed()) {
            InetAddress address = parse(hop);
            if (address == null) {
                return client;
            }
            client = address;
            if (!contain(address)) {
                return client;
            }
        }
        return client;
    }

    private static @Nullable InetAddress parse(String hop) {
        return NetUtil.createInetAddressFromIpAddressString(hop);
    }

    private static IpSubnetFilterRule network(String text) {
        String[] parts = text.strip().split("/", 2);
        InetAddress address = parse(parts[0]);
        if (address == null) {
            throw new IllegalArgumentException("microblog.trusted-proxies: not an address: " + text);
        }
        int prefix = parts.length == 2 ? Integer.parseInt(parts[1]) : address.getAddress().length * Byte.SIZE;
        return new IpSubnetFilterRule(address, prefix, IpFilterRuleType.ACCEPT);
    }
}
