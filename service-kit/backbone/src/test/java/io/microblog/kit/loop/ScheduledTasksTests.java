package io.microblog.kit.loop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import static org.awaitility.Awaitility.await;

/** Scheduled tasks as services have them. */
class ScheduledTasksTests {

    @Test
    void aSlowTaskDelaysNoOther() {
        new ApplicationContextRunner()
                .withPropertyValues("spring.threads.virtual.enabled=true")
                .withUserConfiguration(Tasks.class)
                .run(context -> {
                    Tasks tasks = context.getBean(Tasks.class);
                    tasks.begun.await();
                    int before = tasks.rounds.get();
                    await().until(() -> tasks.rounds.get() > before + 2);
                    tasks.mayEnd.countDown();
                });
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ImportAutoConfiguration({KitLoopAutoConfiguration.class, TaskSchedulingAutoConfiguration.class})
    static class Tasks {

        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch mayEnd = new CountDownLatch(1);
        private final AtomicInteger rounds = new AtomicInteger();

        @Scheduled(fixedDelay = 1)
        void slow() throws InterruptedException {
            begun.countDown();
            mayEnd.await();
        }

        @Scheduled(fixedDelay = 1)
        void quick() {
            rounds.incrementAndGet();
        }
    }
}
