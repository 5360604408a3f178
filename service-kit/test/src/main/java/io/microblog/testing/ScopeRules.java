package io.microblog.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

/** What tokens may do, at every endpoint: one that may only read changes nothing, one that may only write sees nothing. */
final class ScopeRules {

    private static final String SECURITY = "io.microblog.kit.security.";
    private static final String MAPPINGS = "org.springframework.web.bind.annotation.";

    /** Where the API's documentation wants another scope. */
    private static final Set<String> AS_DOCUMENTED = Set.of(
            "AdminCanonicalBlockController.test", // a POST that changes nothing: admin:read
            "AnnouncementController.list", // any token of a person's
            "AppController.verify", // any token of the app's
            "DashboardController.dimensions", // POSTs that change nothing: admin:read
            "DashboardController.measures",
            "DashboardController.retention",
            "MediaController.one", // of one's own upload: write:media
            "TagController.tag", // whoever may follow a hashtag sees whether they do
            "TranslationController.translate"); // a POST that changes nothing: read:statuses

    /**
     * What is granted in full: {@code sessions} to the web client alone, {@code push} to whoever wants to be told, who may
     * then read and change how.
     */
    private static final Set<String> WHOLE = Set.of("push", "sessions");

    private ScopeRules() {}

    static List<ArchRule> all() {
        return List.of(
                methods()
                        .that(are("changes", method -> isMapped(method, "Post", "Put", "Patch", "Delete")))
                        .should(take(
                                "scopes to write", scope -> scope.matches("(admin:)?write.*") || WHOLE.contains(scope)))
                        .because("a token that may only read changes nothing"),
                methods()
                        .that(are("reads", method -> isMapped(method, "Get")))
                        .should(take(
                                "scopes to read",
                                scope -> scope.matches("(admin:)?read.*")
                                        || scope.equals("profile")
                                        || WHOLE.contains(scope)))
                        .because("a token that may only write sees nothing of anybody's own"));
    }

    /** An endpoint is for token holders, or it looks at the caller. */
    private static DescribedPredicate<JavaMethod> are(String what, Predicate<JavaMethod> mapped) {
        return DescribedPredicate.describe(
                "are " + what + " on somebody's behalf",
                method -> mapped.test(method)
                        && !AS_DOCUMENTED.contains(name(method))
                        && (method.isAnnotatedWith(SECURITY + "RequiresScope")
                                || (open(method).isPresent() && looksAtCaller(method))));
    }

    private static ArchCondition<JavaMethod> take(String what, Predicate<String> fits) {
        return new ArchCondition<>("take only " + what) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                List<String> scopes = scopes(method);
                if (scopes.isEmpty() || !scopes.stream().allMatch(fits)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes " + scopes));
                }
            }
        };
    }

    private static boolean isMapped(JavaMethod method, String... verbs) {
        return Arrays.stream(verbs).anyMatch(verb -> method.isAnnotatedWith(MAPPINGS + verb + "Mapping"));
    }

    private static boolean looksAtCaller(JavaMethod method) {
        return method.getRawParameterTypes().stream().map(JavaClass::getName).anyMatch((SECURITY + "Caller")::equals);
    }

    private static List<String> scopes(JavaMethod method) {
        return of(method, "RequiresScope")
                .or(() -> open(method))
                .flatMap(annotation -> annotation.get("value"))
                .map(value -> List.of((String[]) value))
                .orElse(List.of());
    }

    private static Optional<JavaAnnotation<?>> open(JavaMethod method) {
        return of(method, "OpenToAll").or(() -> of(method.getOwner(), "OpenToAll"));
    }

    private static Optional<JavaAnnotation<?>> of(HasAnnotations<?> element, String annotation) {
        return element.getAnnotations().stream()
                .filter(found -> found.getRawType().getName().equals(SECURITY + annotation))
                .<JavaAnnotation<?>>map(found -> found)
                .findFirst();
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
