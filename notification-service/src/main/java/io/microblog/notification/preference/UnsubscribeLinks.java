package io.microblog.notification.preference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

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

    private static final String PURPOSE = "notification-service/unsubscribe/1";

    private final BaseUrl base;
    private final KeyedHash hash;

    UnsubscribeLinks(BaseUrl base, @Value("${microblog.link-key}") String linkKey) {
        this.base = base;
        this.hash = KeyedHash.of(linkKey, "MICROBLOG_LINK_KEY").derive(PURPOSE);
    }

    /** Whom and what a link concerns. */
    record Target(long accountId, MailKind kind) {}

    /** The absolute link for a mail. */
    public String of(long accountId, MailKind kind) {
        return base.resolve(PATH + "?token=" + token(accountId + "." + kind.wireName()));
    }

    /** What a token stands for; empty when it was not made here. */
    Optional<Target> read(String token) {
        int end = token.lastIndexOf('.');
        if (end < 0 || !isGenuine(token, token.substring(0, end))) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.");
        return MailKind.of(parts[1]).map(kind -> new Target(Long.parseLong(parts[0]), kind));
    }

    private boolean isGenuine(String token, String payload) {
        return MessageDigest.isEqual(
                token.getBytes(StandardCharsets.UTF_8), token(payload).getBytes(StandardCharsets.UTF_8));
    }

    private String token(String payload) {
        return payload + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(hash.hash(payload));
    }
}
