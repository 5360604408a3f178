package io.microblog.user.login;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

import io.microblog.kit.event.Outbox;
import io.microblog.user.account.AccountService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens logins and checks passwords. */
@Service
public class LoginService {

    private static final String SCHEME = "bcrypt-sha384";
    private static final PasswordEncoder ENCODER =
            new DelegatingPasswordEncoder(SCHEME, Map.of(SCHEME, new PrehashedBcrypt()));
    /** Compared with when nobody has the name, so that the answer takes as long as any other. */
    private static final String NOBODYS_HASH = Objects.requireNonNull(ENCODER.encode("nobody"));

    private final LoginRepository logins;
    private final AccountService accounts;
    private final Outbox outbox;
    private final JdbcClient jdbc;

    LoginService(LoginRepository logins, AccountService accounts, Outbox outbox, JdbcClient jdbc) {
        this.logins = logins;
        this.accounts = accounts;
        this.outbox = outbox;
        this.jdbc = jdbc;
    }

    /** Opens the login of an account whose address has been proved. Part of the caller's transaction. */
    @Transactional
    public void open(long accountId, NewLogin details) {
        Login login = logins.save(new Login(accountId, details, Instant.now()));
        outbox.append(login.contactChanged());
    }

    /** Whether an account has this address (lower case). */
    public boolean isTaken(String email) {
        return logins.existsByEmail(email);
    }

    /** A salted hash, to be stored. Takes long on purpose. */
    public String hash(String password) {
        return Objects.requireNonNull(ENCODER.encode(password));
    }

    /**
     * The account whose name or address and password these are; empty when they are not, whatever the reason. Takes the
     * same time in all cases.
     */
    public OptionalLong authenticate(String name, String password) {
        Login login = find(name.strip()).orElse(null);
        boolean matches = ENCODER.matches(password, login == null ? NOBODYS_HASH : login.passwordHash());
        return login != null && matches ? OptionalLong.of(login.accountId()) : OptionalLong.empty();
    }

    /** Notes that the person uses the server today. */
    public void touch(long accountId) {
        jdbc.sql("UPDATE login SET active_on = :today WHERE account_id = :id AND active_on < :today")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("id", accountId)
                .update();
    }

    /** How many people used the server since {@code day}. */
    public long countActiveSince(LocalDate day) {
        return jdbc.sql("SELECT count(*) FROM login WHERE active_on >= :day")
                .param("day", day)
                .query(Long.class)
                .single();
    }

    private Optional<Login> find(String name) {
        @Nullable Long id = name.contains("@") ? null : accounts.findId(name).orElse(null);
        return id != null ? logins.findById(id) : logins.findByEmail(EmailAddress.canonical(name));
    }
}
