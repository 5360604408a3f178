package io.microblog.user.dashboard;

import java.util.List;

import io.microblog.kit.problem.Invalid;
import io.microblog.kit.problem.Unavailable;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the server fares. Who asks for nothing gets an empty list, as the API has it. */
@RestController
@RequestMapping("/api/v1/admin")
@RequiresPermission(Permission.VIEW_DASHBOARD)
class DashboardController {

    private final Measures measures;
    private final Dimensions dimensions;
    private final Cohorts cohorts;

    DashboardController(Measures measures, Dimensions dimensions, Cohorts cohorts) {
        this.measures = measures;
        this.dimensions = dimensions;
        this.cohorts = cohorts;
    }

    /**
     * Figures day by day. What its owner does not say at the moment is left out.
     *
     * @throws Invalid naming the field that cannot be accepted
     * @throws Unavailable when nobody says anything
     */
    @PostMapping("/measures")
    @RequiresScope("admin:read")
    List<MeasureResponse> measures(@Body MeasureRequest request) {
        return request.isEmpty() ? List.of() : measures.read(request.check());
    }

    /**
     * Of which there is most. What its owner does not say at the moment is left out.
     *
     * @throws Invalid naming the field that cannot be accepted
     * @throws Unavailable when nobody says anything
     */
    @PostMapping("/dimensions")
    @RequiresScope("admin:read")
    List<DimensionResponse> dimensions(@Body DimensionRequest request) {
        return request.isEmpty() ? List.of() : dimensions.read(request.check());
    }

    /**
     * Who comes back.
     *
     * @throws Invalid naming the field that cannot be accepted
     */
    @PostMapping("/retention")
    @RequiresScope("admin:read")
    List<CohortResponse> retention(@Body RetentionRequest request) {
        return request.isEmpty() ? List.of() : cohorts.read(request.days(), request.unit());
    }
}
