package io.microblog.internal;

import java.util.List;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** A service that counts what it keeps, for user-service. Numbers alone: nothing here says who. */
@HttpExchange("/internal/figures")
public interface FigureApi {

    /** A figure day by day; not found when it is not this service's. */
    @PostExchange("/daily")
    DailyFigures daily(@RequestBody FigureQuestion question);

    /** What there was most of, first; not found when it is not this service's. */
    @PostExchange("/ranked")
    List<RankedFigure> ranked(@RequestBody FigureQuestion question, @RequestParam("limit") int limit);
}
