package io.microblog.kit.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds what the client sent to a record, whether it came as JSON, form-urlencoded or multipart; clients differ.
 *
 * <p>Form keys may have brackets: {@code media_ids[]}, {@code poll[options][]}, {@code fields_attributes[0][name]}. A
 * repeated key is a list, a single value is a list of one where a list is wanted, and an object whose keys are all numbers
 * is a list. Names are snake case. Query parameters count too, but the body wins. Unknown keys are ignored. Booleans are
 * read as {@link LenientBoolean} says, numbers also from strings; an empty string is no number, boolean, date or enum
 * constant (null), but stays an empty string. What is left out is null, and false or 0 in a primitive component.
 * File parts bind to components of type {@link org.springframework.web.multipart.MultipartFile}.
 *
 * <p>A value of the wrong type is an {@link io.microblog.kit.problem.Invalid} that names the field, or a
 * {@link io.microblog.kit.problem.BadRequest} where there is nothing but a query. A
 * {@link io.microblog.kit.problem.Problem} thrown by the record's own constructor reaches the client as it is.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Body {}
