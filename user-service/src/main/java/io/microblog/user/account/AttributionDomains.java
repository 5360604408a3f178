package io.microblog.user.account;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.microblog.kit.problem.Invalid;

/** Domains whose pages may name somebody as their author. */
final class AttributionDomains {

    static final int MOST = 10;

    private static final String FIELD = "attribution_domains";
    private static final Pattern AROUND = Pattern.compile("^https?://|^\\*\\.|/.*$");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private AttributionDomains() {}

    /**
     * The domains that somebody names, one an entry or a line, in ASCII and each once.
     *
     * @param problems gets to know what cannot be
     */
    static List<String> read(List<String> wish, Invalid.Builder problems) {
        List<String> domains = wish.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> ascii(AROUND.matcher(line.toLowerCase(Locale.ROOT)).replaceAll("")))
                .distinct()
                .toList();
        if (domains.size() > MOST) {
            problems.field(FIELD, "ERR_TOO_MANY", "has more than " + MOST + " entries");
        } else if (!domains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches())) {
            problems.field(FIELD, "ERR_INVALID", "has an entry that is not a domain");
        }
        return domains;
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException noName) {
            return domain;
        }
    }
}
