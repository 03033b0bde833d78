package dev.handshakelab.view.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.handshakelab.export.PictureFormat;
import dev.handshakelab.export.Raster;
import dev.handshakelab.scenario.Scenario;
import dev.handshakelab.scenario.ScenarioLibrary;
import dev.handshakelab.sim.Simulation;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.export.ExportChoice.Sheet;
import dev.handshakelab.view.export.StoryExport.RefusedException;
import dev.handshakelab.view.export.StoryExport.Watch;
import dev.handshakelab.view.library.ScenarioTexts;
import dev.handshakelab.view.settings.Theme;
import dev.handshakelab.view.text.Messages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class StoryExportTest {
    static List<Scenario> scenarios() {
        return ScenarioLibrary.bundled().scenarios();
    }

    private static byte[] write(Scenario scenario, ExportChoice choice, Locale locale)
            throws IOException {
        var messages = new Messages(locale);
        Timeline timeline = Simulation.run(scenario.plan()).timeline();
        var story = new StoryExport(timeline, ScenarioTexts.title(scenario, messages), messages);
        var out = new ByteArrayOutputStream();
        assertThat(story.write(choice, out, Watch.NONE)).isTrue();
        return out.toByteArray();
    }

    private static Scenario scenario(String id) {
        return ScenarioLibrary.bundled().find(id).orElseThrow();
    }

    private static String text(String id, PictureFormat format) throws IOException {
        byte[] text = write(scenario(id), ExportChoice.of(format), Locale.ENGLISH);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** All that an SVG says, in the order of its marks. */
    private static List<String> words(byte[] svg) throws Exception {
        Document document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(svg));
        NodeList groups = document.getElementsByTagName("g");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < groups.getLength(); i++) {
            words.add(((Element) groups.item(i)).getAttribute("aria-label"));
        }
        return words;
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void theSvgOfEveryScenarioNamesEveryStateInBothLanguages(Scenario scenario) throws Exception {
        for (Locale locale : Messages.LOCALES) {
            byte[] svg = write(scenario, ExportChoice.of(PictureFormat.SVG), locale);
            assertThat(words(svg))
                    .contains(ScenarioTexts.title(scenario, new Messages(locale)))
                    .containsAll(states(scenario));
        }
    }

    /** Those in which a host stays; what it only passes through in one step is not drawn. */
    private static Set<String> states(Scenario scenario) {
        Set<String> states = new TreeSet<>();
        for (Frame frame : Simulation.run(scenario.plan()).timeline().frames()) {
            states.add(frame.a().state().rfcName());
            states.add(frame.b().state().rfcName());
        }
        return states;
    }

    @Test
    void aHandoutHasNeitherStatesNorNumbersAndItsAnswersHaveBoth() throws Exception {
        ExportChoice svg = ExportChoice.of(PictureFormat.SVG);
        List<String> blank =
                words(write(scenario("S12"), svg.withSheet(Sheet.HANDOUT), Locale.ENGLISH));
        List<String> answers =
                words(write(scenario("S12"), svg.withSheet(Sheet.ANSWERS), Locale.ENGLISH));
        for (TcpState state : TcpState.values()) {
            assertThat(blank).doesNotContain(state.rfcName());
        }
        assertThat(answers).contains("FIN-WAIT-1", "SEQ=100", "ACK=300");
        assertThat(blank).contains("SEQ=", "ACK=").noneMatch(word -> word.matches(".*=\\d.*"));
    }

    @Test
    void pixelsHaveTheSizeOfTheDiagramTimesTheScale() throws Exception {
        ExportChoice png = ExportChoice.of(PictureFormat.PNG);
        BufferedImage one = image(write(scenario("S01"), png.withScale(1), Locale.ENGLISH));
        BufferedImage three = image(write(scenario("S01"), png.withScale(3), Locale.ENGLISH));
        assertThat(one.getWidth()).isEqualTo((int) ExportChoice.USUAL_WIDTH_PX);
        assertThat(three.getWidth()).isEqualTo(3 * one.getWidth());
        assertThat(three.getHeight()).isBetween(3 * one.getHeight() - 3, 3 * one.getHeight());
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    @Test
    void darkPicturesAreDark() throws Exception {
        ExportChoice png = ExportChoice.of(PictureFormat.PNG).withScale(1);
        BufferedImage light = image(write(scenario("S01"), png, Locale.ENGLISH));
        BufferedImage dark =
                image(write(scenario("S01"), png.withTheme(Theme.DARK), Locale.ENGLISH));
        assertThat(light.getRGB(3, 3) & 0xFF).isGreaterThan(200);
        assertThat(dark.getRGB(3, 3) & 0xFF).isLessThan(60);
    }

    @Test
    void aPdfCarriesItsChineseTextAndHasA4Pages() throws Exception {
        ExportChoice pdf = ExportChoice.of(PictureFormat.PDF);
        byte[] bytes = write(scenario("S18b"), pdf, Locale.SIMPLIFIED_CHINESE);
        try (PDDocument document = Loader.loadPDF(bytes)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            document.getPages()
                    .forEach(page ->
                            assertThat(page.getMediaBox().getHeight()).isBetween(841f, 843f));
            assertThat(new PDFTextStripper().getText(document)).contains("ESTABLISHED", "客户端 A");
        }
    }

    @Test
    void anAnimationBeginsEmptyAndEndsWithTheWholeStory() throws Exception {
        byte[] gif = write(scenario("S01"), ExportChoice.of(PictureFormat.GIF), Locale.ENGLISH);
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            int stills = reader.getNumImages(true);
            assertThat(stills).isGreaterThan(20);
            assertThat(reader.read(0).getWidth()).isEqualTo((int) ExportChoice.USUAL_WIDTH_PX);
        } finally {
            reader.dispose();
        }
    }

    @Test
    void whoWatchesCanStopAnAnimation() throws Exception {
        Timeline timeline = Simulation.run(scenario("S01").plan()).timeline();
        var story = new StoryExport(timeline, "", new Messages(Locale.ENGLISH));
        int[] written = {0};
        var watch = new Watch(_ -> written[0]++, () -> written[0] == 3);
        var out = new ByteArrayOutputStream();
        assertThat(story.write(ExportChoice.of(PictureFormat.GIF), out, watch)).isFalse();
        assertThat(written[0]).isEqualTo(3);
    }

    @Test
    void aPictureWithTooManyPixelsIsRefused() {
        ExportChoice large = ExportChoice.of(PictureFormat.PNG).withScale(ExportChoice.MAX_SCALE);
        Scenario longest = scenario("S18b");
        assertThat(Raster.MAX_PIXELS).isEqualTo(100_000_000);
        assertThatThrownBy(() -> write(longest, large, Locale.ENGLISH))
                .isInstanceOf(RefusedException.class);
    }

    @Test
    void partsShowOnlyWhatLiesInThem() throws Exception {
        Scenario close = scenario("S12");
        ExportChoice svg = ExportChoice.of(PictureFormat.SVG);
        long end = Simulation.run(close.plan()).timeline().endNanos();
        var late = svg.withPart(new ExportChoice.Part(end - 1, Double.POSITIVE_INFINITY));
        assertThat(words(write(close, late, Locale.ENGLISH))).doesNotContain("FIN-WAIT-1");
    }

    @Test
    void mermaidAndPlantUmlNameHostsSegmentsAndStates() throws Exception {
        assertThat(text("S01", PictureFormat.MERMAID))
                .startsWith("---\ntitle: \"Three-way handshake\"\n---\nsequenceDiagram\n")
                .contains("A->>B: SYN SEQ=100", "Note over B: SYN-RECEIVED");
        assertThat(text("S02a", PictureFormat.MERMAID)).contains("A-xB: SYN SEQ=");
        assertThat(text("S01", PictureFormat.PLANTUML))
                .startsWith("@startuml\n")
                .contains("A -> B : SYN SEQ=100", "hnote over B : SYN-RECEIVED")
                .endsWith("@enduml\n");
    }

    @Test
    void aFigureLooksLikeThoseOfTheRfc() throws Exception {
        String figure = text("F06", PictureFormat.FIGURE);
        assertThat(figure)
                .contains("SYN-SENT     --> <SEQ=100><CTL=SYN>")
                .contains("<-- <SEQ=300><ACK=101><CTL=SYN,ACK>")
                .containsPattern("--> +SYN-RECEIVED");
    }
}
