package io.microblog.internal;

import java.util.List;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Who has a role on this server, as user-service knows at this moment. */
@HttpExchange("/internal/staff")
public interface StaffApi {

    /** All who can use their accounts. */
    @GetExchange
    List<StaffMember> staff();
}
