package io.microblog.user.rule;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rules for those who write them; in the API's style, which has no such endpoints of its own. */
@RestController
@RequestMapping("/api/v1/admin/rules")
@RequiresPermission(Permission.MANAGE_RULES)
class AdminRuleController {

    private final Rules rules;

    AdminRuleController(Rules rules) {
        this.rules = rules;
    }

    @GetMapping
    @RequiresScope("admin:read")
    List<RuleResponse> rules() {
        return rules.inForce();
    }

    @GetMapping("/{id:[0-9]+}")
    @RequiresScope("admin:read")
    RuleResponse rule(@PathVariable long id) {
        return rules.require(id);
    }

    @PostMapping
    @RequiresScope("admin:write")
    RuleResponse add(Caller caller, @Body RuleUpdate wish) {
        return rules.add(caller.requireAccount(), wish);
    }

    @PutMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    RuleResponse update(Caller caller, @PathVariable long id, @Body RuleUpdate wish) {
        return rules.update(caller.requireAccount(), id, wish);
    }

    @DeleteMapping("/{id:[0-9]+}")
    @RequiresScope("admin:write")
    RuleResponse delete(Caller caller, @PathVariable long id) {
        return rules.delete(caller.requireAccount(), id);
    }
}
