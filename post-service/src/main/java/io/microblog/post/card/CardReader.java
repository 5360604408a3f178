package io.microblog.post.card;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

import io.microblog.kit.page.FetchedFile;
import io.microblog.kit.page.HtmlPage;
import io.microblog.kit.page.PageFetcher;
import io.microblog.kit.page.WantedFile;
import io.microblog.kit.web.BaseUrl;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a card of a page: what its head says, what it says by oEmbed and JSON-LD, and its image. */
@Component
class CardReader {

    private final PageFetcher pages;
    private final CardImages images;
    private final BaseUrl base;

    CardReader(PageFetcher pages, CardImages images, BaseUrl base) {
        this.pages = pages;
        this.images = images;
        this.base = base;
    }

    /**
     * The card of what is at an address; empty when there is no page with a title.
     *
     * @throws io.microblog.kit.problem.Problem when there is no room to process or store its image now
     */
    Optional<FoundCard> read(String url) {
        return PageFetcher.address(url)
                .flatMap(address -> pages.fetch(address, WantedFile.PAGE))
                .flatMap(this::card);
    }

    private Optional<FoundCard> card(FetchedFile page) {
        Document document = HtmlPage.parse(page);
        PageDetails details = PageDetails.of(document);
        Embed embed = details.oEmbed()
                .flatMap(address -> pages.fetch(address, Embed.WANTED))
                .map(Embed::of)
                .orElse(Embed.NONE);
        String title = said(embed.title(), details.title());
        if (title.isEmpty()) {
            return Optional.empty();
        }
        PageAuthor author = Stream.of(embed.author(), LinkedData.of(document).author(), details.author())
                .filter(PageAuthor::isNamed)
                .findFirst()
                .orElse(PageAuthor.NONE);
        return Optional.of(card(page.address(), title, author, details, embed));
    }

    private FoundCard card(URI page, String title, PageAuthor author, PageDetails details, Embed embed) {
        Optional<FoundCard.Image> photo = image(embed.photo(), details);
        return new FoundCard(
                page,
                photo.isPresent(),
                title,
                details.description(),
                details.language(),
                author,
                said(embed.providerName(), details.siteName()),
                embed.providerUrl(),
                details.publishedAt(),
                details.creator(base),
                photo.or(() -> image(details.image().orElse(embed.thumbnail()), details))
                        .orElse(null));
    }

    private Optional<FoundCard.Image> image(@Nullable URI address, PageDetails details) {
        return address == null ? Optional.empty() : images.store(address, details.imageDescription());
    }

    private static String said(String first, String second) {
        return Stream.of(first, second)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
