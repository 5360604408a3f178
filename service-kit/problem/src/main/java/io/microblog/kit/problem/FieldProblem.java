package io.microblog.kit.problem;

/**
 * What is wrong with one field.
 *
 * @param error code for programs, such as {@code ERR_TAKEN}; clients translate the ones that the API documents
 * @param description ends a sentence that begins with the field's name: "has already been taken"
 */
public record FieldProblem(String error, String description) {}
