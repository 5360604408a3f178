package io.microblog.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a list of ids to a {@code List<Long>} from both {@code id[]=1&id[]=2} and {@code id=1&id=2}. Each id comes once,
 * in the order asked; the list is empty when none is given. What is no id is a
 * {@link io.microblog.kit.problem.BadRequest}, and too many of them are {@link io.microblog.kit.problem.Invalid}, as the
 * API has it.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdList {

    /** The parameter's name without brackets. */
    String value();

    /** The most ids in one request. */
    int max() default 100;
}
