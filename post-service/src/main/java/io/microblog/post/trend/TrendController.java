package io.microblog.post.trend;

import java.util.List;

import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.post.status.Reader;
import io.microblog.post.status.Status;
import io.microblog.post.status.Statuses;
import io.microblog.post.tag.TagResponse;
import io.microblog.post.trend.Trends.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trends in the public API. They are paged by how many to leave out. */
@RestController
@RequestMapping("/api/v1/trends")
class TrendController {

    private final Trends trends;
    private final ReaderLanguages languages;
    private final Statuses statuses;
    private final TrendParts parts;

    TrendController(Trends trends, ReaderLanguages languages, Statuses statuses, TrendParts parts) {
        this.trends = trends;
        this.languages = languages;
        this.statuses = statuses;
        this.parts = parts;
    }

    /** At two paths: the shorter one is older. */
    @GetMapping({"", "/tags"})
    @OpenToAll("read")
    ResponseEntity<List<TagResponse>> tags(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller) {
        Part part = TrendParts.tags(offset, limit);
        Reader reader = Reader.of(caller);
        List<TagResponse> found = trends.tags(reader, languages.of(reader, language), part);
        return parts.answer("trends/tags", part, found.size(), found);
    }

    @GetMapping("/statuses")
    @OpenToAll("read:statuses")
    ResponseEntity<List<Status>> statuses(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller) {
        Part part = TrendParts.posts(offset, limit);
        Reader reader = Reader.of(caller);
        List<Long> found = trends.posts(reader, languages.of(reader, language), part);
        return parts.answer("trends/statuses", part, found.size(), statuses.read(found, reader));
    }

    /** Always empty: links have no previews here that could be shown. */
    @GetMapping("/links")
    @OpenToAll
    List<Object> links() {
        return List.of();
    }
}
