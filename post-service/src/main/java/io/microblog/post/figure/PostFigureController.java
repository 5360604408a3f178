package io.microblog.post.figure;

import java.util.List;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureApi;
import io.microblog.internal.FigureQuestion;
import io.microblog.internal.RankedFigure;
import io.microblog.kit.problem.NotFound;
import io.microblog.kit.security.InternalOnly;
import org.springframework.web.bind.annotation.RestController;

/** Tells user-service how much there is of posts. */
@RestController
@InternalOnly("user-service")
class PostFigureController implements FigureApi {

    private final DailyCounts counts;
    private final TagFigures tags;

    PostFigureController(DailyCounts counts, TagFigures tags) {
        this.counts = counts;
        this.tags = tags;
    }

    @Override
    public DailyFigures daily(FigureQuestion question) {
        return switch (question.figure()) {
            case POSTS, INTERACTIONS ->
                DailyFigures.sum(
                        question.days(),
                        counts.daily(question.figure(), question.days().withBefore()));
            case TAG_USES -> tags.uses(question);
            case TAG_ACCOUNTS -> tags.accounts(question);
            default -> throw new NotFound();
        };
    }

    @Override
    public List<RankedFigure> ranked(FigureQuestion question, int limit) {
        return switch (question.figure()) {
            case LANGUAGES -> counts.ranked(question, limit);
            case TAG_LANGUAGES -> tags.languages(question, limit);
            default -> throw new NotFound();
        };
    }
}
