package io.microblog.notification.inbox;

import java.util.Collection;
import java.util.List;

import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import tools.jackson.databind.JsonNode;

/** The accounts of user-service, as this reader may see them. */
interface UserClient {

    @GetExchange("/internal/accounts")
    List<JsonNode> accounts(@RequestParam("id") Collection<Long> ids, @RequestHeader("Microblog-Reader") long reader);
}
