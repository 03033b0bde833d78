package dev.handshakelab.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.testing.ProjectFiles;
import dev.handshakelab.timeline.Side;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * More captures of a Linux kernel at both ends of a way of 10 ms, with the states that its
 * tracepoint {@code inet_sock_set_state} named meanwhile. What stands in brackets happened without
 * a segment.
 */
class KernelStatesTest {
    private static final String OPENED = "SYN-SENT ESTABLISHED ";
    private static final String ACCEPTED = "SYN-RECEIVED ESTABLISHED ";
    private static final String FIRST = "FIN-WAIT-1 FIN-WAIT-2 TIME-WAIT";
    private static final String SECOND = "CLOSE-WAIT LAST-ACK CLOSED";

    @ParameterizedTest
    @CsvSource({
        "abortsynsent, SYN-SENT (CLOSED), SYN-RECEIVED LISTEN",
        "cookies," + OPENED + FIRST + "," + ACCEPTED + SECOND,
        "dataafter," + OPENED + "CLOSE-WAIT CLOSED," + ACCEPTED + "FIN-WAIT-1 FIN-WAIT-2 CLOSED",
        "ecn," + OPENED + FIRST + "," + ACCEPTED + SECOND,
        "finlastack," + OPENED + FIRST + "," + ACCEPTED + SECOND,
        "fw2timeout," + OPENED + "FIN-WAIT-1 FIN-WAIT-2 CLOSED," + ACCEPTED + "CLOSE-WAIT CLOSED",
        "keepalive," + OPENED + "CLOSED," + ACCEPTED + "FIN-WAIT-1 CLOSED",
        "linger0fw1," + OPENED + "FIN-WAIT-1 CLOSED," + ACCEPTED + "CLOSED",
        "linger0mid," + OPENED + "CLOSE-WAIT CLOSED," + ACCEPTED + "FIN-WAIT-1 FIN-WAIT-2 CLOSED",
        "lostsyndata," + OPENED + SECOND + "," + ACCEPTED + FIRST,
        "servercrash," + OPENED + "CLOSED," + ACCEPTED + "CLOSED",
        "simcloseloss," + OPENED + FIRST + "," + ACCEPTED + "FIN-WAIT-1 CLOSING TIME-WAIT",
        "simopenloss, SYN-SENT SYN-RECEIVED ESTABLISHED FIN-WAIT-1 FIN-WAIT-2 CLOSED,"
                + OPENED
                + "CLOSE-WAIT CLOSED",
        "tfo," + OPENED + FIRST + "," + ACCEPTED + SECOND,
        "unread," + OPENED + "CLOSED," + ACCEPTED + "CLOSED",
        "usertimeout," + OPENED + "(CLOSED)," + ACCEPTED + "CLOSED",
        "zerowin," + OPENED + FIRST + "," + ACCEPTED + SECOND,
    })
    void statesAreThoseOfTheKernel(String folder, String ofA, String ofB) {
        Inferred both = inferred(folder, "a", "b");
        assertThat(states(both, Side.A)).as("A, both captures").isEqualTo(ofA);
        assertThat(states(both, Side.B)).as("B, both captures").isEqualTo(ofB);
        Inferred client = inferred(folder, "a");
        assertThat(client.watched()).isEqualTo(Set.of(Side.A));
        assertThat(states(client, Side.A)).as("A alone").isEqualTo(ofA);
    }

    @Test
    void whereOneSynSaysNothingOtherConnectionsTellWhoIsNear() {
        List<Conversation> conversations = Conversations.of(List.of(read("overflow", "b")));
        assertThat(conversations).hasSize(3);
        for (Conversation conversation : conversations) {
            assertThat(Inference.of(conversation).watched()).isEqualTo(Set.of(Side.B));
        }
    }

    @Test
    void resetsHaveTheirCauses() {
        assertThat(resets("keepalive")).containsExactly("RESET_GAVE_UP", "RESET_NO_CONNECTION");
        assertThat(resets("unread")).containsExactly("RESET_ABORT_UNREAD");
        assertThat(resets("fw2timeout")).containsExactly("RESET_DATA_AFTER_CLOSE");
        assertThat(resets("abortsynsent")).containsExactly("RESET_NO_CONNECTION");
    }

    private static List<String> resets(String folder) {
        return Marks.of(inferred(folder, "a", "b")).all().stream()
                .map(mark -> mark.kind().name())
                .filter(name -> name.startsWith("RESET"))
                .toList();
    }

    private static String states(Inferred inferred, Side side) {
        return inferred.transitions().stream()
                .filter(change -> change.side() == side)
                .map(change ->
                        change.unseen() ? "(" + change.to().rfcName() + ")" : change.to().rfcName())
                .collect(Collectors.joining(" "));
    }

    private static Inferred inferred(String folder, String... ends) {
        List<Capture> captures = new ArrayList<>();
        Stream.of(ends).forEach(end -> captures.add(read(folder, end)));
        return Inference.of(Conversations.of(captures).getFirst());
    }

    private static Capture read(String folder, String end) {
        Path file =
                ProjectFiles.ROOT.resolve(
                        "src/test/resources/captures-kernel/" + folder + "/" + end + ".pcap");
        try (InputStream input = Files.newInputStream(file)) {
            return CaptureReader.read(input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
