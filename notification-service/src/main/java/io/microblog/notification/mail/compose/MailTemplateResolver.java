package io.microblog.notification.mail.compose;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

import io.microblog.notification.language.TemplateFolder;
import org.springframework.stereotype.Component;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresource.ClassLoaderTemplateResource;
import org.thymeleaf.templateresource.FileTemplateResource;
import org.thymeleaf.templateresource.ITemplateResource;

/**
 * Finds the templates of mails, by the names of their files: in the folder of whoever runs the server, or else the built-in
 * ones. What such a name ends in says whether it is HTML or plain text.
 */
@Component
final class MailTemplateResolver extends AbstractConfigurableTemplateResolver {

    private static final String PREFIX = "mail/";

    private final TemplateFolder folder;

    MailTemplateResolver(TemplateFolder folder) {
        this.folder = folder;
        setOrder(1);
        setResolvablePatterns(Set.of(PREFIX + "*"));
        setPrefix("templates/");
        setCharacterEncoding(StandardCharsets.UTF_8.name());
    }

    /** The name of the file that a template is in. */
    static String file(String template) {
        return template.substring(PREFIX.length());
    }

    @Override
    protected ITemplateResource computeTemplateResource(
            IEngineConfiguration configuration,
            String ownerTemplate,
            String template,
            String resourceName,
            String characterEncoding,
            Map<String, Object> attributes) {
        return folder.find(file(template))
                .<ITemplateResource>map(own -> new FileTemplateResource(own.toFile(), characterEncoding))
                .orElseGet(() -> new ClassLoaderTemplateResource(resourceName, characterEncoding));
    }
}
