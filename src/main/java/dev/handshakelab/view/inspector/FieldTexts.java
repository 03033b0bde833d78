package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Segment;
import dev.handshakelab.tcp.SegmentOptions.Timestamps;
import dev.handshakelab.tcp.SequenceNumbers;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.wire.HeaderField;
import dev.handshakelab.wire.HeaderField.Kind;
import dev.handshakelab.wire.OptionKind;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the fields of one segment into words. */
final class FieldTexts {
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");
    private static final int SHOWN_DATA = 24;
    private static final int MAX_SHIFT = 14;

    private final Messages messages;
    private final Inspected inspected;
    private final Segment segment;
    private final byte[] bytes;
    private final ChecksumLook checksum;

    FieldTexts(Messages messages, Inspected inspected, byte[] bytes, ChecksumLook checksum) {
        this.messages = messages;
        this.inspected = inspected;
        this.segment = inspected.flight().segment();
        this.bytes = bytes;
        this.checksum = checksum;
    }

    FieldText of(HeaderField field) {
        String name = get(field, "name");
        String value = value(field);
        String relative = relative(field.kind());
        String meaning = get(field, "meaning") + note(field);
        String spoken = relative.isEmpty() ? value : value + ", " + relative;
        return new FieldText(
                field,
                name,
                shortName(field),
                value,
                relative,
                hex(field),
                meaning,
                messages.get(
                        "inspector.accessible",
                        name,
                        field.bitOffset(),
                        field.bitOffset() + field.bitLength() - 1,
                        spoken,
                        meaning));
    }

    private String get(HeaderField field, String what) {
        OptionKind option = field.option();
        return option == null
                ? messages.get("inspector.field." + field.kind() + "." + what)
                : messages.get("inspector.option." + option + "." + what);
    }

