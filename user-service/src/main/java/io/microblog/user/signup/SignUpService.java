package io.microblog.user.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.user.account.AccountService;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.LoginService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes sign-ups and turns confirmed ones into accounts. */
@Service
class SignUpService {

    private final SignUpRepository signUps;
    private final SignUpRules rules;
    private final ConfirmationLink links;
    private final AccountService accounts;
    private final LoginService logins;
    private final Limits limits;
    private final IdGenerator ids;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    SignUpService(
            SignUpRepository signUps,
            SignUpRules rules,
            ConfirmationLink links,
            AccountService accounts,
            LoginService logins,
            Limits limits,
            IdGenerator ids,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.signUps = signUps;
        this.rules = rules;
        this.links = links;
        this.accounts = accounts;
        this.logins = logins;
        this.limits = limits;
        this.ids = ids;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** What a confirmation came to. */
    enum Outcome {
        /** There is an account now. */
        CONFIRMED,
        /** The link is wrong, used or too old. */
        INVALID,
        /** Somebody else got the name meanwhile; another one must be chosen. */
        USERNAME_TAKEN,
        /** The other name that was chosen cannot be. */
        USERNAME_INVALID
    }

    /**
     * Takes a request for an account and has a confirmation mail sent. An address that has an account already is answered
     * alike, in the same time, but gets no such mail.
     *
     * @param peer the address of whoever asks
     * @return the id of the account to be
     * @throws io.microblog.kit.problem.Invalid naming the fields that cannot be accepted
     * @throws io.microblog.kit.problem.TooManyRequests when the peer or the address has had too many
     */
    long request(SignUpRequest request, String peer) {
        SignUpRules.Accepted accepted = rules.check(request);
        limits.take(Limit.SIGNUPS, peer);
        limits.take(Limit.MAILS, accepted.email());
        String hash = logins.hash(accepted.password());
        long accountId = ids.next();
        transaction.executeWithoutResult(status -> store(accountId, accepted, hash));
        return accountId;
    }

    private void store(long accountId, SignUpRules.Accepted request, String hash) {
        UUID link = logins.isTaken(request.email()) ? null : UUID.randomUUID();
        UUID confirmation = signUps.save(new SignUp(accountId, request, hash, link, Instant.now()))
                .confirmationId();
        if (confirmation != null) {
            outbox.append(confirmation, new EmailConfirmationRequested(accountId));
        }
    }

    /** Makes the account that the link was sent for. */
    @Transactional
    public Outcome confirm(String token) {
        return findForConfirmation(token).map(this::open).orElse(Outcome.INVALID);
    }

    /** The same with another name, when the one that was asked for has gone to somebody else. */
    @Transactional
    public Outcome confirmAs(String token, String username) {
        Optional<SignUp> signUp = findForConfirmation(token);
        if (signUp.isEmpty()) {
            return Outcome.INVALID;
        }
        if (rules.usernameProblem(username).isPresent()) {
            return Outcome.USERNAME_INVALID;
        }
        signUp.get().rename(username);
        return open(signUp.get());
    }

    private Optional<SignUp> findForConfirmation(String token) {
        return links.read(token)
                .flatMap(signUps::findForConfirmation)
                .filter(found -> !found.isExpired(Instant.now()) && !logins.isTaken(found.email()));
    }

    private Outcome open(SignUp signUp) {
        if (accounts.isTaken(signUp.username())) {
            return Outcome.USERNAME_TAKEN;
        }
        accounts.open(signUp.accountId(), signUp.username());
        logins.open(signUp.accountId(), signUp.login());
        signUps.deleteByEmail(signUp.email());
        return Outcome.CONFIRMED;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @Transactional
    public void forgetExpired() {
        signUps.deleteExpired(Instant.now());
    }
}
