package io.microblog.user.login;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

import io.microblog.kit.event.Outbox;
import io.microblog.kit.problem.FieldProblem;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.account.AccountErased;
import io.microblog.user.account.AccountService;
import io.microblog.user.account.WeeklyActivity;
import io.microblog.user.letter.SecurityMails;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens logins and checks passwords. */
@Service
public class LoginService {

    /** Writes on the first use of a day alone. */
    private static final String TOUCH = """
        WITH touched AS (
            UPDATE login l SET active_on = :today FROM login before
            WHERE l.account_id = :id AND before.account_id = :id AND l.active_on < :today
            RETURNING before.active_on),
        noted AS (
            INSERT INTO active_day (day, account_id) SELECT :today, :id FROM touched ON CONFLICT DO NOTHING)
        SELECT active_on FROM touched
        """;

    private final LoginRepository logins;
    private final AccountService accounts;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final PasswordHashing passwords;
    private final WeeklyActivity activity;
    private final ActiveDays days;
    private final SecurityMails mails;
    private final ApplicationEventPublisher events;

    LoginService(
            LoginRepository logins,
            AccountService accounts,
            Outbox outbox,
            JdbcClient jdbc,
            PasswordHashing passwords,
            WeeklyActivity activity,
            ActiveDays days,
            SecurityMails mails,
            ApplicationEventPublisher events) {
        this.events = events;
        this.mails = mails;
        this.activity = activity;
        this.days = days;
        this.passwords = passwords;
        this.logins = logins;
        this.accounts = accounts;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Opens the login of an account whose address has been proved. Part of the caller's transaction. */
    @Transactional
    public void open(long accountId, NewLogin details) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Login login = logins.save(new Login(accountId, details, Instant.now()));
        outbox.append(login.contactChanged());
        activity.count(WeeklyActivity.Kind.LOGINS, today);
        days.note(accountId, today);
    }

    /** Whether an account has this address (lower case). */
    public boolean isTaken(String email) {
        return logins.existsByEmail(email);
    }

    /** A salted hash, to be stored. Takes long on purpose. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** The account that has this name or address. */
    public Optional<Long> identify(String name) {
        @Nullable
        Long id = name.contains("@") ? null : accounts.findId(name.strip()).orElse(null);
        return id != null
                ? Optional.of(id)
                : logins.findByEmail(EmailAddress.canonical(name)).map(Login::accountId);
    }

    /** Whether this is the account's password. Takes the same time when there is no account. */
    public boolean isPassword(@Nullable Long accountId, String password) {
        Login login = accountId == null ? null : logins.findById(accountId).orElse(null);
        return passwords.matches(password, login == null ? null : login.passwordHash());
    }

    /** The account's address. */
    public String emailOf(long accountId) {
        return logins.findById(accountId).orElseThrow(NotFound::new).email();
    }

    /** Gives the account another password, as {@link #hash} has it, and ends open links. Sessions are the caller's concern. */
    @Transactional
    public void changePassword(long accountId, String hash) {
        logins.findForUpdate(accountId).orElseThrow(NotFound::new).changePassword(hash);
        mails.endLinks(accountId);
    }

    /**
     * Gives the account another address, which has been proved, and ends open links.
     *
     * @return whether nobody had it meanwhile
     */
    @Transactional
    public boolean changeEmail(long accountId, String email) {
        Login login = logins.findForUpdate(accountId).orElseThrow(NotFound::new);
        if (logins.existsByEmail(email)) {
            return false;
        }
        login.changeEmail(email);
        mails.endLinks(accountId);
        outbox.append(login.contactChanged());
        return true;
    }

    /** Whoever had the account cannot be reached, nor sign in. In the transaction of the change. */
    @EventListener
    void on(AccountErased erased) {
        long id = erased.accountId();
        logins.findForUpdate(id).ifPresent(login -> {
            outbox.append(login.forgotten());
            events.publishEvent(new AddressForgotten(login.email()));
            logins.delete(login);
        });
        days.forget(id);
    }

    /** What is wrong with a password that the account's owner would like to have. */
    public Optional<FieldProblem> problemOf(String password, long accountId) {
        return PasswordRule.check(password, accounts.require(accountId).username(), emailOf(accountId));
    }

    /** Notes that the person uses the server today. */
    public void touch(long accountId) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        jdbc.sql(TOUCH)
                .param("today", today)
                .param("id", accountId)
                .query(LocalDate.class)
                .optional()
                .filter(before -> WeeklyActivity.areWeeksApart(before, today))
                .ifPresent(before -> activity.count(WeeklyActivity.Kind.LOGINS, today));
    }

    /** How many people used the server since {@code day}. */
    public long countActiveSince(LocalDate day) {
        return jdbc.sql("SELECT count(*) FROM login WHERE active_on >= :day")
                .param("day", day)
                .query(Long.class)
                .single();
    }
}
