package io.microblog.gateway.block;

import java.net.InetAddress;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Networks, among which an address is found by one look for each length of prefix that there is, however many they are. */
final class AddressRanges {

    /** In none. */
    static final AddressRanges NONE = new AddressRanges(Set.of());

    /** The beginnings of addresses with so many bits, for IPv4 and for IPv6. */
    private final Map<Integer, Set<Prefix>> prefixes = new TreeMap<>();

    private record Prefix(int addressLength, BitSet bits) {

        static Prefix of(byte[] address, int length) {
            var bits = new BitSet(length);
            for (int bit = 0; bit < length; bit++) {
                bits.set(bit, (address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) == 1);
            }
            return new Prefix(address.length, bits);
        }
    }

    /**
     * Takes networks such as {@code 192.0.2.0/24} and {@code 2001:db8::/32}.
     *
     * @throws IllegalArgumentException when one is none
     */
    AddressRanges(Collection<String> networks) {
        for (String network : networks) {
            String[] parts = network.split("/", 2);
            int length = Integer.parseInt(parts[1]);
            byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
            prefixes.computeIfAbsent(length, any -> new HashSet<>()).add(Prefix.of(address, length));
        }
    }

    /** Whether one of them contains the address; what is no address is in none. */
    boolean contain(String peer) {
        if (prefixes.isEmpty()) {
            return false;
        }
        try {
            byte[] address = InetAddress.ofLiteral(peer.split("%", 2)[0]).getAddress();
            return prefixes.entrySet().stream()
                    .anyMatch(some -> some.getKey() <= address.length * Byte.SIZE
                            && some.getValue().contains(Prefix.of(address, some.getKey())));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
