package io.microblog.user.signup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.microblog.kit.problem.Conflict;
import io.microblog.kit.problem.NotFound;
import io.microblog.user.account.AccountService;
import io.microblog.user.invite.Invites;
import io.microblog.user.letter.LetterKind;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.letter.UsedLinks;
import io.microblog.user.login.LoginService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns confirmed sign-ups into accounts, at once or once they are approved. */
@Service
public class ConfirmationService {

    private final SignUpRepository signUps;
    private final SignUpRules rules;
    private final Registrations registrations;
    private final Invites invites;
    private final ConfirmationLink links;
    private final AccountService accounts;
    private final LoginService logins;
    private final SecurityMails mails;
    private final UsedLinks usedLinks;

    ConfirmationService(
            SignUpRepository signUps,
            SignUpRules rules,
            Registrations registrations,
            Invites invites,
            ConfirmationLink links,
            AccountService accounts,
            LoginService logins,
            SecurityMails mails,
            UsedLinks usedLinks) {
        this.signUps = signUps;
        this.rules = rules;
        this.registrations = registrations;
        this.invites = invites;
        this.links = links;
        this.accounts = accounts;
        this.logins = logins;
        this.mails = mails;
        this.usedLinks = usedLinks;
    }

    /** What a confirmation came to. */
    enum Outcome {
        /** There is an account now. */
        CONFIRMED,
        /** A moderator has to approve it first. */
        WAITING,
        /** There was an account before: the link has been used. */
        CONFIRMED_ALREADY,
        /** The link is wrong or too old. */
        INVALID,
        /** Somebody else got the name meanwhile; another one must be chosen. */
        USERNAME_TAKEN,
        /** The other name that was chosen cannot be. */
        USERNAME_INVALID
    }

    /** The name of the account that a link would make; empty when it would make none. Changes nothing. */
    Optional<String> offeredBy(String token) {
        return links.read(token)
                .flatMap(signUps::findByConfirmationId)
                .filter(this::isDue)
                .map(SignUp::username);
    }

    /** What a link that makes no account came to before, if anything. Changes nothing. */
    Outcome pastOf(String token) {
        Optional<UUID> letter = links.read(token);
        if (letter.flatMap(signUps::findByConfirmationId)
                .filter(SignUp::isConfirmed)
                .isPresent()) {
            return Outcome.WAITING;
        }
        return letter.filter(usedLinks::contains).isPresent() ? Outcome.CONFIRMED_ALREADY : Outcome.INVALID;
    }

    /** Makes the account that the link was sent for. */
    @Transactional
    public Outcome confirm(String token) {
        return findForConfirmation(token).map(this::proceed).orElseGet(() -> pastOf(token));
    }

    /** The same with another name, when the one that was asked for has gone to somebody else. */
    @Transactional
    public Outcome confirmAs(String token, String username) {
        Optional<SignUp> signUp = findForConfirmation(token);
        if (signUp.isEmpty()) {
            return pastOf(token);
        }
        if (rules.usernameProblem(username).isPresent()) {
            return Outcome.USERNAME_INVALID;
        }
        signUp.get().rename(username);
        return proceed(signUp.get());
    }

    /** Somebody who waits for a moderator. */
    public record Applicant(String username, String reason) {}

    /** The first hundred who wait for a moderator, those who came first before the others. */
    public List<Applicant> applicants() {
        return signUps.findTop100ByConfirmedAtIsNotNullOrderByAccountId().stream()
                .map(signUp -> new Applicant(signUp.username(), signUp.reason()))
                .toList();
    }

    /**
     * Makes the account of a sign-up without its link, on an administrator's word: it stands in for a mail that did not
     * arrive, and for an approval.
     *
     * @throws NotFound when nobody asked for an account of this name
     * @throws Conflict when name or address have got an account meanwhile
     */
    @Transactional
    public void open(String username) {
        admit(signUps.findNewest(username).orElseThrow(NotFound::new));
    }

    /** Whether somebody with this id waits for approval. */
    public boolean isWaiting(long accountId) {
        return signUps.findById(accountId).filter(SignUp::isConfirmed).isPresent();
    }

    /**
     * Makes the account of somebody who waits for it.
     *
     * @param accountId of the account to be
     * @throws NotFound when nobody waits for it
     * @throws Conflict when name or address have got an account meanwhile
     */
    @Transactional
    public void approve(long accountId) {
        admit(applicant(accountId));
    }

    /**
     * Forgets somebody who waits for approval. No mail says so.
     *
     * @param accountId of the account to be
     * @throws NotFound when nobody waits for it
     */
    @Transactional
    public void reject(long accountId) {
        signUps.delete(applicant(accountId));
    }

    /**
     * The account to be of somebody who waits for approval.
     *
     * @throws NotFound when nobody of this name does
     */
    public long requireWaiting(String username) {
        return applicant(username).accountId();
    }

    private SignUp applicant(long accountId) {
        return signUps.findForUpdate(accountId).filter(SignUp::isConfirmed).orElseThrow(NotFound::new);
    }

    private SignUp applicant(String username) {
        return signUps.findNewest(username).filter(SignUp::isConfirmed).orElseThrow(NotFound::new);
    }

    private void admit(SignUp signUp) {
        boolean approval = signUp.isConfirmed();
        if (!approval) {
            takeInvitation(signUp);
        }
        if (logins.isTaken(signUp.email()) || open(signUp) != Outcome.CONFIRMED) {
            throw new Conflict("The name or the address has an account already");
        }
        if (approval) {
            mails.send(LetterKind.APPROVAL, signUp.accountId(), "");
        }
    }

    private Optional<SignUp> findForConfirmation(String token) {
        return links.read(token).flatMap(signUps::findForConfirmation).filter(this::isDue);
    }

    private boolean isDue(SignUp signUp) {
        return !signUp.isConfirmed() && !signUp.isExpired(Instant.now()) && !logins.isTaken(signUp.email());
    }

    private Outcome proceed(SignUp signUp) {
        if (accounts.isTaken(signUp.username())) {
            return Outcome.USERNAME_TAKEN;
        }
        boolean invited = takeInvitation(signUp);
        if (signUp.isApprovalNeeded() || (!invited && !registrations.areOpenToAll())) {
            signUp.waitForApproval(Instant.now());
            return Outcome.WAITING;
        }
        return open(signUp);
    }

    /**
     * Counts somebody who was invited and has proved their address. Whoever comes too late for it waits for a moderator where
     * others wait, and where others cannot sign up.
     */
    private boolean takeInvitation(SignUp signUp) {
        boolean room = signUp.invite().filter(invites::use).isPresent();
        if (!room) {
            signUp.forgetInvite();
        }
        return room;
    }

    private Outcome open(SignUp signUp) {
        if (accounts.isTaken(signUp.username())) {
            return Outcome.USERNAME_TAKEN;
        }
        accounts.open(signUp.accountId(), signUp.username());
        logins.open(signUp.accountId(), signUp.login());
        signUp.invite().ifPresent(invite -> invites.note(signUp.accountId(), invite));
        Optional.ofNullable(signUp.confirmationId()).ifPresent(usedLinks::remember);
        signUps.deleteByEmail(signUp.email());
        return Outcome.CONFIRMED;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT2M")
    @Transactional
    public void forgetExpired() {
        signUps.deleteExpired(Instant.now());
    }
}
