package io.microblog.notification.preference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.microblog.kit.security.KeyedHash;
import io.microblog.kit.web.BaseUrl;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Links that switch off one kind of mail for one person without signing in. They are signed with a key of this
 * service alone, and they never expire: an old mail must still be able to stop the next one.
 */
@Component
public class UnsubscribeLinks {

    static final String PATH = "/api/v1/mail/unsubscribe";

    private static final String PURPOSE = "notification-service/unsubscribe/2";

    /** Between what a link of a digest names. */
    private static final String SEPARATOR = "-";

    /** Of links from when mails of followers and of those who ask to follow were one kind. */
    private static final String FORMER_PURPOSE = "notification-service/unsubscribe/1";

    private final BaseUrl base;
    private final KeyedHash hash;
    private final KeyedHash formerHash;

    UnsubscribeLinks(BaseUrl base, @Value("${microblog.link-key}") String linkKey) {
        this.base = base;
        KeyedHash key = KeyedHash.of(linkKey, "MICROBLOG_LINK_KEY");
        this.hash = key.derive(PURPOSE);
        this.formerHash = key.derive(FORMER_PURPOSE);
    }

    /**
     * Whom and what a link concerns.
     *
     * @param digest the one it stops, null for a single kind
     * @param named the kinds that it names
     * @param former whether it is from when there were fewer kinds
     */
    record Target(long accountId, @Nullable MailMode digest, Set<MailKind> named, boolean former) {

        /** The kinds that it switches off: of a digest all that are told in it by now, too. */
        Set<MailKind> kinds(MailChoices choices) {
            var kinds = EnumSet.copyOf(named);
            if (digest != null) {
                Arrays.stream(MailKind.values())
                        .filter(kind -> choices.mode(kind) == digest)
                        .forEach(kinds::add);
            } else if (former && named.contains(MailKind.FOLLOW)) {
                kinds.add(MailKind.FOLLOW_REQUEST);
            }
            return kinds;
        }

        /** How its kinds were told. */
        MailMode mode() {
            return digest == null ? MailMode.AT_ONCE : digest;
        }

        /** The end of message keys. */
        String key() {
            return digest == null ? named.iterator().next().wireName() : "digest";
        }
    }

    /** The absolute link for a mail. */
    public String of(long accountId, MailKind kind) {
        return base.resolve(PATH + "?token=" + token(accountId + "." + kind.wireName(), hash));
    }

    /**
     * The absolute link for a digest.
     *
     * @param told the kinds of which it tells; one at least
     */
    public String ofDigest(long accountId, MailMode mode, Set<MailKind> told) {
        String matter = Stream.concat(Stream.of(mode.wireName()), told.stream().map(MailKind::wireName))
                .collect(Collectors.joining(SEPARATOR));
        return base.resolve(PATH + "?token=" + token(accountId + "." + matter, hash));
    }

    /** What a token stands for; empty when it was not made here. */
    Optional<Target> read(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0) {
            return Optional.empty();
        }
        String payload = token.substring(0, end);
        boolean former = isGenuine(token, payload, formerHash);
        if (!former && !isGenuine(token, payload, hash)) {
            return Optional.empty();
        }
        String[] parts = payload.split("\\.");
        List<String> names = List.of(parts[1].split(SEPARATOR));
        Set<MailKind> named =
                names.stream().flatMap(name -> MailKind.of(name).stream()).collect(Collectors.toSet());
        return Optional.of(new Target(Long.parseLong(parts[0]), digest(names.getFirst()), named, former));
    }

    private static @Nullable MailMode digest(String name) {
        return Arrays.stream(MailMode.values())
                .filter(mode -> mode.isDigest() && mode.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isGenuine(String token, String payload, KeyedHash hash) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(payload, hash).getBytes(StandardCharsets.UTF_8));
    }

    private static String token(String payload, KeyedHash hash) {
        return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.hash(payload));
    }
}
