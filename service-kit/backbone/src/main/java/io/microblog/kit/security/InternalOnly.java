package io.microblog.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint under {@code /internal/} for other services, which must show their identity. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface InternalOnly {

    /** The only services that it is for; any other gets 403. */
    String[] value();
}
