package io.microblog.notification.language;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * What mails, the pages behind their links and pushes say in each language. Texts in a file of the {@link TemplateFolder}
 * win over the built-in ones of that language, one by one.
 */
@Component("messageSource")
public final class MailTexts extends ReloadableResourceBundleMessageSource {

    private static final String NAME = "messages";
    private static final Pattern LEFT_OVER = Pattern.compile("\\{\\d");

    private final TemplateFolder folder;

    public MailTexts(TemplateFolder folder) {
        this.folder = folder;
        setBasename("classpath:mail/" + NAME);
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setFallbackToSystemLocale(false);
        setAlwaysUseMessageFormat(true);
    }

    /** The name of the file with the texts of a language; English ones stand in for those that another lacks. */
    static String file(Locale locale) {
        return NAME + (locale.equals(Locale.ENGLISH) ? "" : "_" + locale.getLanguage()) + ".properties";
    }

    /** @throws IllegalStateException when a file of the folder has a text that cannot be used; the message names both */
    @Override
    protected Properties loadProperties(Resource resource, String filename) throws IOException {
        Properties texts = super.loadProperties(resource, filename);
        folder.find(String.valueOf(resource.getFilename())).ifPresent(file -> override(texts, file));
        return texts;
    }

    private static void override(Properties texts, Path file) {
        Properties own = read(file);
        for (String key : own.stringPropertyNames()) {
            String fault = fault(texts.getProperty(key), own.getProperty(key));
            if (fault != null) {
                throw new IllegalStateException(file + ": " + key + " " + fault);
            }
        }
        texts.putAll(own);
    }

    private static Properties read(Path file) {
        var own = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            own.load(in);
            return own;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException(file + " cannot be read as UTF-8 with a text in each line", e);
        }
    }

    /** What is wrong with a text in the place of another, null for nothing. */
    private static @Nullable String fault(@Nullable String builtIn, String own) {
        if (builtIn == null) {
            return "is the key of no text";
        }
        try {
            var format = new MessageFormat(own, Locale.ROOT);
            int values = values(new MessageFormat(builtIn, Locale.ROOT));
            if (values(format) > values) {
                return "uses a value that is not there: it has " + values;
            }
            return LEFT_OVER.matcher(format.format(numbers(values))).find()
                    ? "has a value in quotes: an apostrophe is written twice"
                    : null;
        } catch (IllegalArgumentException e) {
            return "is no text: " + e.getMessage();
        }
    }

    private static int values(MessageFormat format) {
        return format.getFormatsByArgumentIndex().length;
    }

    private static Object[] numbers(int count) {
        var numbers = new Object[count];
        Arrays.fill(numbers, 1);
        return numbers;
    }
}
