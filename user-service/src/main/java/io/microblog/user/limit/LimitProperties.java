package io.microblog.user.limit;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many of each are allowed within the limit's window ({@code MICROBLOG_LIMITS_SIGNUPS} and so on).
 *
 * @param signups per peer and hour
 * @param letters asked for per peer and hour
 * @param mails per address and day
 * @param signins per peer and 5 minutes
 * @param passwords per account and 15 minutes; what comes then is slowed down, not refused
 * @param apps per peer and hour
 * @param reports per account and hour
 * @param messages about cases, appeals and notes among them, per account and hour
 */
@ConfigurationProperties("microblog.limits")
record LimitProperties(
        int signups, int letters, int mails, int signins, int passwords, int apps, int reports, int messages) {

    int of(Limit limit) {
        return switch (limit) {
            case SIGNUPS -> signups;
            case LETTERS -> letters;
            case MAILS -> mails;
            case SIGNINS -> signins;
            case PASSWORDS -> passwords;
            case APPS -> apps;
            case REPORTS -> reports;
            case MESSAGES -> messages;
        };
    }
}
