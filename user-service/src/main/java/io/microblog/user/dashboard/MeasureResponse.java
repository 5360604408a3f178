package io.microblog.user.dashboard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.microblog.internal.DailyFigures;
import io.microblog.internal.FigureDays;
import io.microblog.kit.openapi.SchemaName;
import org.jspecify.annotations.Nullable;

/**
 * The API's {@code Admin::Measure}: a figure of some days in UTC. Numbers are written as strings.
 *
 * @param unit of the numbers; null where they just count
 * @param total of all days; people count once in it
 * @param humanValue the total as people write it, of bytes alone
 * @param previousTotal of as many days right before; of other servers there is none
 */
@SchemaName("AdminMeasure")
record MeasureResponse(
        String key,
        @Nullable String unit,
        String total,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String humanValue,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String previousTotal,
        List<Day> data) {

    /** @param date its midnight */
    @SchemaName("AdminMeasureDay")
    record Day(Instant date, String value) {}

    static MeasureResponse of(MeasureKey key, FigureDays days, DailyFigures figures) {
        boolean foreign = key.wireName().startsWith("instance_");
        List<LocalDate> all = days.all();
        return new MeasureResponse(
                key.wireName(),
                key.unit(),
                String.valueOf(figures.total()),
                "bytes".equals(key.unit()) ? HumanSize.of(figures.total()) : null,
                foreign ? null : String.valueOf(figures.previous()),
                IntStream.range(0, all.size())
                        .mapToObj(i -> new Day(
                                all.get(i).atStartOfDay(ZoneOffset.UTC).toInstant(),
                                String.valueOf(figures.days().get(i))))
                        .toList());
    }
}
