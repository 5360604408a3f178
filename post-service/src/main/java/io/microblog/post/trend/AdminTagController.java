package io.microblog.post.trend;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

import io.microblog.kit.openapi.Opaque;
import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.Permission;
import io.microblog.kit.security.RequiresPermission;
import io.microblog.kit.security.RequiresScope;
import io.microblog.kit.text.Hashtags;
import io.microblog.kit.web.BaseUrl;
import io.microblog.kit.web.Body;
import io.microblog.post.tag.Hashtag;
import io.microblog.post.tag.TagPages;
import io.microblog.post.tag.TagPages.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hashtags for those who decide about them. Their ids are their names, by which lists are in descending order. */
@RestController
@RequestMapping("/api/v1/admin/tags")
@RequiresPermission(Permission.MANAGE_TAXONOMIES)
class AdminTagController {

    private static final int USUAL = 100;
    private static final int MOST = 200;

    private final AdminTags tags;
    private final TagPages pages;
    private final BaseUrl base;

    AdminTagController(AdminTags tags, TagPages pages, BaseUrl base) {
        this.tags = tags;
        this.pages = pages;
        this.base = base;
    }

    @GetMapping
    @RequiresScope("admin:read")
    ResponseEntity<List<AdminTagResponse>> all(
            @RequestParam(name = "max_id", required = false) @Opaque @Nullable String maxId,
            @RequestParam(name = "since_id", required = false) @Opaque @Nullable String sinceId,
            @RequestParam(name = "min_id", required = false) @Opaque @Nullable String minId,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (limit != null && limit < 0) {
            throw new BadRequest("Parameter limit is negative");
        }
        int most = (limit == null || limit == 0) ? USUAL : Math.min(limit, MOST);
        List<String> keys =
                pages.page(new Part(key("max_id", maxId), key("since_id", sinceId), key("min_id", minId), most));
        var answer = ResponseEntity.ok();
        if (!keys.isEmpty()) {
            answer.header(HttpHeaders.LINK, links(keys, most));
        }
        return answer.body(
                tags.show(keys.stream().map(key -> new Hashtag(key, key)).toList()));
    }

    /** One that nobody has used yet can be decided about all the same. */
    @GetMapping("/{id}")
    @RequiresScope("admin:read")
    AdminTagResponse tag(@PathVariable @Opaque String id) {
        return tags.show(Hashtag.of(id));
    }

    @PutMapping("/{id}")
    @RequiresScope("admin:write")
    AdminTagResponse change(Caller caller, @PathVariable @Opaque String id, @Body AdminTagRequest request) {
        Hashtag hashtag = Hashtag.of(id);
        return tags.decide(caller.requireAccount(), hashtag, request.of(hashtag.key()));
    }

    private static @Nullable String key(String parameter, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        return Hashtags.normalise(id)
                .orElseThrow(() -> new BadRequest("Parameter %s is no hashtag".formatted(parameter)));
    }

    private String links(List<String> keys, int limit) {
        var links = new StringJoiner(", ");
        if (keys.size() == limit) {
            links.add(link("max_id", keys.getLast(), limit, "next"));
        }
        return links.add(link("min_id", keys.getFirst(), limit, "prev")).toString();
    }

    private String link(String cursor, String key, int limit, String relation) {
        String id = URLEncoder.encode(key, StandardCharsets.UTF_8);
        String address = base.resolve("/api/v1/admin/tags?limit=%d&%s=%s".formatted(limit, cursor, id));
        return "<%s>; rel=\"%s\"".formatted(address, relation);
    }
}
