package io.microblog.kit.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An endpoint that answers everybody, with or without a token. A token that lacks the scope is refused all the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface OpenToAll {

    /** The scopes of which a token needs one, where one comes along; none when any will do. */
    String[] value() default {};
}
