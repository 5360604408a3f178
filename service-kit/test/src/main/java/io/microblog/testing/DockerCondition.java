package io.microblog.testing;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;

/** Whether a Docker engine answers; found out once a JVM. */
abstract class DockerCondition implements Condition {

    private static final class Docker {
        static final boolean AVAILABLE = !Boolean.getBoolean("microblog.test.embedded")
                && DockerClientFactory.instance().isDockerAvailable();
    }

    private final boolean wanted;

    private DockerCondition(boolean wanted) {
        this.wanted = wanted;
    }

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Docker.AVAILABLE == wanted;
    }

    /** Docker answers. */
    static final class Present extends DockerCondition {
        Present() {
            super(true);
        }
    }

    /** No Docker engine answers. */
    static final class Absent extends DockerCondition {
        Absent() {
            super(false);
        }
    }
}
