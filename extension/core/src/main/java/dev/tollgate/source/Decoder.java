package dev.tollgate.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Undoes what a text has gone through on its way into a message; what is no escape stays as it is. */
enum Decoder {
    /** The escapes of a JSON string (RFC 8259 section 7). */
    JSON {
        @Override
        boolean changes(StringBuilder text, boolean folded) {
            return text.indexOf("\\") >= 0;
        }

        @Override
        int step(String text, int at, Reading from, Reading into) {
            boolean escape = text.charAt(at) == '\\' && at + 1 < text.length();
            char kind = escape ? text.charAt(at + 1) : 0;
            int unit = kind == 'u' ? hex(text, at + 2, 4) : -1;
            int length = unit >= 0 ? 6 : escape ? 2 : 1;
            into.add(unit >= 0 ? unit : escape ? unescaped(kind) : text.charAt(at), from, at, at + length);
            return at + length;
        }
    },

    /** Percent-encoding of any characters, and + for a blank, as forms and addresses have them. */
    FORM {
        @Override
        boolean changes(StringBuilder text, boolean folded) {
            return text.indexOf("%") >= 0 || (!folded && text.indexOf("+") >= 0);
        }

        @Override
        int step(String text, int at, Reading from, Reading into) {
            int first = octet(text, at);
            int octets = first < 0 ? 0 : octets(first);
            int decoded = octets < 2 ? first : decoded(text, at, octets);
            int length = first < 0 ? 1 : decoded < 0 ? PERCENT : PERCENT * Math.max(1, octets);
            into.add(first < 0 ? text.charAt(at) : decoded < 0 ? first : decoded, from, at, at + length);
            return at + length;
        }
    };

    private static final int PERCENT = 3; // the length of an encoded octet

    /** @param folded whether a + in {@code text} has been read as a blank before */
    abstract boolean changes(StringBuilder text, boolean folded);

    /** Reads what stands at {@code at}, and says where to go on. */
    abstract int step(String text, int at, Reading from, Reading into);

    Reading decode(Reading from) {
        String text = from.text();
        Reading into = from.next(this == FORM);
        int at = 0;
        while (at < text.length()) {
            at = step(text, at, from, into);
        }
        return into;
    }

    private static char unescaped(char kind) {
        int control = "bfnrt".indexOf(kind);
        return control < 0 ? kind : "\b\f\n\r\t".charAt(control);
    }

    /** The octet that is encoded at {@code at}; negative if none is. */
    private static int octet(String text, int at) {
        return at < text.length() && text.charAt(at) == '%' ? hex(text, at + 1, 2) : -1;
    }

    /** How many octets a character of UTF-8 has that begins with {@code first}. */
    private static int octets(int first) {
        return first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    /** The character of UTF-8; negative if it is none, but perhaps one of ISO 8859-1. */
    private static int decoded(String text, int at, int octets) {
        byte[] bytes = new byte[octets];
        for (int i = 0; i < octets; i++) {
            int octet = octet(text, at + i * PERCENT);
            if (octet < 0) {
                return -1;
            }
            bytes[i] = (byte) octet;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .codePointAt(0);
        } catch (CharacterCodingException e) {
            return -1;
        }
    }

    private static int hex(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
