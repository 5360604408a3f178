package io.microblog.kit.openapi;

import io.microblog.kit.problem.ProblemBody;

/** What the schemas of types are called. */
final class SchemaNames {

    private SchemaNames() {}

    /**
     * {@code RelationshipResponse} is a Relationship, {@code ProblemBody} a Problem, and the Field of a {@code ProfileUpdate}
     * a ProfileUpdateField.
     */
    static String of(Class<?> type) {
        if (type == ProblemBody.class) {
            return "Problem";
        }
        SchemaName given = type.getAnnotation(SchemaName.class);
        if (given != null) {
            return given.value();
        }
        String own = type.getSimpleName().replaceFirst("(?<=.)Response$", "");
        Class<?> outer = type.getEnclosingClass();
        return outer != null && outer.isRecord() ? of(outer) + own : own;
    }
}
