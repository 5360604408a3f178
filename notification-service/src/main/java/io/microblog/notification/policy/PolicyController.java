package io.microblog.notification.policy;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import io.microblog.notification.policy.NotificationPolicy.Change;
import io.microblog.notification.policy.NotificationPolicy.Switches;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** A person's own policy, as both versions of the API have it. */
@RestController
class PolicyController {

    private static final String V1 = "/api/v1/notifications/policy";
    private static final String V2 = "/api/v2/notifications/policy";

    private final Policies policies;
    private final Requests requests;

    PolicyController(Policies policies, Requests requests) {
        this.policies = policies;
        this.requests = requests;
    }

    @GetMapping(V2)
    @RequiresScope("read:notifications")
    PolicyResponse get(Caller caller) {
        long me = caller.requireAccount();
        return PolicyResponse.of(policies.of(me), requests.summary(me));
    }

    @PatchMapping(V2)
    @RequiresScope("write:notifications")
    PolicyResponse change(@Body Change change, Caller caller) {
        long me = caller.requireAccount();
        return PolicyResponse.of(policies.change(me, change), requests.summary(me));
    }

    @PutMapping(V2)
    @RequiresScope("write:notifications")
    PolicyResponse put(@Body Change change, Caller caller) {
        return change(change, caller);
    }

    @GetMapping(V1)
    @RequiresScope("read:notifications")
    PolicySwitchesResponse switches(Caller caller) {
        long me = caller.requireAccount();
        return PolicySwitchesResponse.of(policies.of(me), requests.summary(me));
    }

    @PatchMapping(V1)
    @RequiresScope("write:notifications")
    PolicySwitchesResponse change(@Body Switches switches, Caller caller) {
        long me = caller.requireAccount();
        return PolicySwitchesResponse.of(policies.change(me, switches.change()), requests.summary(me));
    }

    @PutMapping(V1)
    @RequiresScope("write:notifications")
    PolicySwitchesResponse put(@Body Switches switches, Caller caller) {
        return change(switches, caller);
    }
}
