package io.microblog.local.demo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The page behind the link of a confirmation mail: opening it changes nothing, its button does. */
final class ConfirmationPage {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"");

    private final DemoApi platform;

    ConfirmationPage(DemoApi platform) {
        this.platform = platform;
    }

    /** @param link the path in the mail; nothing happens when it has been used */
    void press(String link) {
        DemoApi browser = platform.browser();
        String page = browser.tryGet(link, null).body();
        Map<String, String> form = new LinkedHashMap<>();
        HIDDEN.matcher(page).results().forEach(input -> form.put(input.group(1), input.group(2)));
        if (!form.isEmpty()) {
            DemoApi.accepted(link, browser.tryForm(link.replaceFirst("\\?.*", ""), form));
        }
    }
}
