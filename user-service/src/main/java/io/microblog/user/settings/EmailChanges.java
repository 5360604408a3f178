package io.microblog.user.settings;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.microblog.user.account.AccountErased;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.letter.UsedLinks;
import io.microblog.user.login.LoginService;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of address: they hold once both ends have agreed, in whatever order. */
@Service
class EmailChanges {

    private static final String BEGIN = """
        INSERT INTO email_change (account_id, email, present_letter, next_letter, expires_at)
        VALUES (:account, :email, :present, :next, :expiry)
        ON CONFLICT (account_id) DO UPDATE SET email = excluded.email, present_letter = excluded.present_letter,
            next_letter = excluded.next_letter, expires_at = excluded.expires_at,
            present_confirmed = false, next_confirmed = false
        """;
    private static final String AGREE = """
        UPDATE email_change SET present_confirmed = present_confirmed OR present_letter = :letter,
            next_confirmed = next_confirmed OR next_letter = :letter
        WHERE (present_letter = :letter OR next_letter = :letter) AND expires_at > :now
        RETURNING account_id, email, present_confirmed AND next_confirmed AS agreed
        """;
    private static final String FIND = """
        SELECT account_id, email, CASE WHEN present_letter = :letter THEN present_confirmed ELSE next_confirmed END AS agreed
        FROM email_change
        WHERE (present_letter = :letter OR next_letter = :letter) AND expires_at > :now
        """;

    private final JdbcClient jdbc;
    private final LoginService logins;
    private final SecurityMails mails;
    private final UsedLinks usedLinks;

    EmailChanges(JdbcClient jdbc, LoginService logins, SecurityMails mails, UsedLinks usedLinks) {
        this.jdbc = jdbc;
        this.logins = logins;
        this.mails = mails;
        this.usedLinks = usedLinks;
    }

    /**
     * A change on its way.
     *
     * @param agreed whether the end that was looked for has agreed; when one has just agreed, whether both have
     */
    record Change(long accountId, String email, boolean agreed) {}

    private record Ends(UUID presentLetter, UUID nextLetter) {}

    /** What came of an agreement. */
    enum Outcome {
        /** The other end has yet to agree. */
        WAITING,
        /** The account has the new address. */
        CHANGED,
        /** It had got it before: both links have been used. */
        CHANGED_ALREADY,
        /** The link is wrong or too old, or another change has taken its place. */
        INVALID
    }

    /** Writes to both ends. An address that has an account already gets no letter, so its end never agrees. */
    @Transactional
    public void begin(long account, String email) {
        UUID present = mails.send(LetterKind.EMAIL_CHANGE, account, email);
        UUID next = logins.isTaken(email)
                ? mails.pretend(LetterKind.EMAIL_CHANGE)
                : mails.send(LetterKind.EMAIL_CHANGE, account, email, email);
        jdbc.sql(BEGIN)
                .param("account", account)
                .param("email", email)
                .param("present", present)
                .param("next", next)
                .param(
                        "expiry",
                        Instant.now().plus(LetterKind.EMAIL_CHANGE.lifetime()).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The change that a link is about. */
    Optional<Change> find(String token) {
        return open(token).flatMap(letter -> run(FIND, letter));
    }

    /** What a link that asks for nothing came to before, if anything. */
    Outcome pastOf(String token) {
        return mails.read(LetterKind.EMAIL_CHANGE, token)
                        .filter(usedLinks::contains)
                        .isPresent()
                ? Outcome.CHANGED_ALREADY
                : Outcome.INVALID;
    }

    /** One end agrees. Agreeing again changes nothing. */
    @Transactional
    public Outcome agree(String token) {
        Optional<Change> change = open(token).flatMap(letter -> run(AGREE, letter));
        if (change.isEmpty()) {
            return pastOf(token);
        }
        return change.get().agreed() ? complete(change.get()) : Outcome.WAITING;
    }

    private Outcome complete(Change change) {
        Optional<Ends> ends = jdbc.sql(
                        "DELETE FROM email_change WHERE account_id = :account RETURNING present_letter, next_letter")
                .param("account", change.accountId())
                .query(Ends.class)
                .optional();
        if (!logins.changeEmail(change.accountId(), change.email())) {
            return Outcome.INVALID;
        }
        ends.stream()
                .flatMap(both -> Stream.of(both.presentLetter(), both.nextLetter()))
                .forEach(usedLinks::remember);
        return Outcome.CHANGED;
    }

    private Optional<UUID> open(String token) {
        return mails.read(LetterKind.EMAIL_CHANGE, token)
                .filter(letter -> mails.ownerOf(LetterKind.EMAIL_CHANGE, letter).isPresent());
    }

    private Optional<Change> run(String sql, UUID letter) {
        return jdbc.sql(sql)
                .param("letter", letter)
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .query(Change.class)
                .optional();
    }

    /** In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        jdbc.sql("DELETE FROM email_change WHERE account_id = :account")
                .param("account", erased.accountId())
                .update();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void forgetExpired() {
        jdbc.sql("DELETE FROM email_change WHERE expires_at < :now")
                .param("now", Instant.now().atOffset(ZoneOffset.UTC))
                .update();
    }
}
