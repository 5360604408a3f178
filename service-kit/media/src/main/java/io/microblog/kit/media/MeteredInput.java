package io.microblog.kit.media;

import java.lang.management.ManagementFactory;
import java.time.Duration;

import javax.imageio.stream.ImageInputStreamImpl;

import com.sun.management.ThreadMXBean;

/**
 * A file in memory that is read while the reading thread keeps within limits. What no header tells, such as how many tables
 * of codes a picture has, shows in what the decoder has used by the time that it reads on.
 */
final class MeteredInput extends ImageInputStreamImpl {

    private static final ThreadMXBean METER = ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

    /** Bytes read one by one between two looks at the meter. */
    private static final int PACE = 1024;

    private final byte[] file;
    private final int length;
    private final long maxAllocated;
    private final long maxTime;
    private int pace;

    /**
     * @param allocation how many bytes of the heap the reader may take from now on, garbage included
     * @param work how long a processor may be busy with it
     */
    MeteredInput(byte[] file, int length, long allocation, Duration work) {
        this.file = file;
        this.length = length;
        this.maxAllocated = METER.getCurrentThreadAllocatedBytes() + allocation;
        this.maxTime = METER.getCurrentThreadCpuTime() + work.toNanos();
    }

    @Override
    public int read() throws MalformedImage {
        if (++pace == PACE) {
            check();
        }
        bitOffset = 0;
        return streamPos < length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] to, int offset, int wanted) throws MalformedImage {
        check();
        bitOffset = 0;
        int count = (int) Math.min(wanted, length - streamPos);
        if (count <= 0) {
            return wanted == 0 ? 0 : -1;
        }
        System.arraycopy(file, (int) streamPos, to, offset, count);
        streamPos += count;
        return count;
    }

    @Override
    public long length() {
        return length;
    }

    private void check() throws MalformedImage {
        pace = 0;
        if (METER.getCurrentThreadAllocatedBytes() > maxAllocated || METER.getCurrentThreadCpuTime() > maxTime) {
            throw new MalformedImage("takes too much work for its size");
        }
    }
}
