package io.microblog.user.instance;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import io.microblog.kit.security.OpenToAll;
import io.microblog.user.account.WeeklyActivity;
import io.microblog.user.rule.RuleResponse;
import io.microblog.user.rule.Rules;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Facts about this server for clients. */
@RestController
@OpenToAll
class InstanceController {

    private static final int WEEKS = 12;

    private final InstanceService instance;
    private final WeeklyActivity activity;
    private final Rules rules;

    InstanceController(InstanceService instance, WeeklyActivity activity, Rules rules) {
        this.instance = instance;
        this.activity = activity;
        this.rules = rules;
    }

    /**
     * The API's weekly activity.
     *
     * @param week its beginning in seconds since 1970; all are numbers written as strings
     */
    record Activity(String week, String statuses, String logins, String registrations) {

        static Activity of(WeeklyActivity.Week week) {
            return new Activity(
                    String.valueOf(week.week().atStartOfDay(ZoneOffset.UTC).toEpochSecond()),
                    String.valueOf(week.statuses()),
                    String.valueOf(week.logins()),
                    String.valueOf(week.registrations()));
        }
    }

    @GetMapping("/api/v2/instance")
    InstanceResponse instance() {
        return instance.describe();
    }

    @GetMapping("/api/v1/instance")
    InstanceResponse.V1 instanceV1() {
        return instance.describeV1();
    }

    @GetMapping("/api/v1/instance/activity")
    List<Activity> activity() {
        return activity.until(LocalDate.now(ZoneOffset.UTC), WEEKS).stream()
                .map(Activity::of)
                .toList();
    }

    @GetMapping("/api/v1/instance/rules")
    List<RuleResponse> rules() {
        return rules.inForce();
    }

    /** Nobody: this server speaks the client API and not to other servers. There are no custom emojis either. */
    @GetMapping({"/api/v1/instance/peers", "/api/v1/custom_emojis"})
    List<Object> none() {
        return List.of();
    }
}
