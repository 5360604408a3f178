package io.microblog.user.verification;

import java.util.Optional;
import java.util.Set;

import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.web.BaseUrl;
import io.microblog.user.account.AccountErased;
import io.microblog.user.account.ProfileChanged;
import io.microblog.user.account.Verification;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the links of profiles some time after they changed, three times at most. Several instances share the work. */
@Component
class LinkChecks {

    private static final int ATTEMPTS = 3;

    private static final String REQUEST = """
            INSERT INTO link_check (account_id, due_at) VALUES (:account, now())
            ON CONFLICT (account_id) DO UPDATE SET due_at = now(), attempts = 0
            """;
    /** An attempt takes the next one with it, so a check whose instance dies is made again. */
    private static final String TAKE = """
            UPDATE link_check SET attempts = attempts + 1, due_at = now() + interval '5 minutes' * (attempts + 1)
            WHERE account_id = (
                SELECT account_id FROM link_check WHERE due_at <= now() ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING account_id, attempts
            """;

    private final JdbcClient jdbc;
    private final Verification profiles;
    private final LinkVerification links;

    LinkChecks(JdbcClient jdbc, Verification profiles, PageFetcher pages, BaseUrl base) {
        this.jdbc = jdbc;
        this.profiles = profiles;
        this.links = new LinkVerification(pages, base);
    }

    private record Check(long accountId, int attempts) {}

    /** In the transaction of the change. */
    @EventListener
    void on(ProfileChanged changed) {
        boolean hasLinks = profiles.find(changed.accountId())
                .filter(profile -> profile.values().stream().anyMatch(value -> value.contains("://")))
                .isPresent();
        if (hasLinks) {
            jdbc.sql(REQUEST).param("account", changed.accountId()).update();
        }
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("DELETE FROM link_check WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    @Scheduled(fixedDelayString = "PT2S", initialDelayString = "PT10S")
    void run() {
        Optional<Check> check = take();
        while (check.isPresent()) {
            run(check.get());
            check = take();
        }
    }

    private void run(Check check) {
        var profile = profiles.find(check.accountId());
        Set<String> verified = profile.map(links::verify).orElse(Set.of());
        profiles.verified(check.accountId(), verified);
        boolean done =
                profile.isEmpty() || verified.size() == profile.get().values().size();
        if (done || check.attempts() >= ATTEMPTS) {
            jdbc.sql("DELETE FROM link_check WHERE account_id = :account AND attempts = :attempts")
                    .param("account", check.accountId())
                    .param("attempts", check.attempts())
                    .update();
        }
    }

    private Optional<Check> take() {
        return jdbc.sql(TAKE).query(Check.class).optional();
    }
}
