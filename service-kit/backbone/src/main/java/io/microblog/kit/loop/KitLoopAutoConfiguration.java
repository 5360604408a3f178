package io.microblog.kit.loop;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.task.TaskSchedulingAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.TaskManagementConfigUtils;

/**
 * Gives each scheduled task a thread of its own, so that a slow one delays nothing but itself. Where threads are virtual,
 * Spring Boot's own scheduler runs all tasks with a fixed delay one after the other.
 */
@AutoConfiguration(before = TaskSchedulingAutoConfiguration.class)
public final class KitLoopAutoConfiguration {

    /** More than any service has tasks; the threads are virtual and cost next to nothing. */
    private static final int THREADS = 64;

    @Bean
    @ConditionalOnBean(name = TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME)
    @ConditionalOnMissingBean(TaskScheduler.class)
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setVirtualThreads(true);
        scheduler.setThreadNamePrefix("scheduled-");
        return scheduler;
    }
}
