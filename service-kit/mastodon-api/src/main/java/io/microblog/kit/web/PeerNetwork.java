package io.microblog.kit.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who is counted as one behind a client's address, and how much of a limit that allows.
 *
 * <p>A customer has a whole /64 of IPv6 addresses, often a /56 and sometimes a /48 (RFC 6177). So the /64 counts as one
 * peer; the wider ones count too, with room for some neighbours who behave, so that nobody wins a fresh allowance by
 * walking through what is theirs anyway. An IPv4 address counts for itself.
 *
 * @param name the network's, or the address
 * @param share how many times the limit of one peer the network has altogether
 */
public record PeerNetwork(String name, int share) {

    private static final Width[] IPV6 = {new Width(64, 1), new Width(56, 4), new Width(48, 16)};

    private record Width(int prefix, int share) {

        PeerNetwork of(Inet6Address address) {
            byte[] network = Arrays.copyOf(address.getAddress(), prefix / Byte.SIZE);
            return new PeerNetwork(HexFormat.of().formatHex(network) + "/" + prefix, share);
        }
    }

    /** The networks that a request from this address is counted against, the narrowest first. */
    public static List<PeerNetwork> of(String address) {
        return parse(address) instanceof Inet6Address v6
                ? Stream.of(IPV6).map(width -> width.of(v6)).toList()
                : List.of(new PeerNetwork(plain(address), 1));
    }

    /** The narrowest of them: who is behind the address. */
    public static String nameOf(String address) {
        return of(address).getFirst().name();
    }

    private static String plain(String address) {
        InetAddress parsed = parse(address);
        return parsed == null ? address : parsed.getHostAddress();
    }

    /** An IPv4 address written as one of IPv6 is read as what it is; a zone says nothing about who it is. */
    private static @Nullable InetAddress parse(String address) {
        try {
            return InetAddress.ofLiteral(address.split("%", 2)[0]);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
