package dev.handshakelab.view.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.handshakelab.sim.Reception;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.Touch;
import dev.handshakelab.sim.World;
import dev.handshakelab.tcp.Flags;
import dev.handshakelab.tcp.Octets;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.touch.InjectDraft;
import dev.handshakelab.view.touch.Recipe;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.framework.junit5.Start;

/** The whole form of a segment from outside, by mouse alone and by keys alone. */
class HandsFormTest extends BothHandsTest {
    private static final List<Flags> BITS =
            List.of(Flags.SYN, Flags.ACK, Flags.PSH, Flags.FIN, Flags.RST);

    private final Messages messages = new Messages(Locale.ENGLISH);

    @Start
    void start(Stage primary) {
        open(primary);
    }

    private World world() {
        return ask(() -> Objects.requireNonNull(window.hands().desk().present().world()));
    }

    private static boolean isTicked(String id) {
        return ask(() -> ((CheckBox) seen(id).orElseThrow()).isSelected());
    }

    /** What stands in the form. */
    private static InjectDraft draft() {
        return ask(() -> {
            Flags on = Flags.NONE;
            for (Flags bit : BITS) {
                on = isTicked("bit" + bit) ? on.with(bit) : on;
            }
            return new InjectDraft(
                    ((ToggleButton) seen("fromB").orElseThrow()).isSelected() ? Side.B : Side.A,
                    isTicked("old"),
                    on,
                    text("seq"),
                    text("ack"),
                    text("window"),
                    text("text"),
                    text("delay"));
        });
    }

    private static String text(String id) {
        return ((TextField) seen(id).orElseThrow()).getText();
    }

    /** The form says what would come of what stands in it, at once. */
    private void assertForetold() {
        Action.Inject inject = draft().action().orElseThrow();
        Reception reception = Reception.of(world(), inject);
        String expected =
                messages.get(
                        "inject.verdict." + reception.verdict().name(),
                        inject.from().other().name(),
                        reception.from().rfcName(),
                        reception.to().rfcName());
        assertThat(ask(() -> ((Label) seen("verdict").orElseThrow()).getText()))
                .as("%s", inject)
                .isEqualTo(expected);
    }

    private void assertSent(InjectDraft expected, Touch sent) {
        assertThat(sent).isEqualTo(new Touch.Act(expected.action().orElseThrow()));
        assertThat(seen("seq")).isEmpty();
        assertThat(timeline().frame(frameIndex()).facts())
                .anyMatch(fact ->
                        fact instanceof Fact.Entered(_, _, Flight flight)
                                && flight.from() == expected.from()
                                && flight.segment().text().equals(Octets.utf8(expected.text())));
    }

    @ParameterizedTest
    @CsvSource({"S01, 2, fromB", "S02c, 1, fromA"})
    void byMouse(String story, int moment, String from) {
        openStory(story, moment);
        openNextByMouse();
        press("injectButton", from);
        assertForetold();
        for (Recipe recipe : Recipe.values()) {
            press("recipes", "recipe" + recipe);
            waitFor(() -> draft().equals(recipe.draft(world(), draft().from())));
            assertForetold();
        }
        for (Flags bit : BITS) {
            boolean before = isTicked("bit" + bit);
            press("bit" + bit);
            waitFor(() -> isTicked("bit" + bit) != before);
            assertForetold();
        }
        press("recipes", "recipeDATA");
        InjectDraft data = draft();
        press("seqMore", "seqMore", "seqLess", "ackLess", "windowMore", "textLess", "delayMore");
        press("old");
        long seq = (Long.parseLong(data.seq()) + 1) & 0xffff_ffffL;
        long ack = (Long.parseLong(data.ack()) - 1) & 0xffff_ffffL;
        InjectDraft stepped =
                new InjectDraft(
                        data.from(), true, data.flags(), "" + seq, "" + ack, "1001", "forge", "1");
        assertThat(draft()).isEqualTo(stepped);
        assertForetold();
        assertSent(stepped, forkBy(() -> press("send")));
    }

    @ParameterizedTest
    @CsvSource({"S12, 1, fromB", "S05a, 2, fromA"})
    void byKeys(String story, int moment, String from) {
        openStory(story, moment);
        robot.type(KeyCode.I);
        waitUntil(() -> focusedId().equals("seq"));
        tabBackTo(from);
        robot.type(KeyCode.SPACE);
        for (Recipe recipe : List.of(Recipe.OLD_SYN, Recipe.FUTURE_ACK, Recipe.RST_EXACT)) {
            tabTo("recipes");
            strike(KeyCode.SPACE);
            walkMenu("recipe" + recipe);
            waitFor(() -> draft().equals(recipe.draft(world(), draft().from())));
            assertForetold();
        }
        for (Flags bit : BITS) {
            boolean before = isTicked("bit" + bit);
            tabTo("bit" + bit);
            strike(KeyCode.SPACE);
            waitFor(() -> isTicked("bit" + bit) != before);
            assertForetold();
        }
        if (!isTicked("bitACK")) {
            tabTo("bitACK");
            robot.type(KeyCode.SPACE);
        }
        Side side = draft().from();
        Flags flags = draft().flags();
        write("seq", "4711", KeyCode.UP);
        write("ack", "8150", KeyCode.DOWN);
        write("window", "77");
        write("text", "tip");
        write("delay", "3");
        tabTo("old");
        robot.type(KeyCode.SPACE);
        assertForetold();
        InjectDraft written = new InjectDraft(side, true, flags, "4712", "8149", "77", "tip", "3");
        assertThat(draft()).isEqualTo(written);
        tabTo("send");
        assertSent(written, forkBy(() -> robot.type(KeyCode.SPACE)));
        waitFor(() -> focusedId().equals("injectButton"));
    }

    private void write(String id, String text, KeyCode... steps) {
        tabTo(id);
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write(text, 0).type(steps);
        assertForetold();
    }
}
