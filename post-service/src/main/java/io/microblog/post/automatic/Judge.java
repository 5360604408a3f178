package io.microblog.post.automatic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

/** Says which rules catch which posts; the same for a post about to be published and for those of a month. */
@Component
class Judge {

    private final RuleSurroundings surroundings;

    Judge(RuleSurroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** The rules that catch each of the posts, by its id; posts that none catches are left out. */
    Map<Long, List<AutomaticRule>> judge(List<AutomaticRule> rules, List<JudgedPost> posts) {
        var caught = new HashMap<Long, List<AutomaticRule>>();
        for (AutomaticRule rule : rules) {
            for (JudgedPost post : caughtBy(rule, posts)) {
                caught.computeIfAbsent(post.id(), _ -> new ArrayList<>()).add(rule);
            }
        }
        return caught;
    }

    /** What costs a query is asked only of posts of which all else holds. */
    private List<JudgedPost> caughtBy(AutomaticRule rule, List<JudgedPost> posts) {
        List<JudgedPost> left =
                posts.stream().filter(rule::looksAt).filter(rule::fits).toList();
        for (Condition.OfSurroundings condition : rule.surroundings()) {
            if (left.isEmpty()) {
                return left;
            }
            left = surroundings.holding(condition, left);
        }
        return left;
    }
}
