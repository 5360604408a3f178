package io.microblog.post.card;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

import io.microblog.kit.page.FetchedFile;
import org.springframework.web.multipart.MultipartFile;

/** What was fetched, as if somebody had uploaded it. */
record FetchedUpload(FetchedFile file) implements MultipartFile {

    @Override
    public String getName() {
        return "image";
    }

    @Override
    public String getOriginalFilename() {
        return "";
    }

    @Override
    public String getContentType() {
        return file.mediaType();
    }

    @Override
    public boolean isEmpty() {
        return file.bytes().length == 0;
    }

    @Override
    public long getSize() {
        return file.bytes().length;
    }

    @Override
    public byte[] getBytes() {
        return file.bytes();
    }

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(file.bytes());
    }

    @Override
    public void transferTo(File destination) throws IOException {
        Files.write(destination.toPath(), file.bytes());
    }
}
