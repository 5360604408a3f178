package io.microblog.testing;

import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The house rules that every service keeps; its {@code ArchitectureTests} call {@link #check}. */
public final class ServiceArchitecture {

    private static final String[] FORBIDDEN_PACKAGES = {
        "..config..", "..dto..", "..mapper..", "..impl..", "..util..", "..utils.."
    };

    private ServiceArchitecture() {}

    /**
     * Checks the classes of one service.
     *
     * @param basePackage as {@code io.microblog.post}
     * @throws AssertionError naming each class that breaks a rule
     */
    public static void check(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        Stream.concat(rules(basePackage).stream(), ScopeRules.all().stream())
                .forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    private static List<ArchRule> rules(String basePackage) {
        return List.of(
                noClasses().should().resideInAnyPackage(FORBIDDEN_PACKAGES).because("packages are features"),
                noClasses().should().haveSimpleNameEndingWith("Impl").because("an interface has a reason to be one"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Controller")
                        .should()
                        .notBePublic()
                        .because("nobody but Spring calls a controller"),
                classes()
                        .that()
                        .haveSimpleNameEndingWith("Repository")
                        .should()
                        .onlyBeAccessed()
                        .byClassesThat(JavaClass.Predicates.resideInAnyPackage(basePackage + ".."))
                        .andShould()
                        .notBePublic()
                        .because("features meet through a service or an event"),
                methods()
                        .that()
                        .areAnnotatedWith("org.springframework.kafka.annotation.KafkaListener")
                        .should()
                        .haveName("on")
                        .because("a consumer reads as on(OrderPaid)"),
                slices().matching(basePackage + ".(*)..").should().beFreeOfCycles());
    }
}
