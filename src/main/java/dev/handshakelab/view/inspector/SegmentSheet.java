package dev.handshakelab.view.inspector;

import dev.handshakelab.tcp.Octets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All that the inspector shows of one segment, in one language.
 *
 * @param title the control bits
 * @param route from where to where
 * @param sizes how long header and data are
 * @param note where the octets come from; empty: from the segment itself
 * @param bytes header, options and data
 * @param fields what is said about each field, in the order of the header
 * @param cells the drawing
 */
record SegmentSheet(
        String title,
        String route,
        String sizes,
        String note,
        Octets bytes,
        List<FieldText> fields,
        List<HeaderCell> cells) {
    /** The fields that have a bit in an octet. */
    Set<Integer> fieldsAt(int byteIndex) {
        return IntStream.range(0, fields.size())
                .filter(i -> fields.get(i).field().touchesByte(byteIndex))
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of the fields in an octet, the first that is not zero; the first of all if all are. */
    int mainFieldAt(int byteIndex) {
        List<Integer> here = fieldsAt(byteIndex).stream().sorted().toList();
        return here.stream()
                .filter(i -> fields.get(i).field().value() != 0)
                .findFirst()
                .orElse(here.getFirst());
    }
}
