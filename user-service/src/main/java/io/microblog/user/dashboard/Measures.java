package io.microblog.user.dashboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import io.microblog.internal.FigureQuestion;
import io.microblog.kit.problem.Unavailable;
import org.springframework.stereotype.Service;

/** Puts measures together that several services keep. */
@Service
class Measures {

    private final OwnFigures own;
    private final FigureOwners others;

    Measures(OwnFigures own, FigureOwners others) {
        this.own = own;
        this.others = others;
    }

    /**
     * What was asked for, in that order. What its owner does not say at the moment is left out.
     *
     * @throws Unavailable when that is everything
     */
    List<MeasureResponse> read(MeasureRequest.Accepted wanted) {
        var asked = new LinkedHashMap<MeasureKey, CompletableFuture<Optional<DailyFigures>>>();
        wanted.keys().forEach(key -> asked.put(key, figures(key, wanted)));
        List<MeasureResponse> found = asked.entrySet().stream()
                .flatMap(
                        entry -> entry
                                .getValue()
                                .join()
                                .map(figures -> MeasureResponse.of(entry.getKey(), wanted.days(), figures))
                                .stream())
                .toList();
        if (found.isEmpty()) {
            throw new Unavailable("Who counts this does not answer");
        }
        return found;
    }

    private CompletableFuture<Optional<DailyFigures>> figures(MeasureKey key, MeasureRequest.Accepted wanted) {
        return key.figure()
                .map(figure -> others.daily(new FigureQuestion(
                        figure, wanted.days(), wanted.hashtags().get(key))))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.of(count(key, wanted.days()))));
    }

    private DailyFigures count(MeasureKey key, FigureDays days) {
        return switch (key) {
            case ACTIVE_USERS -> own.activeUsers(days);
            case NEW_USERS -> own.newUsers(days);
            case OPENED_REPORTS -> own.openedReports(days);
            case RESOLVED_REPORTS -> own.resolvedReports(days);
            case RESPONSE_TIME -> own.responseTime(days);
            default -> DailyFigures.sum(days, Map.of());
        };
    }
}
