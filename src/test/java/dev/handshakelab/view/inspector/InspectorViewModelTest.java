package dev.handshakelab.view.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.tcp.Segment;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.wire.HeaderField.Kind;
import dev.handshakelab.wire.OptionKind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InspectorViewModelTest {
    private final Messages messages = new Messages(Locale.ENGLISH);
    private final InspectorViewModel model = new InspectorViewModel(messages);

    @Test
    void nothingIsShownUntilASegmentIsChosen() {
        assertThat(sheet()).isNull();

        model.show(Flights.STORY, Flights.SYN);
        assertThat(sheet()).isNotNull();

        model.clear();
        assertThat(sheet()).isNull();
    }

    @Test
    void numbersCountFromTheInitialOnesOfBothSides() {
        model.show(Flights.STORY, Flights.DATA);

        assertThat(text(Kind.SEQUENCE_NUMBER).value()).isEqualTo("101");
        assertThat(text(Kind.SEQUENCE_NUMBER).relative()).isEqualTo("relative 1");
        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).value()).isEqualTo("4294967295");
        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).relative()).isEqualTo("relative 1");
        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).hex()).isEqualTo("0xffffffff");
    }

    @Test
    void aNumberBeforeTheInitialOneIsNegative() {
        Flight old =
                new Flight(
                        9,
                        Side.A,
                        Segment.of(90, 0, Flags.SYN, 1),
                        Flight.Origin.OLD_DUPLICATE,
                        null,
                        0,
                        1,
                        new Flight.Fate.Held());

        model.show(Flights.story("10.0.0.2", Flights.SYN, old), old);

        assertThat(text(Kind.SEQUENCE_NUMBER).relative()).isEqualTo("relative -10");
    }

    @Test
    void afterASecondSynNumbersCountFromThatOne() {
        Flight again = Flights.flight(4, Side.A, Segment.of(5000, 0, Flags.SYN, 1));
        Flight later = Flights.flight(5, Side.A, Segment.of(5001, 7, Flags.ACK, 1));
        var story = Flights.story("10.0.0.2", Flights.SYN, Flights.DATA, again, later);

        model.show(story, later);
        assertThat(text(Kind.SEQUENCE_NUMBER).relative()).isEqualTo("relative 1");
        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).relative()).as("B sent no SYN").isEmpty();

        model.show(story, Flights.DATA);
        assertThat(text(Kind.SEQUENCE_NUMBER).relative()).isEqualTo("relative 1");
    }

    @Test
    void anAcknowledgmentNumberWithoutTheBitMeansNothing() {
        model.show(Flights.STORY, Flights.SYN);

        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).relative()).isEmpty();
        assertThat(text(Kind.ACKNOWLEDGMENT_NUMBER).meaning()).contains("ACK is off");
        assertThat(text(Kind.SEQUENCE_NUMBER).meaning()).doesNotContain("is off");
    }

    @Test
    void theChecksumIsCheckedAndNamesItsPseudoHeader() {
        model.show(Flights.STORY, Flights.DATA);

        assertThat(text(Kind.CHECKSUM).value()).matches("0x[0-9a-f]{4} \\(valid\\)");
        assertThat(text(Kind.CHECKSUM).meaning()).contains("10.0.0.1", "10.0.0.2", "length 32");

        var wrong =
                new FieldTexts(
                        messages,
                        Inspected.of(Flights.STORY, Flights.DATA),
                        sheet().bytes().toArray(),
                        ChecksumLook.WRONG);
        assertThat(wrong.of(text(Kind.CHECKSUM).field()).value()).endsWith("(wrong)");
    }

    @Test
    void optionsAreDecoded() {
        model.show(Flights.STORY, Flights.SYN);

        assertThat(option(OptionKind.MAXIMUM_SEGMENT_SIZE).value()).isEqualTo("1460");
        assertThat(option(OptionKind.MAXIMUM_SEGMENT_SIZE).hex()).isEqualTo("02 04 05 b4");
        assertThat(option(OptionKind.WINDOW_SCALE).value()).isEqualTo("7");
        assertThat(option(OptionKind.WINDOW_SCALE).meaning()).contains("128");
        assertThat(option(OptionKind.SACK_PERMITTED).value()).isEqualTo("permitted");
        assertThat(option(OptionKind.TIMESTAMPS).value()).isEqualTo("TSval 1000, TSecr 0");
    }

    @Test
    void dataShowTheirNumbersAndTheirBeginning() {
        model.show(Flights.STORY, Flights.DATA);
        assertThat(text(Kind.DATA).value()).isEqualTo("12 octets");
        assertThat(text(Kind.DATA).meaning()).contains("101 to 112: hello, world");

        Segment binary =
                Flights.DATA.segment().withText(Octets.of(new byte[] {0, 'a', (byte) 0xff}));
        model.show(Flights.STORY, Flights.flight(8, Side.A, binary));
        assertThat(text(Kind.DATA).meaning()).endsWith(": .a.");

        Segment large = Flights.DATA.segment().withText(Octets.utf8("x".repeat(1000)));
        model.show(Flights.STORY, Flights.flight(8, Side.A, large));
        assertThat(text(Kind.DATA).meaning()).endsWith("x".repeat(24) + "...");
    }

    @Test
    void theDrawingCoversEveryBitOfTheHeaderOnce() {
        for (Flight flight : List.of(Flights.SYN, Flights.SYN_ACK, Flights.DATA)) {
            model.show(Flights.STORY, flight);
            int[] covered = new int[32 * (sheet().cells().getLast().row() + 1)];
            for (HeaderCell cell : sheet().cells()) {
                IntStream.range(cell.fromBit(), cell.toBit())
                        .forEach(bit -> covered[cell.row() * 32 + bit]++);
            }
            assertThat(covered).containsOnly(1);
            assertThat(sheet().cells().stream().filter(HeaderCell::first))
                    .hasSameSizeAs(sheet().fields());
        }
    }

    @Test
    void timestampsHaveARowForEachNumber() {
        model.show(Flights.STORY, Flights.SYN);

        assertThat(sheet().cells())
                .extracting(cell -> cell.title() + "=" + cell.value())
                .contains("Timestamps=", "TSval=1000", "TSecr=0");
    }

    @Test
    void aFieldUnderTheMouseMarksItsBytesAndBack() {
        model.show(Flights.STORY, Flights.SYN);
        model.hoveredProperty().set(Set.of(2));

        assertThat(IntStream.range(0, 40).filter(model::isByteHovered)).containsExactly(4, 5, 6, 7);
        assertThat(sheet().fieldsAt(12)).containsExactlyInAnyOrder(4, 5);
        assertThat(sheet().fieldsAt(13)).hasSize(8);
    }

    @Test
    void ofSharedBytesTheFirstFieldThatIsNotZeroIsTheMainOne() {
        model.show(Flights.STORY, Flights.SYN);

        assertThat(sheet().fields().get(sheet().mainFieldAt(13)).field().kind())
                .isEqualTo(Kind.SYN);
        assertThat(sheet().fields().get(sheet().mainFieldAt(12)).field().kind())
                .isEqualTo(Kind.DATA_OFFSET);
        assertThat(sheet().fields().get(sheet().mainFieldAt(18)).field().kind())
                .isEqualTo(Kind.URGENT_POINTER);
    }

    @Test
    void aFixedFieldStaysSelectedFromSegmentToSegmentAndAnOptionDoesNot() {
        model.show(Flights.STORY, Flights.SYN);
        model.selectedProperty().set(14);
        model.show(Flights.STORY, Flights.SYN_ACK);
        assertThat(model.selectedProperty().get()).isEqualTo(14);

        model.show(Flights.STORY, Flights.SYN);
        model.selectedProperty().set(18);
        model.show(Flights.STORY, Flights.DATA);
        assertThat(model.selectedProperty().get()).isEqualTo(InspectorViewModel.NONE);
    }

    @Test
    void textsFollowTheLanguageAndTheSelectionStays() {
        model.show(Flights.STORY, Flights.SYN);
        model.selectedProperty().set(18);

        messages.setLocale(Locale.SIMPLIFIED_CHINESE);

        assertThat(text(Kind.SEQUENCE_NUMBER).shortName()).isEqualTo("序号");
        assertThat(model.selectedProperty().get()).isEqualTo(18);
    }

    @Test
    void hostsOfTwoIpVersionsHaveNoPacketBetweenThem() {
        model.show(Flights.story("2001:db8::2", Flights.SYN), Flights.SYN);

        assertThat(sheet()).isNull();
        assertThat(model.inspectedProperty().get()).isNotNull();
    }

    private SegmentSheet sheet() {
        return model.sheetProperty().get();
    }

    private FieldText text(Kind kind) {
        return sheet().fields().stream()
                .filter(text -> text.field().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private FieldText option(OptionKind kind) {
        return sheet().fields().stream()
                .filter(text -> text.field().option() == kind)
                .findFirst()
                .orElseThrow();
    }
}
