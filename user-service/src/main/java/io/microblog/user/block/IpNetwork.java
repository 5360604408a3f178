package io.microblog.user.block;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.microblog.kit.problem.Invalid;
import org.jspecify.annotations.Nullable;

/** Reads networks as people write them, such as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address. */
final class IpNetwork {

    private static final Pattern FORM =
            Pattern.compile("([0-9]+(?:\\.[0-9]+){3}|[0-9A-Fa-f.]*:[0-9A-Fa-f.:]*)(?:/([0-9]{1,3}))?");

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private IpNetwork() {}

    /**
     * The network, with the length of its prefix. Bits behind the prefix are for the database to drop.
     *
     * @throws Invalid when it is none
     */
    static String check(@Nullable String wish) {
        String text = wish == null ? "" : wish.strip();
        if (text.isEmpty()) {
            throw Invalid.field("ip", "ERR_BLANK", "can't be blank");
        }
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw invalid();
        }
        InetAddress address = parse(form.group(1));
        int longest = address instanceof Inet4Address ? IPV4_BITS : IPV6_BITS;
        // Java makes an address of IPv4 of one that is written as IPv6.
        int written = form.group(1).contains(":") ? IPV6_BITS : IPV4_BITS;
        int prefix = form.group(2) == null ? longest : Integer.parseInt(form.group(2)) - (written - longest);
        if (prefix < 0 || prefix > longest) {
            throw invalid();
        }
        return address.getHostAddress() + "/" + prefix;
    }

    /** The address that somebody comes from: without a zone, and as one of IPv4 where it is that. */
    static Optional<String> peer(String address) {
        try {
            return Optional.of(InetAddress.ofLiteral(address.split("%", 2)[0]).getHostAddress());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static InetAddress parse(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static Invalid invalid() {
        return Invalid.field("ip", "ERR_INVALID", "is not a valid IP address or network");
    }
}
