package io.microblog.post.automatic;

import io.microblog.kit.problem.Invalid;

/** 422: a rule stands against a post, or against what an edit makes of it. */
final class RefusedByRule extends Invalid {

    private static final String USUAL = "This server does not publish posts like this";
    private static final String NO_EDIT =
            "An edit like this would have to wait for a moderator, which only new posts do";

    private RefusedByRule(String error) {
        super(error, "refused-by-rule");
    }

    static RefusedByRule of(AutomaticRule rule) {
        return new RefusedByRule(rule.text().isEmpty() ? USUAL : rule.text());
    }

    /** For an edit by which a post would be held. */
    static RefusedByRule ofEdit(AutomaticRule rule) {
        return new RefusedByRule(rule.text().isEmpty() ? NO_EDIT : rule.text());
    }
}
