package io.microblog.user.report;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.microblog.kit.problem.Invalid;
import io.microblog.user.rule.Rules;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a report can be accepted. */
@Component
class ReportRules {

    private static final int COMMENT_LENGTH = 1_000;
    private static final int MOST_POSTS = 40;

    private final Rules rules;

    ReportRules(Rules rules) {
        this.rules = rules;
    }

    /** What a report is about. */
    record Classified(ReportCategory category, List<Long> ruleIds) {}

    /** A report that passed; its posts are yet to be looked at. */
    record Accepted(long targetId, List<Long> postIds, String comment, Classified about) {}

    /**
     * Checks everything before it complains.
     *
     * @throws Invalid naming every field that cannot be accepted
     */
    Accepted check(long reporter, ReportRequest request) {
        var problems = Invalid.builder();
        Long target = request.accountId();
        if (target == null) {
            problems.field("account_id", "ERR_BLANK", "can't be blank");
        } else if (target == reporter) {
            problems.field("account_id", "ERR_INVALID", "can't be your own");
        }
        String comment = Objects.requireNonNullElse(request.comment(), "").strip();
        if (comment.codePointCount(0, comment.length()) > COMMENT_LENGTH) {
            problems.field("comment", "ERR_TOO_LONG", "is too long (maximum is " + COMMENT_LENGTH + " characters)");
        }
        List<Long> posts = distinct(request.statusIds());
        if (posts.size() > MOST_POSTS) {
            problems.field("status_ids", "ERR_TOO_MANY", "has more than " + MOST_POSTS + " entries");
        }
        Classified about = classify(request.category(), distinct(request.ruleIds()), problems);
        problems.throwIfAny();
        return new Accepted(Objects.requireNonNull(target), posts, comment, about);
    }

    /**
     * What a moderator calls a report.
     *
     * @throws Invalid naming every field that cannot be accepted
     */
    Classified classify(@Nullable String category, @Nullable List<Long> ruleIds) {
        var problems = Invalid.builder();
        Classified about = classify(category, distinct(ruleIds), problems);
        problems.throwIfAny();
        return about;
    }

    private Classified classify(@Nullable String wish, List<Long> ruleIds, Invalid.Builder problems) {
        Optional<ReportCategory> known =
                wish == null || wish.isBlank() ? Optional.of(ReportCategory.OTHER) : ReportCategory.find(wish.strip());
        if (known.isEmpty()) {
            problems.field("category", "ERR_INCLUSION", "is not included in the list");
        }
        ReportCategory category = ruleIds.isEmpty() ? known.orElse(ReportCategory.OTHER) : ReportCategory.VIOLATION;
        if (category == ReportCategory.VIOLATION
                && (ruleIds.isEmpty() || !rules.idsInForce().containsAll(new HashSet<>(ruleIds)))) {
            problems.field("rule_ids", "ERR_INVALID", "does not reference valid rules");
        }
        return new Classified(category, ruleIds);
    }

    private static List<Long> distinct(@Nullable List<Long> ids) {
        return ids == null
                ? List.of()
                : ids.stream().filter(Objects::nonNull).distinct().toList();
    }
}
