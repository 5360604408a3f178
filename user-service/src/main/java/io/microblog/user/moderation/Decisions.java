package io.microblog.user.moderation;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

import io.microblog.kit.problem.Invalid;
import io.microblog.user.report.Report;
import io.microblog.user.report.Reports;
import io.microblog.user.rule.Rules;
import io.microblog.user.strike.Sanction;
import io.microblog.user.strike.Strikes.Decision;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether what a moderator wants to do about somebody can be done. */
@Component
class Decisions {

    private static final int TEXT_LENGTH = 10_000;

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(5 * 366L);

    private final Reports reports;
    private final Rules rules;

    Decisions(Reports reports, Rules rules) {
        this.reports = reports;
        this.rules = rules;
    }

    /**
     * What is to be done.
     *
     * @param key of a request that may be repeated
     * @throws Invalid naming the field that cannot be accepted
     */
    Decision check(long target, ActionRequest request, @Nullable String key) {
        Sanction sanction = Sanction.of(request.type());
        String text = Objects.requireNonNullElse(request.text(), "").strip();
        if (text.length() > TEXT_LENGTH) {
            throw Invalid.field("text", "ERR_TOO_LONG", "is too long (maximum is " + TEXT_LENGTH + " characters)");
        }
        Report report = request.reportId() == null ? null : reports.require(request.reportId());
        if (report != null && report.targetId() != target) {
            throw Invalid.field("report_id", "ERR_INVALID", "is not about this account");
        }
        List<Long> posts = posts(sanction, report, request.statusIds());
        boolean told = Boolean.TRUE.equals(request.sendEmailNotification());
        return new Decision(sanction, text, broken(request.ruleIds()), posts, lasting(request.expiresIn()), told, key);
    }

    /** Only what was reported can be deleted, so that there is evidence of it. */
    private static List<Long> posts(Sanction sanction, @Nullable Report report, @Nullable List<Long> chosen) {
        List<Long> wanted = chosen == null
                ? List.of()
                : chosen.stream().filter(Objects::nonNull).distinct().toList();
        if (sanction != Sanction.DELETE_STATUSES) {
            if (!wanted.isEmpty()) {
                throw Invalid.field("status_ids", "ERR_INVALID", "does not fit what deletes nothing");
            }
            return List.of();
        }
        if (report == null) {
            throw Invalid.field("report_id", "ERR_BLANK", "can't be blank");
        }
        if (report.postIds().isEmpty() || !report.postIds().containsAll(wanted)) {
            throw Invalid.field("status_ids", "ERR_INVALID", "has posts that are not in this report, or it has none");
        }
        return wanted.isEmpty() ? report.postIds() : wanted;
    }

    private List<Long> broken(@Nullable List<Long> ruleIds) {
        List<Long> wanted = ruleIds == null
                ? List.of()
                : ruleIds.stream().filter(Objects::nonNull).distinct().toList();
        if (!rules.idsInForce().containsAll(new HashSet<>(wanted))) {
            throw Invalid.field("rule_ids", "ERR_INVALID", "does not reference valid rules");
        }
        return wanted;
    }

    private static @Nullable Duration lasting(@Nullable Long seconds) {
        if (seconds == null) {
            return null;
        }
        if (seconds < SHORTEST.toSeconds() || seconds > LONGEST.toSeconds()) {
            throw Invalid.field(
                    "expires_in", "ERR_INVALID", "must be between 1 and " + LONGEST.toSeconds() + " seconds");
        }
        return Duration.ofSeconds(seconds);
    }
}
