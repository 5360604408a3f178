package io.microblog.kit.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.microblog.kit.problem.Conflict;
import io.microblog.kit.problem.ProblemAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A service with nothing but the kit's conventions, on the real container, which decides much of what they see. */
@SpringBootConfiguration
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    ProblemAutoConfiguration.class,
    ApiJsonAutoConfiguration.class,
    BaseUrlAutoConfiguration.class,
    KitWebAutoConfiguration.class
})
@Import(ConventionsApplication.Endpoints.class)
class ConventionsApplication {

    enum Privacy {
        PUBLIC,
        PRIVATE
    }

    record Poll(@Nullable List<String> options, @Nullable Integer expiresIn, boolean multiple) {}

    record Field(@Nullable String name, @Nullable String value) {}

    record Filter(
            @Nullable Long accountId,
            @Nullable Instant since,
            @Nullable Privacy visibility,
            boolean sensitive) {}

    record Draft(
            @Nullable String status,
            @Nullable Long inReplyToId,
            @Nullable List<Long> mediaIds,
            @Nullable Boolean sensitive,
            @Nullable Privacy visibility,
            @Nullable Poll poll,
            @Nullable List<Field> fieldsAttributes,
            @Nullable Instant scheduledAt,
            @Nullable MultipartFile avatar) {

        Draft {
            if ("twice".equals(status)) {
                throw new Conflict("Already posted");
            }
        }
    }

    @RestController
    static class Endpoints {

        private final PageLinks links;

        Endpoints(PageLinks links) {
            this.links = links;
        }

        /** Says what it understood; a file by its name and size. */
        @RequestMapping(
                path = "/drafts",
                method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH})
        Map<String, @Nullable Object> draft(@Body Draft draft) {
            Map<String, @Nullable Object> seen = new LinkedHashMap<>();
            seen.put("status", draft.status());
            seen.put("in_reply_to_id", draft.inReplyToId());
            seen.put("media_ids", draft.mediaIds());
            seen.put("sensitive", draft.sensitive());
            seen.put("visibility", draft.visibility());
            seen.put("poll", draft.poll());
            seen.put("fields_attributes", draft.fieldsAttributes());
            seen.put("scheduled_at", draft.scheduledAt());
            MultipartFile avatar = draft.avatar();
            seen.put("avatar", avatar == null ? null : avatar.getOriginalFilename() + " " + avatar.getSize());
            return seen;
        }

        @GetMapping("/items")
        ResponseEntity<List<Long>> items(@PageDefaults(limit = 3, max = 5) Page page) {
            List<Long> items = new ArrayList<>();
            for (long id = Math.min(page.below() - 1, 10); id > page.above() && items.size() < page.limit(); id--) {
                items.add(id);
            }
            return links.page(page, items, Long::longValue);
        }

        @GetMapping("/ids")
        List<Long> ids(@IdList(value = "id", max = 3) List<Long> ids) {
            return ids;
        }

        @GetMapping("/filtered")
        boolean filtered(@Body Filter filter) {
            return filter.sensitive();
        }

        @GetMapping("/flag")
        boolean flag(@RequestParam(name = "resolve", defaultValue = "false") boolean resolve) {
            return resolve;
        }

        @GetMapping("/cacheable")
        ResponseEntity<String> cacheable() {
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .body("mine");
        }
    }
}
