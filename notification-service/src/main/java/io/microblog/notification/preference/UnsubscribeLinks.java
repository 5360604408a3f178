package io.microblog.notification.preference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.microblog.kit.security.KeyedHash;
import io.microblog.kit.web.BaseUrl;
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
     * @param former whether it is from when there were fewer kinds
     */
    record Target(long accountId, MailKind kind, boolean former) {

        /** The kinds that it switches off. */
        Set<MailKind> kinds() {
            return former && kind == MailKind.FOLLOW ? EnumSet.of(kind, MailKind.FOLLOW_REQUEST) : EnumSet.of(kind);
        }
    }

    /** The absolute link for a mail. */
    public String of(long accountId, MailKind kind) {
        return base.resolve(PATH + "?token=" + token(accountId + "." + kind.wireName(), hash));
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
        return MailKind.of(parts[1]).map(kind -> new Target(Long.parseLong(parts[0]), kind, former));
    }

    private static boolean isGenuine(String token, String payload, KeyedHash hash) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(payload, hash).getBytes(StandardCharsets.UTF_8));
    }

    private static String token(String payload, KeyedHash hash) {
        return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.hash(payload));
    }
}
