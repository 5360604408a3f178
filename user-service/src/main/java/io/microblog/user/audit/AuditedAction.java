package io.microblog.user.audit;

import java.util.Locale;

/** What is noted when it is done. */
public enum AuditedAction {
    /** Warned, and nothing else. */
    WARN,
    /** Deleted posts of it. */
    DELETE_STATUSES,
    /** Had all its posts count as sensitive. */
    SENSITIVE,
    /** Had only those count so that its owner calls so. */
    UNSENSITIVE,
    /** Kept from those who do not follow it. */
    SILENCE,
    /** Let before everybody again. */
    UNSILENCE,
    /** Closed to its owner. */
    DISABLE,
    /** Opened to its owner again. */
    ENABLE,
    /** Closed for everybody. */
    SUSPEND,
    /** Opened for everybody again. */
    UNSUSPEND,
    /** Wanted all that it holds deleted, which waits for a second person. */
    ASK_ERASURE,
    /** No longer wanted that; where nobody did it, the account was opened again. */
    WITHDRAW_ERASURE,
    /** Deleted all that it holds. */
    ERASE,
    /** Let in. */
    APPROVE,
    /** Not let in. */
    REJECT,
    /** Given a role, or none. */
    APPOINT,
    /** Made a role. */
    CREATE_ROLE,
    /** Changed it. */
    UPDATE_ROLE,
    /** Took it away from all who had it. */
    DELETE_ROLE,
    /** Wrote a rule. */
    CREATE_RULE,
    /** Changed it. */
    UPDATE_RULE,
    /** Ended it. */
    DELETE_RULE,
    /** Took a report over, with all of its case. */
    ASSIGN_REPORT,
    /** Gave it back. */
    UNASSIGN_REPORT,
    /** Called it something else. */
    UPDATE_REPORT,
    /** Settled it, with all of its case. */
    RESOLVE_REPORT,
    /** Opened it again. */
    REOPEN_REPORT,
    /** Took back what had been done. */
    UNDO_STRIKE,
    /** Its time had come: the server did it by itself. */
    END_STRIKE,
    /** Took back what was appealed against. */
    APPROVE_APPEAL,
    /** Left it as it was. */
    REJECT_APPEAL,
    /** Told the other moderators something about somebody. */
    WRITE_NOTE,
    /** Wrote to the person whom a case is about. */
    WRITE_MESSAGE,
    /** Let nobody sign up with addresses of a domain. */
    CREATE_EMAIL_DOMAIN_BLOCK,
    /** Let people do so again. */
    DELETE_EMAIL_DOMAIN_BLOCK,
    /** Let nobody sign up with a mailbox. */
    CREATE_CANONICAL_EMAIL_BLOCK,
    /** Let somebody do so again. */
    DELETE_CANONICAL_EMAIL_BLOCK,
    /** Kept people of a network out, or from signing up. */
    CREATE_IP_BLOCK,
    /** Changed that. */
    UPDATE_IP_BLOCK,
    /** Let them in again. */
    DELETE_IP_BLOCK,
    /** Ended an invitation of somebody. */
    REVOKE_INVITE,
    /** Wrote an automatic rule. */
    CREATE_AUTOMATIC_RULE,
    /** Changed it, or switched it on or off. */
    UPDATE_AUTOMATIC_RULE,
    /** Ended it. */
    DELETE_AUTOMATIC_RULE,
    /** Published a post that an automatic rule held. */
    RELEASE_POST,
    /** Did not publish it. */
    REJECT_POST,
    /** Decided where a hashtag may appear. */
    UPDATE_HASHTAG,
    /** Let a post trend. */
    APPROVE_TREND,
    /** Did not let it trend. */
    REJECT_TREND;

    /** As programs read it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
