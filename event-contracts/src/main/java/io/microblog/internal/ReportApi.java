package io.microblog.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/** The reports that user-service keeps, as those see them who handle them. */
@HttpExchange("/internal/reports")
public interface ReportApi {

    /** Each is a {@code Report} of the public API; none for a reader whose role does not let them handle reports. */
    @GetExchange
    List<JsonNode> reports(
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @RequestHeader(name = InternalCalls.READER, required = false) @Nullable Long reader);
}
