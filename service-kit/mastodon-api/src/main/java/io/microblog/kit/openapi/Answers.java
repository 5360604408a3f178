package io.microblog.kit.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.microblog.kit.problem.ProblemBody;

/** How an endpoint answers, where its signature does not tell. Only described, not enforced. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    /** The statuses of success. */
    int[] status() default 200;

    /** The media type of success. */
    String type() default "application/json";

    /** The bodies of success where there are several kinds, instead of what the signature says. */
    Class<?>[] body() default {};

    /** The body of a refusal, beside the usual one. */
    Class<?> refusal() default ProblemBody.class;
}
