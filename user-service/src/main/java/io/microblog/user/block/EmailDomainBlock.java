package io.microblog.user.block;

import java.time.Instant;
import java.util.List;

import io.microblog.kit.openapi.SchemaName;

/**
 * The API's {@code Admin::EmailDomainBlock}: a domain whose addresses nobody signs up with.
 *
 * @param history of the last seven days, today first
 */
@SchemaName("AdminEmailDomainBlock")
record EmailDomainBlock(String id, String domain, Instant createdAt, List<Day> history) {

    /**
     * How often somebody tried on a day. The API tells people and addresses apart; attempts alone are counted here.
     *
     * @param day its beginning in seconds since 1970, in digits
     * @param accounts attempts, in digits
     * @param uses the same
     */
    @SchemaName("AdminEmailDomainBlockHistory")
    record Day(String day, String accounts, String uses) {}
}
