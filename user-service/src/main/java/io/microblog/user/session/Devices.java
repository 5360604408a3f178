package io.microblog.user.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.microblog.user.account.AccountErased;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.secret.RandomToken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The devices that accounts have been used on, and those of the sessions that are open. */
@Service
class Devices {

    private static final Duration REMEMBERED_FOR = Duration.ofDays(400);

    private static final String SEE = """
        INSERT INTO known_device AS d (account_id, device_hash, seen_at) VALUES (:account, :hash, :now)
        ON CONFLICT (account_id, device_hash) DO UPDATE SET seen_at = excluded.seen_at
        """;
    private static final String OTHERS = """
        SELECT EXISTS (SELECT FROM known_device WHERE account_id = :account)
            AND NOT EXISTS (SELECT FROM known_device WHERE account_id = :account AND device_hash = :hash)
        """;
    private static final String LABEL = """
        INSERT INTO session_device (session_id, description, peer)
        SELECT primary_id, :description, :peer FROM spring_session WHERE session_id = :session
        ON CONFLICT (session_id) DO UPDATE SET description = excluded.description, peer = excluded.peer
        """;

    private final JdbcClient jdbc;
    private final DeviceCookie cookie;
    private final SecurityMails mails;
    private final TransactionTemplate transaction;

    Devices(JdbcClient jdbc, DeviceCookie cookie, SecurityMails mails, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.cookie = cookie;
        this.mails = mails;
        this.transaction = transaction;
    }

    /** What a device shows of itself; null when it is not known. */
    @Nullable
    String shownBy(HttpServletRequest request) {
        return cookie.read(request);
    }

    /** Whether the account has been used on the device that shows this. */
    boolean isKnown(@Nullable Long accountId, @Nullable String shown) {
        return accountId != null
                && shown != null
                && jdbc.sql("SELECT count(*) FROM known_device WHERE account_id = :account AND device_hash = :hash")
                                .param("account", accountId)
                                .param("hash", RandomToken.hash(shown))
                                .query(Integer.class)
                                .single()
                        == 1;
    }

    /** Notes who has just signed in where, and tells them by mail when it is a device that is new to the account. */
    void signedIn(long accountId, HttpServletRequest request, HttpServletResponse response) {
        String shown = shownBy(request);
        String device = shown == null ? cookie.issue(response) : shown;
        String description = DeviceCookie.describe(request);
        String session = request.getSession().getId();
        String peer = request.getRemoteAddr();
        transaction.executeWithoutResult(status -> {
            if (remember(accountId, RandomToken.hash(device))) {
                mails.send(LetterKind.NEW_DEVICE, accountId, description);
            }
            jdbc.sql(LABEL)
                    .param("session", session)
                    .param("description", description)
                    .param("peer", peer)
                    .update();
        });
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("DELETE FROM known_device WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT5M")
    void forgetUnused() {
        jdbc.sql("DELETE FROM known_device WHERE seen_at < :time")
                .param("time", Instant.now().minus(REMEMBERED_FOR).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether the account is known on other devices and not on this one. */
    private boolean remember(long accountId, String hash) {
        boolean isNew = jdbc.sql(OTHERS)
                .param("account", accountId)
                .param("hash", hash)
                .query(Boolean.class)
                .single();
        jdbc.sql(SEE)
                .param("account", accountId)
                .param("hash", hash)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
        return isNew;
    }
}
