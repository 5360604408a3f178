package io.microblog.notification.mail.compose;

import io.microblog.kit.web.BaseUrl;
import io.microblog.notification.language.MailTexts;
import io.microblog.notification.language.TemplateFolder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What writes letters, as the service puts it together. */
record Writing(Letters letters, SampleLetters samples) {

    private static final BaseUrl BASE = new BaseUrl("https://blog.example");

    /** With the built-in templates and texts. */
    static Writing builtIn() {
        return with("");
    }

    /**
     * With those of whoever runs the server.
     *
     * @throws IllegalStateException when they cannot be used
     */
    static Writing with(String path) {
        var folder = new TemplateFolder(path);
        var texts = new MailTexts(folder);
        var engine = new SpringTemplateEngine();
        engine.addTemplateResolver(new MailTemplateResolver(folder));
        var letters = new Letters(texts, engine, BASE, "Corner Talk");
        var samples = new SampleLetters(letters, texts, BASE);
        new TemplateCheck(samples, BASE, folder);
        return new Writing(letters, samples);
    }
}
