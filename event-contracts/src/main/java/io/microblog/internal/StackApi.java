package io.microblog.internal;

import java.util.List;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** A service that says what it stores things with, and how much there is. */
@HttpExchange("/internal/stack")
public interface StackApi {

    /** Its database first. */
    @GetExchange
    List<StackPart> parts();
}
