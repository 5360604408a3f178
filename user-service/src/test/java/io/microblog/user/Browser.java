package io.microblog.user;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser or an app as the service meets it: cookies, forms, headers, and redirects that are looked at before they are followed. */
public class Browser {

    private static final String ORIGIN = "http://localhost:8080";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String[] standing;
    private String language = "en";

    /** @param standing headers of every request, name and value in turn */
    public Browser(int port, String... standing) {
        this.base = "http://localhost:" + port;
        this.standing = standing;
    }

    /** From now on this browser asks for pages in that language, unless a request says otherwise. */
    public Browser speaking(String wanted) {
        language = wanted;
        return this;
    }

    /** An answer, read as what one takes it for. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        public Document page() {
            return Jsoup.parse(body());
        }

        public tools.jackson.databind.JsonNode json() {
            return tools.jackson.databind.json.JsonMapper.shared().readTree(body());
        }

        /** Of an answer that gives a token. */
        public String accessToken() {
            return json().get("access_token").asString();
        }

        /** The user names in a list of accounts. */
        public List<String> names() {
            return json().valueStream()
                    .map(account -> account.get("username").asString())
                    .toList();
        }

        /** The address of a page of a list after this one; empty on the last. */
        public String next() {
            String link = header("Link");
            return link.contains("rel=\"next\"") ? link.substring(1, link.indexOf('>')) : "";
        }
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As programs look that only want to know whether there is something. */
    public Answer head(String path, String... headers) {
        return send(request(path, headers).HEAD());
    }

    public Answer post(String path, Map<String, String> form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    public Answer postJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer postMultipart(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                        .map(field -> "--limit\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                                + "\"\r\n\r\n" + field.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--limit--\r\n";
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer delete(String path, String... headers) {
        return send(request(path, headers).DELETE());
    }

    public Answer putJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    public Answer patchJson(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(json)));
    }

    /** A form with one file in it, whose name is not to be believed. */
    public Answer patchFile(String path, String field, byte[] file, String... headers) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--limit\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"../../x.jpg\"\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path, headers)
                .header("Content-Type", "multipart/form-data; boundary=limit")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file as it is. */
    public byte[] download(String url) {
        try {
            HttpResponse<byte[]> answer = http.send(request(url).build(), BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : new byte[0];
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends a form of a page as a browser does: with its hidden fields and what the person fills in. */
    public Answer submit(Answer page, int form, Map<String, String> filled) {
        Element element = page.page().select("form").get(form);
        Stream<String> hidden = element.select("input[type=hidden]").stream()
                .map(input -> pair(input.attr("name"), input.attr("value")));
        Stream<String> own = filled.entrySet().stream().map(field -> pair(field.getKey(), field.getValue()));
        return send(request(element.attr("action"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        Stream.concat(hidden, own).collect(Collectors.joining("&")))));
    }

    public Answer follow(Answer redirect) {
        return get(redirect.header("Location"));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    public void forgetCookies() {
        cookies.getCookieStore().removeAll();
    }

    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> pair(field.getKey(), field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String pair(String name, String value) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8) + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path, String... headers) {
        String local = path.startsWith(ORIGIN) ? path.substring(ORIGIN.length()) : path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + local)).setHeader("Accept-Language", language);
        add(request, standing);
        add(request, headers);
        return request;
    }

    private static void add(HttpRequest.Builder request, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
