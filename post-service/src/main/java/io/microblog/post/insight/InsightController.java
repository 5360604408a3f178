package io.microblog.post.insight;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import io.microblog.kit.openapi.Answers;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.web.Body;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one's own posts and profile fare. Whose they are is told by the token alone. */
@RestController
@RequestMapping("/api/v1/insights")
class InsightController {

    private static final int USUAL = 20;
    private static final int MOST = 40;

    /** Posts in a table to be downloaded. */
    private static final int MOST_ROWS = 1_000;

    private static final String CSV = "text/csv";
    private static final MediaType CSV_TEXT = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final InsightService insights;

    InsightController(InsightService insights) {
        this.insights = insights;
    }

    /**
     * Which posts an author asks for.
     *
     * @param from the first day on which they were published
     * @param to the last
     * @param timeZone IANA name of the zone whose days these are
     * @param sort what makes them the best
     * @param limit how many
     */
    record BestPostsRequest(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String timeZone,
            @Nullable PostOrder sort,
            @Nullable Integer limit) {

        int most() {
            if (limit != null && limit < 0) {
                throw new BadRequest("Parameter limit is negative");
            }
            return limit == null || limit == 0 ? USUAL : Math.min(limit, MOST);
        }
    }

    @GetMapping("/profile")
    @RequiresScope("read:statuses")
    ProfileInsight profile(@Body InsightRequest request, Caller caller) {
        return insights.profile(caller.requireAccount(), request);
    }

    @GetMapping("/profile.csv")
    @RequiresScope("read:statuses")
    @Answers(type = CSV)
    ResponseEntity<String> profileTable(@Body InsightRequest request, Caller caller) {
        return download("profile.csv", InsightTables.of(insights.profile(caller.requireAccount(), request)));
    }

    @GetMapping("/posts")
    @RequiresScope("read:statuses")
    List<PostInsight.Ranked> posts(@Body BestPostsRequest request, Caller caller) {
        Period period = Period.of(request.from(), request.to(), request.timeZone());
        PostOrder order = Objects.requireNonNullElse(request.sort(), PostOrder.ENGAGEMENT);
        return insights.best(caller.requireAccount(), period, order, request.most());
    }

    @GetMapping("/posts.csv")
    @RequiresScope("read:statuses")
    @Answers(type = CSV)
    ResponseEntity<String> postsTable(@Body InsightRequest request, Caller caller) {
        return download(
                "posts.csv", InsightTables.of(insights.newest(caller.requireAccount(), request.period(), MOST_ROWS)));
    }

    @GetMapping("/posts/{id}")
    @RequiresScope("read:statuses")
    PostInsight post(@PathVariable long id, @Body InsightRequest request, Caller caller) {
        return insights.post(caller.requireAccount(), id, request);
    }

    private static ResponseEntity<String> download(String name, String table) {
        return ResponseEntity.ok()
                .contentType(CSV_TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table);
    }
}
