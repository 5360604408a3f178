package io.microblog.user.strike;

import java.util.Optional;

import io.microblog.user.account.AccountErased;
import io.microblog.user.letter.SecurityMails;
import io.microblog.user.report.Cases;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import static io.microblog.user.letter.LetterKind.APPEAL_APPROVAL;
import static io.microblog.user.letter.LetterKind.APPEAL_REJECTION;

/** Decides appeals, each once, and tells whoever appealed. */
@Component
class AppealDecisions {

    private final StrikeRepository strikes;
    private final Cases cases;
    private final SecurityMails mails;

    AppealDecisions(StrikeRepository strikes, Cases cases, SecurityMails mails) {
        this.strikes = strikes;
        this.cases = cases;
        this.mails = mails;
    }

    /**
     * Decides the appeal against a strike. The account is to be locked.
     *
     * @return false when it waits for no decision: then nobody is told anything
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean decide(Strike strike, boolean approved) {
        Optional<String> appeal = strikes.decide(strike.id(), approved);
        appeal.ifPresent(text -> {
            mails.send(approved ? APPEAL_APPROVAL : APPEAL_REJECTION, strike.targetId(), text, strike.id());
            cases.isAnswered(strike.caseId());
        });
        return appeal.isPresent();
    }

    /** In the transaction of the change: nothing about an erased account ends by itself or waits for a decision. */
    @EventListener
    void on(AccountErased erased) {
        strikes.settle(erased.accountId()).forEach(cases::isAnswered);
    }
}
