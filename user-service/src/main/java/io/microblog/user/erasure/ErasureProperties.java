package io.microblog.user.erasure;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How accounts are erased ({@code MICROBLOG_ERASURE_...}).
 *
 * @param persons how many have to want it: 2, or 1 where there is nobody else with the right
 */
@ConfigurationProperties("microblog.erasure")
record ErasureProperties(@DefaultValue("2") int persons) {

    /** Refuses any other number. */
    ErasureProperties {
        Assert.isTrue(persons == 1 || persons == 2, "MICROBLOG_ERASURE_PERSONS has to be 1 or 2");
    }

    boolean needTwo() {
        return persons == 2;
    }
}
