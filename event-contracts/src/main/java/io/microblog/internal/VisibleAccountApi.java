package io.microblog.internal;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/** The accounts of user-service, as a reader may see them. */
@HttpExchange("/internal/accounts")
public interface VisibleAccountApi {

    /** Each is an {@code Account} of the public API, in the order asked, without those who block the reader. */
    @GetExchange
    List<JsonNode> accounts(
            @RequestParam(name = "id", defaultValue = "") List<Long> ids,
            @RequestHeader(name = InternalCalls.READER, required = false) @Nullable Long reader);
}
