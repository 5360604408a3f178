package io.microblog.user.signup;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.microblog.kit.problem.FieldProblem;
import io.microblog.kit.problem.Invalid;
import io.microblog.user.account.AccountService;
import io.microblog.user.block.EmailBlocks;
import io.microblog.user.invite.Invites;
import io.microblog.user.login.EmailAddress;
import io.microblog.user.login.PasswordRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Decides whether a sign-up may be accepted. Says nothing about whether the address has an account. */
@Component
class SignUpRules {

    private static final int REASON_LENGTH = 2_000;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private final AccountService accounts;
    private final EmailBlocks blocks;
    private final Invites invites;
    private final ProofOfWork proofs;

    SignUpRules(AccountService accounts, EmailBlocks blocks, Invites invites, ProofOfWork proofs) {
        this.accounts = accounts;
        this.blocks = blocks;
        this.invites = invites;
        this.proofs = proofs;
    }

    /** A request that passed. */
    record Accepted(
            String username,
            String email,
            String password,
            String locale,
            String timeZone,
            String reason,
            @Nullable Long inviteId) {}

    /**
     * Checks everything before it complains.
     *
     * @param proof of work, which invited people do not need; may be empty
     * @throws Invalid naming every field that cannot be accepted
     */
    Accepted check(SignUpRequest request, String proof) {
        var problems = Invalid.builder();
        String username = Objects.requireNonNullElse(request.username(), "");
        String email = EmailAddress.canonical(Objects.requireNonNullElse(request.email(), ""));
        String password = Objects.requireNonNullElse(request.password(), "");
        add(problems, "username", usernameProblem(username));
        add(problems, "email", emailProblem(email));
        add(problems, "password", PasswordRule.check(password, username, email));
        if (!Boolean.TRUE.equals(request.agreement())) {
            problems.field("agreement", "ERR_ACCEPTED", "must be accepted");
        }
        String locale = locale(request.locale(), problems);
        String timeZone = timeZone(request.timeZone(), problems);
        String reason = Objects.requireNonNullElse(request.reason(), "").strip();
        if (reason.length() > REASON_LENGTH) {
            problems.field("reason", "ERR_TOO_LONG", "is too long (maximum is " + REASON_LENGTH + " characters)");
        }
        Long invite = invites.open(request.inviteCode()).orElse(null);
        if (invite == null && StringUtils.hasText(request.inviteCode())) {
            problems.field("invite_code", "ERR_INVALID", "is not a valid invitation, or not any more");
        }
        if (invite == null) {
            add(problems, "proof", proofs.check(proof));
        }
        problems.throwIfAny();
        return new Accepted(username, email, password, locale, timeZone, reason, invite);
    }

    /** What is wrong with a user name, be it only that somebody has it. */
    Optional<FieldProblem> usernameProblem(String username) {
        return UsernameRule.check(username)
                .or(() -> accounts.isTaken(username)
                        ? Optional.of(new FieldProblem("ERR_TAKEN", "has already been taken"))
                        : Optional.empty());
    }

    /** What is wrong with an address, leaving aside whether it has an account. */
    Optional<FieldProblem> emailProblem(String email) {
        if (email.isEmpty()) {
            return Optional.of(new FieldProblem("ERR_BLANK", "can't be blank"));
        }
        if (!EmailAddress.isValid(email)) {
            return Optional.of(new FieldProblem("ERR_INVALID", "is not a valid e-mail address"));
        }
        return blocks.refuses(email)
                ? Optional.of(new FieldProblem("ERR_BLOCKED", "is not allowed on this server"))
                : Optional.empty();
    }

    private static String locale(@Nullable String wish, Invalid.Builder problems) {
        if (wish == null || wish.isBlank()) {
            return "en";
        }
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(wish.strip().replace('_', '-'))
                    .build();
            if (LANGUAGES.contains(locale.getLanguage())) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Said below.
        }
        problems.field("locale", "ERR_INVALID", "is not a language");
        return "en";
    }

    private static String timeZone(@Nullable String wish, Invalid.Builder problems) {
        if (wish == null || wish.isBlank()) {
            return "UTC";
        }
        try {
            return ZoneId.of(wish.strip()).getId();
        } catch (DateTimeException e) {
            problems.field("time_zone", "ERR_INVALID", "is not a time zone");
            return "UTC";
        }
    }

    private static void add(Invalid.Builder problems, String field, Optional<FieldProblem> problem) {
        problem.ifPresent(found -> problems.field(field, found.error(), found.description()));
    }
}
