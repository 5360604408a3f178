package io.microblog.notification.mail.compose;

import java.util.ArrayList;
import java.util.List;

/**
 * A text with gaps for a greeting and a link, cut at them once for all of its copies.
 *
 * @param texts what stands before each gap and after the last
 * @param greetings of each gap, whether it is one for the greeting
 */
record Pieces(List<String> texts, List<Boolean> greetings) {

    /** Cuts a text at marks that stand for the greeting and for the link. */
    static Pieces of(String text, String greetingMark, String linkMark) {
        var texts = new ArrayList<String>();
        var greetings = new ArrayList<Boolean>();
        int from = 0;
        while (true) {
            int greeting = text.indexOf(greetingMark, from);
            int link = text.indexOf(linkMark, from);
            if (greeting < 0 && link < 0) {
                texts.add(text.substring(from));
                return new Pieces(List.copyOf(texts), List.copyOf(greetings));
            }
            boolean greetingFirst = link < 0 || (greeting >= 0 && greeting < link);
            int gap = greetingFirst ? greeting : link;
            texts.add(text.substring(from, gap));
            greetings.add(greetingFirst);
            from = gap + (greetingFirst ? greetingMark : linkMark).length();
        }
    }

    String with(String greeting, String link) {
        var copy = new StringBuilder(texts.stream().mapToInt(String::length).sum()
                + greetings.size() * Math.max(greeting.length(), link.length()));
        for (int i = 0; i < greetings.size(); i++) {
            copy.append(texts.get(i)).append(greetings.get(i) ? greeting : link);
        }
        return copy.append(texts.getLast()).toString();
    }
}
