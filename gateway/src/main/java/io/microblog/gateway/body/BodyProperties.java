package io.microblog.gateway.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests may be under way whose body has not come whole.
 *
 * @param account of one account
 * @param anonymous of those without an account at one address
 */
@ConfigurationProperties("microblog.limits.bodies")
record BodyProperties(
        @DefaultValue("10") int account,
        @DefaultValue("100") int anonymous) {}
