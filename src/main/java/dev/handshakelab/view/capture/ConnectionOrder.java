package dev.handshakelab.view.capture;

import java.util.Comparator;

/** By what connections can be sorted. */
enum ConnectionOrder {
    START(Comparator.comparingLong(ConnectionRow::startNanos)),
    DURATION(Comparator.comparingLong(row -> -row.connection().durationNanos())),
    OCTETS(
            Comparator.comparingLong(
                    row -> -(row.connection().octetsFromA() + row.connection().octetsFromB()))),
    PACKETS(Comparator.comparingInt(row -> -row.connection().segments().size())),
    VERDICT(Comparator.comparing((ConnectionRow row) -> trouble(row))),
    /** By what was counted so far. */
    MARKS(Comparator.comparingInt(ConnectionRow::number)),
    A(Comparator.comparing(row -> sortable(row.socketA()))),
    B(Comparator.comparing(row -> sortable(row.socketB())));

    private final Comparator<ConnectionRow> comparator;

    ConnectionOrder(Comparator<ConnectionRow> comparator) {
        this.comparator = comparator;
    }

    /** The order, where it needs to know what was counted. */
    Comparator<ConnectionRow> comparator(MarkCounts marks) {
        return this == MARKS
                ? Comparator.comparingInt((ConnectionRow row) -> -marks.of(row))
                        .thenComparingInt(ConnectionRow::number)
                : comparator();
    }

    Comparator<ConnectionRow> comparator() {
        return comparator.thenComparingInt(ConnectionRow::number);
    }

    /** Trouble first, then what is open, then what went well; alike stands together. */
    private static int trouble(ConnectionRow row) {
        int tone =
                switch (CaptureText.tone(row.connection().verdict())) {
                    case "bad" -> 0;
                    case "open" -> 1;
                    default -> 2;
                };
        return tone * 100 + row.connection().verdict().ordinal();
    }

    /** Numbers in addresses by their value: 10.0.0.9 before 10.0.0.10. */
    private static String sortable(String socket) {
        StringBuilder padded = new StringBuilder();
        int digits = 0;
        for (int i = 0; i <= socket.length(); i++) {
            boolean digit = i < socket.length() && Character.isDigit(socket.charAt(i));
            if (digit) {
                digits++;
                continue;
            }
            padded.repeat('0', Math.max(0, digits == 0 ? 0 : 6 - digits));
            padded.append(socket, i - digits, Math.min(i + 1, socket.length()));
            digits = 0;
        }
        return padded.toString();
    }
}
