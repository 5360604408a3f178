package io.microblog.user.signup;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import io.microblog.event.SecurityEvent.EmailConfirmationRequested;
import io.microblog.kit.event.Outbox;
import io.microblog.kit.id.IdGenerator;
import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.NotAllowed;
import io.microblog.user.block.IpBlocks;
import io.microblog.user.block.IpSeverity;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.limit.Limit;
import io.microblog.user.limit.Limits;
import io.microblog.user.login.EmailAddress;
import io.microblog.user.login.LoginService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.StringUtils;

/**
 * Takes sign-ups and has confirmation mails sent. An address that has an account already is answered alike, in the same
 * time; its owner is told by mail.
 */
@Service
public class SignUpService {

    private final SignUpRepository signUps;
    private final SignUpRules rules;
    private final Registrations registrations;
    private final ProofOfWork proofs;
    private final IpBlocks networks;
    private final LoginService logins;
    private final SecurityMails mails;
    private final Limits limits;
    private final IdGenerator ids;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    SignUpService(
            SignUpRepository signUps,
            SignUpRules rules,
            Registrations registrations,
            ProofOfWork proofs,
            IpBlocks networks,
            LoginService logins,
            SecurityMails mails,
            Limits limits,
            IdGenerator ids,
            Outbox outbox,
            TransactionTemplate transaction) {
        this.signUps = signUps;
        this.rules = rules;
        this.registrations = registrations;
        this.proofs = proofs;
        this.networks = networks;
        this.logins = logins;
        this.mails = mails;
        this.limits = limits;
        this.ids = ids;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** Whether somebody has proved the address and now waits for a moderator. */
    public boolean isWaitingForApproval(long accountId) {
        return signUps.findById(accountId).filter(SignUp::isConfirmed).isPresent();
    }

    /**
     * Takes a request for an account.
     *
     * @param proof of work, which counts once; may be empty where none is needed
     * @param peer the address of whoever asks
     * @param app by which; null in a browser
     * @return the id of the account to be
     * @throws Invalid naming the fields that cannot be accepted
     * @throws NotAllowed when nobody may sign up without an invitation, or nobody of the peer's network
     * @throws io.microblog.kit.problem.TooManyRequests when the peer or the address has had too many
     */
    long request(SignUpRequest request, String proof, String peer, @Nullable String app) {
        if (!registrations.areOpen() && !StringUtils.hasText(request.inviteCode())) {
            throw new NotAllowed("Nobody can sign up here at present");
        }
        Optional<IpSeverity> severity = networks.severityOf(peer);
        if (severity.filter(IpSeverity::refusesSignUp).isPresent()) {
            throw new NetworkBlocked();
        }
        SignUpRules.Accepted accepted = rules.check(request, proof);
        limits.take(Limit.SIGNUPS, peer);
        limits.take(Limit.MAILS, accepted.email());
        if (accepted.inviteId() == null) {
            proofs.spend(proof);
        }
        String hash = logins.hash(accepted.password());
        long accountId = ids.next();
        transaction.executeWithoutResult(status -> {
            UUID letter = write(accountId, accepted.email());
            signUps.save(new SignUp(accountId, accepted, hash, letter, severity.isPresent(), app, Instant.now()));
        });
        return accountId;
    }

    /**
     * Has another letter sent to an address that is to be confirmed, if there is such a sign-up.
     *
     * @throws io.microblog.kit.problem.TooManyRequests when the peer or the address has had too many
     */
    void resend(String address, String peer) {
        String email = EmailAddress.canonical(address);
        limits.take(Limit.LETTERS, peer);
        limits.take(Limit.MAILS, email);
        transaction.executeWithoutResult(status -> signUps.findFirstByEmailAndConfirmedAtIsNullOrderByAccountIdDesc(
                        email)
                .map(SignUp::accountId)
                .flatMap(signUps::findForUpdate)
                .ifPresentOrElse(signUp -> write(signUp, email), () -> mails.pretend(LetterKind.SIGN_UP_ATTEMPT)));
    }

    /**
     * The same for the sign-up of an account to be, if need be to another address.
     *
     * @throws Invalid when the address cannot be
     * @throws NotAllowed when there is nothing to confirm any more
     */
    void resend(long accountId, @Nullable String address, String peer) {
        Optional<SignUp> known = signUps.findById(accountId).filter(signUp -> !signUp.isConfirmed());
        String present = known.map(SignUp::email)
                .orElseThrow(() -> new NotAllowed(
                        "This method is only available while the e-mail address waits for its confirmation"));
        String email = address == null || address.isBlank() ? present : EmailAddress.canonical(address);
        rules.emailProblem(email).ifPresent(problem -> {
            throw Invalid.field("email", problem.error(), problem.description());
        });
        limits.take(Limit.LETTERS, peer);
        limits.take(Limit.MAILS, email);
        transaction.executeWithoutResult(
                status -> signUps.findForUpdate(accountId).ifPresent(signUp -> write(signUp, email)));
    }

    private void write(SignUp signUp, String email) {
        signUp.resend(email, write(signUp.accountId(), email), Instant.now());
    }

    /** The letter that proves the address; null where its owner got another one instead. */
    private @Nullable UUID write(long accountId, String email) {
        Optional<Long> owner = logins.identify(email);
        if (owner.isPresent()) {
            mails.send(LetterKind.SIGN_UP_ATTEMPT, owner.get(), "");
            return null;
        }
        return outbox.append(new EmailConfirmationRequested(accountId));
    }
}
