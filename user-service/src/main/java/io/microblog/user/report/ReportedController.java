package io.microblog.user.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.microblog.internal.InternalCalls;
import io.microblog.internal.ReportApi;
import io.microblog.kit.account.PublicAccount;
import io.microblog.kit.security.InternalOnly;
import io.microblog.kit.security.Permission;
import io.microblog.kit.web.IdLimit;
import io.microblog.user.account.Profiles;
import io.microblog.user.role.Roles;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.POJONode;

/** Shows notification-service the reports that moderators are told of. */
@RestController
@InternalOnly("notification-service")
class ReportedController implements ReportApi {

    private final Reports reports;
    private final Profiles profiles;
    private final Roles roles;

    ReportedController(Reports reports, Profiles profiles, Roles roles) {
        this.reports = reports;
        this.profiles = profiles;
        this.roles = roles;
    }

    @Override
    public List<JsonNode> reports(List<Long> asked, @Nullable Long reader) {
        List<Long> ids = IdLimit.hold("id", asked, InternalCalls.MAX_IDS);
        if (reader == null || !Permission.MANAGE_REPORTS.isIn(roles.of(reader).permissions())) {
            return List.of();
        }
        List<Report> found = reports.find(ids);
        Map<String, PublicAccount> targets =
                profiles.show(found.stream().map(Report::targetId).distinct().toList()).stream()
                        .collect(Collectors.toMap(PublicAccount::id, Function.identity()));
        return found.stream()
                .filter(report -> targets.containsKey(Long.toString(report.targetId())))
                .<JsonNode>map(report -> new POJONode(ReportResponse.of(
                        report, Objects.requireNonNull(targets.get(Long.toString(report.targetId()))))))
                .toList();
    }
}