    private String shortName(HeaderField field) {
        // A control bit is one column wide, so its letters stand one below the other.
        return field.kind().isControlBit()
                ? field.kind()
                        .name()
                        .chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining("\n"))
                : get(field, "short");
    }

    private String value(HeaderField field) {
        return switch (field.kind()) {
            case CHECKSUM ->
                    messages.get(
                            switch (checksum) {
                                case VALID -> "inspector.checksumValid";
                                case WRONG -> "inspector.checksumWrong";
                                case UNFINISHED -> "inspector.checksumUnfinished";
                                case UNCHECKED -> "inspector.checksumUnchecked";
                            },
                            hexNumber(field));
            case OPTION -> optionValue(field);
            case PADDING -> messages.get("inspector.octets", field.bitLength() / 8);
            case DATA -> messages.get("inspector.octets", segment.text().length());
            case SOURCE_PORT,
                    DESTINATION_PORT,
                    SEQUENCE_NUMBER,
                    ACKNOWLEDGMENT_NUMBER,
                    DATA_OFFSET,
                    RESERVED,
                    CWR,
                    ECE,
                    URG,
                    ACK,
                    PSH,
                    RST,
                    SYN,
                    FIN,
                    WINDOW,
                    URGENT_POINTER ->
                    Long.toString(field.value());
        };
    }

    private String optionValue(HeaderField field) {
        return switch (option(field)) {
            case MAXIMUM_SEGMENT_SIZE, WINDOW_SCALE -> Long.toString(field.value());
            case SACK_PERMITTED -> messages.get("inspector.permitted");
            case TIMESTAMPS -> {
                var stamps = new Timestamps((int) (field.value() >>> 32), (int) field.value());
                yield "TSval "
                        + SequenceNumbers.toUnsigned(stamps.value())
                        + ", TSecr "
                        + SequenceNumbers.toUnsigned(stamps.echoReply());
            }
            case NO_OPERATION, END_OF_LIST -> Integer.toString(option(field).code());
            case SACK, OTHER -> messages.get("inspector.octets", field.bitLength() / 8);
        };
    }

    private static OptionKind option(HeaderField field) {
        OptionKind option = field.option();
        return option == null ? OptionKind.OTHER : option;
    }

    /** A relative number may be negative: it lies before the side's initial number. */
    private String relative(Kind kind) {
        return switch (kind) {
            case SEQUENCE_NUMBER -> difference(segment.seq(), inspected.iss());
            case ACKNOWLEDGMENT_NUMBER ->
                    segment.flags().ack() ? difference(segment.ack(), inspected.irs()) : "";
            case SOURCE_PORT,
                    DESTINATION_PORT,
                    DATA_OFFSET,
                    RESERVED,
                    CWR,
                    ECE,
                    URG,
                    ACK,
                    PSH,
                    RST,
                    SYN,
                    FIN,
                    WINDOW,
                    CHECKSUM,
                    URGENT_POINTER,
                    OPTION,
                    PADDING,
                    DATA ->
                    "";
        };
    }

    private String difference(int number, @Nullable Integer initial) {
        return initial == null ? "" : messages.get("inspector.relative", number - initial);
    }

    private String hex(HeaderField field) {
        return switch (field.kind()) {
            case CWR, ECE, URG, ACK, PSH, RST, SYN, FIN, DATA -> "";
            case OPTION, PADDING ->
                    SPACED.formatHex(Arrays.copyOfRange(bytes, field.byteFrom(), field.byteTo()));
            case SOURCE_PORT,
                    DESTINATION_PORT,
                    SEQUENCE_NUMBER,
                    ACKNOWLEDGMENT_NUMBER,
                    DATA_OFFSET,
                    RESERVED,
                    WINDOW,
                    CHECKSUM,
                    URGENT_POINTER ->
                    hexNumber(field);
        };
    }

    private static String hexNumber(HeaderField field) {
        return "0x" + HexFormat.of().toHexDigits(field.value(), field.bitLength() / 4);
    }

    /** What this very value says, if anything. */
    private String note(HeaderField field) {
        return switch (field.kind()) {
            case SEQUENCE_NUMBER, ACKNOWLEDGMENT_NUMBER, URGENT_POINTER -> unused(field.kind());
            case DATA_OFFSET ->
                    messages.get("inspector.note.dataOffset", field.value(), field.value() * 4);
            case WINDOW -> segment.flags().syn() ? messages.get("inspector.note.synWindow") : "";
            case CHECKSUM ->
                    messages.get(
                            "inspector.note.checksum",
                            inspected.source().address(),
                            inspected.destination().address(),
                            bytes.length);
            case OPTION -> optionNote(field);
            case DATA -> dataNote();
            case SOURCE_PORT,
                    DESTINATION_PORT,
                    RESERVED,
                    CWR,
                    ECE,
                    URG,
                    ACK,
                    PSH,
                    RST,
                    SYN,
                    FIN,
                    PADDING ->
                    "";
        };
    }

    private String unused(Kind kind) {
        if (kind == Kind.ACKNOWLEDGMENT_NUMBER && !segment.flags().ack()) {
            return messages.get("inspector.note.unused", "ACK");
        }
        if (kind == Kind.URGENT_POINTER && !segment.flags().urg()) {
            return messages.get("inspector.note.unused", "URG");
        }
        return "";
    }

    private String optionNote(HeaderField field) {
        if (field.option() != OptionKind.WINDOW_SCALE) {
            return "";
        }
        int factor = 1 << Math.min(field.value(), MAX_SHIFT);
        return messages.get("inspector.note.windowScale", factor);
    }

    private String dataNote() {
        long first = SequenceNumbers.toUnsigned(segment.textSeq());
        long last = SequenceNumbers.toUnsigned(segment.textSeq() + segment.text().length() - 1);
        return messages.get("inspector.note.data", first, last, shownData());
    }

    private String shownData() {
        int length = Math.min(SHOWN_DATA, segment.text().length());
        var shown = new StringBuilder();
        for (int i = 0; i < length; i++) {
            shown.append(printable(segment.text().at(i)));
        }
        return length < segment.text().length() ? shown + "..." : shown.toString();
    }

    /** The character of an octet in ASCII; a dot if there is none to see. */
    static char printable(byte octet) {
        return octet >= ' ' && octet <= '~' ? (char) octet : '.';
    }
}
