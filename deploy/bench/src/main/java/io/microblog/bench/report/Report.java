package io.microblog.bench.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What one benchmark has found: printed as it comes, and kept as Markdown. */
public final class Report {

    private final StringBuilder text = new StringBuilder();
    private final PrintStream out;

    public Report(PrintStream out) {
        this.out = out;
    }

    public void heading(String title) {
        add("\n## " + title + "\n");
    }

    public void paragraph(String words) {
        add("\n" + words + "\n");
    }

    public void table(Table table) {
        add("\n" + table.markdown());
    }

    /** Something to be read as it stands, such as a query plan. */
    public void listing(String lines) {
        add("\n```\n" + lines.stripTrailing() + "\n```\n");
    }

    private void add(String part) {
        text.append(part);
        out.print(part);
        out.flush();
    }

    /** Keeps it under that name. */
    public Path save(Path folder, String name) {
        try {
            Path file = Files.createDirectories(folder).resolve(name + ".md");
            Files.writeString(file, text.toString().strip() + "\n");
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the report", e);
        }
    }
}
