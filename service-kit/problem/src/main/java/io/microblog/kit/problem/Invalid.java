package io.microblog.kit.problem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** 422: understood, but what it says cannot be accepted. */
public class Invalid extends Problem {

    private final transient Map<String, List<FieldProblem>> details;

    /** Without a field to blame. */
    public Invalid(String error) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, error);
        this.details = Map.of();
    }

    /** Without a field to blame, and with a {@linkplain Problem#code code} for programs. */
    public Invalid(String error, String code) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, error, code, null);
        this.details = Map.of();
    }

    /** With what is wrong with each field, by the field's name in the request. */
    public Invalid(Map<String, List<FieldProblem>> details) {
        this(details, null);
    }

    private Invalid(Map<String, List<FieldProblem>> details, @Nullable String code) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, sentence(details), code, null);
        this.details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
    }

    /**
     * One field is wrong.
     *
     * @param field its name in the request
     * @param error code for programs
     * @param description what ends the sentence that begins with the field's name
     */
    public static Invalid field(String field, String error, String description) {
        return builder().field(field, error, description).build();
    }

    /** The same problem with a {@linkplain Problem#code code}, for programs that tell it from others of the field. */
    public Invalid withCode(String code) {
        return new Invalid(details, code);
    }

    /** Collects what is wrong with several fields. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Map<String, List<FieldProblem>> details() {
        return details;
    }

    private static String sentence(Map<String, List<FieldProblem>> details) {
        return details.entrySet().stream()
                .flatMap(field -> field.getValue().stream()
                        .map(problem -> humanName(field.getKey()) + " " + problem.description()))
                .collect(Collectors.joining(", ", "Validation failed: ", ""));
    }

    private static String humanName(String field) {
        String words = field.replaceAll("[_.\\[\\]]+", " ").strip();
        return words.isEmpty() ? "Value" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Collects field problems in the order they are found. */
    public static final class Builder {

        private final Map<String, List<FieldProblem>> details = new LinkedHashMap<>();

        private Builder() {}

        /** Adds a problem of a field; a field may have several. */
        public Builder field(String field, String error, String description) {
            details.computeIfAbsent(field, name -> new ArrayList<>()).add(new FieldProblem(error, description));
            return this;
        }

        /** Whether nothing is wrong. */
        public boolean isEmpty() {
            return details.isEmpty();
        }

        /** The exception, to be thrown. */
        public Invalid build() {
            return new Invalid(details);
        }

        /** Throws when anything is wrong, else does nothing. */
        public void throwIfAny() {
            if (!isEmpty()) {
                throw build();
            }
        }
    }
}
