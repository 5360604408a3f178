package io.microblog.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The limits of a {@link Page} parameter. */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface PageDefaults {

    /** How many when the client does not say, or says 0. */
    int limit() default 20;

    /** The most; larger wishes get this many. */
    int max() default 40;
}
