package dev.handshakelab.view.compare;

import dev.handshakelab.playback.Player;
import dev.handshakelab.sim.twins.Difference;
import dev.handshakelab.sim.twins.Twins;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import dev.handshakelab.view.diagram.SequenceDiagram;
import dev.handshakelab.view.host.LaneHeaders;
import dev.handshakelab.view.host.StateBadge;
import dev.handshakelab.view.text.DiagramLabels;
import dev.handshakelab.view.text.Messages;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** One of the two stories: what it is, both hosts, the diagram, and where it parts. */
public final class TwinController {
    private final CompareViewModel model;
    private final Messages messages;
    private boolean isTcp;

    @FXML private Region root;
    @FXML private Label name;
    @FXML private FontIcon sign;
    @FXML private Label sentence;
    @FXML private LaneHeaders headers;
    @FXML private HBox hostA;
    @FXML private HBox hostB;
    @FXML private Label roleA;
    @FXML private Label roleB;
    @FXML private StateBadge badgeA;
    @FXML private StateBadge badgeB;
    @FXML private DifferenceGutter gutter;
    @FXML private SequenceDiagram diagram;

    TwinController(CompareViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        Player player = model.player();
        diagram.frameIndexProperty().bind(player.frameIndexProperty());
        diagram.playheadNanosProperty().bind(player.playheadNanosProperty());
        diagram.relativeNumbersProperty().bind(model.relativeNumbersProperty());
        headers.leftXProperty().bind(diagram.laneAXProperty().add(gutter.widthProperty()));
        headers.rightXProperty().bind(diagram.laneBXProperty().add(gutter.widthProperty()));
        gutter.follow(diagram);
        diagram.diagramLayoutProperty().subscribe(this::markDifference);
        gutter.mark().setOnAction(_ -> model.goToDifference());
    }

    /** Shows one of the twins from now on; to be called once. */
    void show(boolean tcp) {
        isTcp = tcp;
        root.getStyleClass().add(tcp ? "tcp" : "not-tcp");
        root.setId(tcp ? "twinTcp" : "twinVariant");
        sign.setIconCode(tcp ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        model.twinsProperty().subscribe(this::fill);
        model.player().frameIndexProperty().subscribe(this::showHosts);
        messages.localeProperty().subscribe(_ -> showTexts());
    }

    SequenceDiagram diagram() {
        return diagram;
    }

    DifferenceGutter gutter() {
        return gutter;
    }

    private void fill(@Nullable Twins twins) {
        // Until the new picture is there the heights are those of the old story.
        gutter.setFrame(OptionalInt.empty());
        diagram.setTimeline(twins == null ? null : timeline(twins));
        showTexts();
    }

    /** There is a new picture: it shows the twins of the moment. */
    private void markDifference() {
        Twins twins = model.twinsProperty().get();
        gutter.setFrame(
                twins == null || diagram.getDiagramLayout() == null
                        ? OptionalInt.empty()
                        : frame(twins.difference()));
    }

    private static OptionalInt frame(Optional<Difference> difference) {
        return difference.isPresent()
                ? OptionalInt.of(difference.get().frame())
                : OptionalInt.empty();
    }

    private Timeline timeline(Twins twins) {
        return isTcp ? twins.aligned().first() : twins.aligned().second();
    }

    private void showTexts() {
        CompareViewModel.CourseNames names = model.courseNames();
        if (names == null) {
            showVariant(model.variantProperty().get());
        } else {
            showCourse((isTcp ? names.first() : names.second()).apply(messages));
        }
        diagram.setLabels(new DiagramLabels(messages));
        diagram.setAccessibleText(
                messages.get("compare.diagram", name.getText(), sentence.getText()));
        gutter.mark().setAccessibleText(messages.get("compare.mark"));
        showHosts();
    }

    private void showVariant(Variant variant) {
        String title = CompareText.title(messages, variant);
        name.setText(isTcp ? messages.get("compare.tcp") : messages.get("compare.notTcp", title));
        sentence.setText(
                isTcp
                        ? CompareText.tcpText(messages, variant)
                        : CompareText.text(messages, variant));
    }

    /** Both are TCP: neither is marked as right or wrong. */
    private void showCourse(String title) {
        name.setText(title);
        sentence.setManaged(false);
        sentence.setVisible(false);
        sign.setIconCode(Feather.GIT_BRANCH);
        root.getStyleClass().removeAll("tcp", "not-tcp");
        root.getStyleClass().add("course");
    }

    private void showHosts() {
        Twins twins = model.twinsProperty().get();
        if (twins == null) {
            return;
        }
        Timeline timeline = timeline(twins);
        // While a new story comes in, the index may still be that of the old one.
        int index = Math.clamp(model.player().getFrameIndex(), 0, timeline.lastIndex());
        var text = new CompareText(messages, twins);
        show(hostA, roleA, badgeA, text.hostTitle(Side.A), timeline.frame(index).a());
        show(hostB, roleB, badgeB, text.hostTitle(Side.B), timeline.frame(index).b());
    }

    private void show(HBox box, Label role, StateBadge badge, String title, HostView view) {
        role.setText(title);
        badge.show(view.state(), view.state().rfcName());
        String said =
                messages.get("compare.hostState", name.getText(), title, view.state().rfcName());
        box.setAccessibleText(said);
        badge.setAccessibleText(said);
    }
}
