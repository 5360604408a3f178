package io.microblog.user.dashboard;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Bytes as the API's servers write them: 1.46 GB, 780 MB, 12 Bytes. */
final class HumanSize {

    private static final List<String> UNITS = List.of("KB", "MB", "GB", "TB", "PB", "EB");
    private static final int STEP = 1024;
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private HumanSize() {}

    static String of(long bytes) {
        if (bytes < STEP) {
            return bytes + (bytes == 1 ? " Byte" : " Bytes");
        }
        double size = bytes;
        int unit = -1;
        while (size >= STEP) {
            size /= STEP;
            unit++;
        }
        BigDecimal rounded = BigDecimal.valueOf(size).round(THREE_DIGITS).stripTrailingZeros();
        return rounded.toPlainString() + " " + UNITS.get(unit);
    }
}
