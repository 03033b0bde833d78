package dev.handshakelab.view.touch;

import dev.handshakelab.sim.Reception;
import dev.handshakelab.sim.ScriptStep.Action;
import dev.handshakelab.sim.World;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Explanations;
import dev.handshakelab.view.text.Messages;
import dev.handshakelab.view.text.Numbers;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** A segment from outside: what it would come to, and sending it on its way. */
public final class InjectViewModel {
    private final TouchDesk desk;
    private final Messages messages;
    private final Explanations explanations;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper(this, "open");

    public InjectViewModel(TouchDesk desk, Messages messages) {
        this.desk = desk;
        this.messages = messages;
        this.explanations = new Explanations(messages);
    }

    /**
     * What the receiver would do and why.
     *
     * @param accepted whether it would believe the segment
     * @param headline in short
     * @param why the rules that decide, with their numbers
     */
    public record Forecast(boolean accepted, String headline, List<Explanation> why) {}

    /** Whether the form is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** Opens the form, if what is shown can be touched. */
    public void open() {
        open.set(desk.present().isTouchable());
    }

    public void close() {
        open.set(false);
    }

    /** Calls back whenever a forecast may come out otherwise. */
    void onChange(Runnable changed) {
        desk.present().onChange(changed);
        messages.localeProperty().subscribe(_ -> changed.run());
    }

    /** What a recipe gives at the moment shown; empty if nothing can be touched. */
    Optional<InjectDraft> draft(Recipe recipe, Side from) {
        return Optional.ofNullable(desk.present().world()).map(world -> recipe.draft(world, from));
    }

    /** What would come of a draft; empty as long as there are problems. */
    Optional<Forecast> forecast(InjectDraft draft) {
        World world = desk.present().world();
        return world == null
                ? Optional.empty()
                : draft.action().map(inject -> forecast(world, inject));
    }

    private Forecast forecast(World world, Action.Inject inject) {
        Reception reception = Reception.of(world, inject);
        Reception.Verdict verdict = reception.verdict();
        String receiver = inject.from().other().name();
        String headline =
                messages.get(
                        "inject.verdict." + verdict.name(),
                        receiver,
                        reception.from().rfcName(),
                        reception.to().rfcName());
        List<Explanation> why =
                explanations.of(reception.frame(), Numbers.ABSOLUTE).stream()
                        .filter(one -> one.kind() == Explanation.Kind.RULE)
                        .toList();
        return new Forecast(verdict.isAccepted(), headline, why);
    }

    /** Sends it on its way, if there is nothing wrong with it; the form closes. */
    void send(InjectDraft draft) {
        draft.action()
                .ifPresent(inject -> {
                    desk.act(inject);
                    close();
                });
    }
}
