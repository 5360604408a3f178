package io.microblog.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint for token holders: 401 without a token, 403 without the scope or with an account that may not act. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RequiresScope {

    /** The scopes of which one is needed, as {@code write:statuses}; none when any token will do. */
    String[] value() default {};

    /** Whether a person must stand behind the token; 422 when an app calls on its own. */
    boolean account() default true;

    /** Whether people may call it before they confirmed their e-mail address. */
    boolean unconfirmed() default false;
}
