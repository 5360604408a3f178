package io.microblog.post.trend;

import java.util.List;
import java.util.StringJoiner;

import io.microblog.kit.problem.BadRequest;
import io.microblog.kit.security.Caller;
import io.microblog.kit.security.OpenToAll;
import io.microblog.kit.web.BaseUrl;
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

    private static final int TAGS = 10;
    private static final int MOST_TAGS = 20;
    private static final int POSTS = 20;
    private static final int MOST_POSTS = 40;

    private final Trends trends;
    private final ReaderLanguages languages;
    private final Statuses statuses;
    private final BaseUrl base;

    TrendController(Trends trends, ReaderLanguages languages, Statuses statuses, BaseUrl base) {
        this.trends = trends;
        this.languages = languages;
        this.statuses = statuses;
        this.base = base;
    }

    /** At two paths: the shorter one is older. */
    @GetMapping({"", "/tags"})
    @OpenToAll("read")
    ResponseEntity<List<TagResponse>> tags(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller) {
        Part part = part(offset, limit, TAGS, MOST_TAGS);
        Reader reader = Reader.of(caller);
        List<TagResponse> found = trends.tags(reader, languages.of(reader, language), part);
        return answer("tags", part, found.size(), found);
    }

    @GetMapping("/statuses")
    @OpenToAll("read:statuses")
    ResponseEntity<List<Status>> statuses(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable Integer offset,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String language,
            Caller caller) {
        Part part = part(offset, limit, POSTS, MOST_POSTS);
        Reader reader = Reader.of(caller);
        List<Long> found = trends.posts(reader, languages.of(reader, language), part);
        return answer("statuses", part, found.size(), statuses.read(found, reader));
    }

    /** Always empty: links have no previews here that could be shown. */
    @GetMapping("/links")
    @OpenToAll
    List<Object> links() {
        return List.of();
    }

    private static Part part(@Nullable Integer offset, @Nullable Integer limit, int usual, int most) {
        if ((offset != null && offset < 0) || (limit != null && limit < 0)) {
            throw new BadRequest("Parameter limit or offset is negative");
        }
        return new Part(offset == null ? 0 : offset, (limit == null || limit == 0) ? usual : Math.min(limit, most));
    }

    private <T> ResponseEntity<List<T>> answer(String what, Part part, int found, List<T> body) {
        var links = new StringJoiner(", ");
        if (found == part.limit()) {
            links.add(link(what, part.offset() + part.limit(), part.limit(), "next"));
        }
        if (part.offset() > 0) {
            links.add(link(what, Math.max(0, part.offset() - part.limit()), part.limit(), "prev"));
        }
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT_LANGUAGE);
        return (links.length() == 0 ? answer : answer.header(HttpHeaders.LINK, links.toString())).body(body);
    }

    private String link(String what, int offset, int limit, String relation) {
        String address = base.resolve("/api/v1/trends/%s?limit=%d&offset=%d".formatted(what, limit, offset));
        return "<%s>; rel=\"%s\"".formatted(address, relation);
    }
}
