package dev.handshakelab.view.touch;

import dev.handshakelab.view.text.Messages;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;

/** Asks how long after it was sent a segment shall arrive. */
public final class DelayPrompt {
    private final Messages messages;
    private final Node owner;
    private final BiConsumer<Reach, Long> chosen;

    /**
     * @param owner over which it is shown
     * @param chosen is told the new time of arrival, ns
     */
    public DelayPrompt(Messages messages, Node owner, BiConsumer<Reach, Long> chosen) {
        this.messages = messages;
        this.owner = owner;
        this.chosen = chosen;
    }

    /** Asks about a segment. */
    public void show(Reach reach) {
        long sentNanos = reach.flight().sentAtNanos();
        var field = new TextField(millis(reach.expectedNanos() - sentNanos));
        field.setId("delayMillis");
        field.setPrefColumnCount(8);
        field.setAccessibleText(messages.get("touch.delay.question"));
        var ok = new Button(messages.get("touch.delay.ok"));
        ok.setId("delayOk");
        ok.setDefaultButton(true);
        ok.getStyleClass().add("accent");
        var problem = new Label(messages.get("inject.problem.DELAY"));
        problem.getStyleClass().add("problem-text");
        problem.setWrapText(true);
        problem.setVisible(false);
        problem.managedProperty().bind(problem.visibleProperty());
        field.textProperty()
                .subscribe(text -> {
                    boolean wrong = InjectDraft.nanos(text).isEmpty();
                    problem.setVisible(wrong);
                    ok.setDisable(wrong);
                });
        var line = new HBox(field, new Label(messages.get("touch.delay.unit")), ok);
        line.getStyleClass().add("delay-line");
        var content = new VBox(new Label(messages.get("touch.delay.question")), line, problem);
        content.getStyleClass().add("delay-prompt");
        var popOver = new PopOver(content);
        popOver.setArrowLocation(PopOver.ArrowLocation.TOP_CENTER);
        popOver.setAnimated(false);
        Runnable done =
                () -> {
                    Optional<Long> nanos = InjectDraft.nanos(field.getText());
                    nanos.ifPresent(flight -> {
                        popOver.hide();
                        chosen.accept(reach, sentNanos + flight);
                    });
                };
        ok.setOnAction(_ -> done.run());
        field.setOnAction(_ -> done.run());
        popOver.show(owner);
        field.requestFocus();
        field.selectAll();
    }

    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos).movePointLeft(6).stripTrailingZeros().toPlainString();
    }
}
