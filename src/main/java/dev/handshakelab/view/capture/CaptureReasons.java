package dev.handshakelab.view.capture;

import dev.handshakelab.capture.CapturedSegment;
import dev.handshakelab.capture.Inferred.Evidence;
import dev.handshakelab.capture.Inferred.Kind;
import dev.handshakelab.capture.MachineView;
import dev.handshakelab.capture.Mark;
import dev.handshakelab.capture.Reason;
import dev.handshakelab.capture.Reasons;
import dev.handshakelab.diagram.Target;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.Variant;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.HostView.Certainty;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.view.text.Explanation;
import dev.handshakelab.view.text.Explanation.CheckLine;
import dev.handshakelab.view.text.Messages;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a capture says what it says, as paragraphs beside those about what happened. */
public final class CaptureReasons {
    private final Messages messages;

    public CaptureReasons(Messages messages) {
        this.messages = messages;
    }

    /** What is told, with the reasons behind its first paragraph. */
    public List<Explanation> beside(
            List<Explanation> told, CaptureStory story, int frameIndex, @Nullable Target selected) {
        List<Explanation> all = new ArrayList<>(told);
        all.addAll(1, of(story, frameIndex, selected));
        all.addAll(1, marks(story, frameIndex, selected));
        if (!(selected instanceof Target.OfState)) {
            story.machine().at(frameIndex).map(this::machine).ifPresent(all::add);
        }
        return List.copyOf(all);
    }

    /** What RFC 9293 would have done here; the place to read first where a host did otherwise. */
    private Explanation machine(MachineView view) {
        String host = view.side().name();
        String text = messages.get("capture.machine." + view.verdict().name(), host);
        String answers =
                view.rfcAnswers().stream()
                        .map(segment -> segment.flags().toString())
                        .reduce((first, second) -> messages.get("words.list", first, second))
                        .orElse("");
        text =
                join(
                        text,
                        answers.isEmpty()
                                ? messages.get("capture.machine.silent", view.rfcState().rfcName())
                                : messages.get(
                                        "capture.machine.answers",
                                        view.rfcState().rfcName(),
                                        answers));
        if (view.isDeparture()) {
            text = join(text, messages.get("capture.machine.departure"));
        }
        List<CheckLine> rules =
                view.rfcRules().stream()
                        .distinct()
                        .map(rule ->
                                new CheckLine(
                                        rule.id(), messages.get("rule." + rule.id() + ".title")))
                        .toList();
        boolean differs = view.verdict() != MachineView.Verdict.AGREES || view.isDeparture();
        return new Explanation(
                Explanation.Kind.RULE,
                view.side(),
                null,
                differs,
                messages.get("capture.machine.title"),
                text,
                List.of(),
                rules,
                List.of(),
                "",
                "",
                List.of());
    }

    private List<Explanation> marks(CaptureStory story, int frameIndex, @Nullable Target selected) {
        MarkText words = new MarkText(messages);
        List<Mark> marks =
                selected instanceof Target.OfFlight chosen
                        ? story.marks().ofFlight(chosen.flight().id())
                        : story.marks().ofFrame(frameIndex);
        return marks.stream().map(words::paragraph).toList();
    }

    /** The reasons for a frame, or for what is selected in it. */
    public List<Explanation> of(CaptureStory story, int frameIndex, @Nullable Target selected) {
        List<Explanation> paragraphs = new ArrayList<>();
        if (selected instanceof Target.OfState(Side side, _, int ofFrame)) {
            paragraphs.add(state(story, side, ofFrame));
            return paragraphs;
        }
        Frame frame = story.timeline().frame(frameIndex);
        Set<Side> concerned = EnumSet.noneOf(Side.class);
        for (Fact fact : frame.facts()) {
            if (fact instanceof Fact.StateChanged changed) {
                concerned.add(changed.side());
            }
        }
        if (frameIndex == 0) {
            concerned.addAll(EnumSet.allOf(Side.class));
        } else {
            Frame before = story.timeline().frame(frameIndex - 1);
            for (Side side : Side.values()) {
                if (before.host(side).certainty() != frame.host(side).certainty()) {
                    concerned.add(side);
                }
            }
        }
        concerned.forEach(side -> paragraphs.add(state(story, side, frameIndex)));
        packet(story, frame, selected).ifPresent(paragraphs::add);
        return paragraphs;
    }

    private Optional<Explanation> packet(
            CaptureStory story, Frame frame, @Nullable Target selected) {
        CapturedSegment captured = null;
        Flight flight = selected instanceof Target.OfFlight chosen ? chosen.flight() : null;
        Evidence evidence = story.inferred().evidence().get(frame.index());
        if (flight != null) {
            captured = story.packet(flight);
        } else if (evidence != null) {
            captured = evidence.captured();
        }
        if (captured == null) {
            return Optional.empty();
        }
        String whole =
                captured.isWhole()
                        ? ""
                        : messages.get(
                                "capture.packet.snapped",
                                Integer.toString(captured.capturedOctets()));
        String text =
                messages.get(
                        "capture.packet.text",
                        Integer.toString(captured.number()),
                        story.fileOf(captured).name(),
                        CaptureText.clock(captured.atNanos()));
        return Optional.of(
                plain(
                        null,
                        null,
                        messages.get("capture.packet.title", Integer.toString(captured.number())),
                        join(text, whole)));
    }

    /** Why a host stands as it does after a frame. */
    public Explanation state(CaptureStory story, Side side, int frameIndex) {
        HostView view = story.timeline().frame(frameIndex).host(side);
        List<Reason> reasons = Reasons.of(story.inferred(), side, frameIndex);
        boolean isTold = reasons.getFirst() instanceof Reason.Told;
        String title =
                messages.get(
                        "capture.why." + (isTold ? "TOLD" : view.certainty().name()),
                        side.name(),
                        view.certainty() == Certainty.UNKNOWN ? "?" : view.state().rfcName());
        String text = "";
        Rule rule = null;
        for (Reason reason : reasons) {
            text = join(text, sentence(story, side, view, reason));
            if (reason instanceof Reason.Caused caused) {
                rule = caused.change().rule();
            }
        }
        if (rule != null) {
            text = join(text, messages.get("rule." + rule.id() + ".text"));
        }
        return plain(side, rule, title, text);
    }

    private String sentence(CaptureStory story, Side side, HostView view, Reason reason) {
        String host = side.name();
        return switch (reason) {
            case Reason.Caused(var change, var evidence) ->
                    messages.get(
                            "capture.reason.caused." + evidence.kind().name(),
                            host,
                            packet(story, evidence),
                            change.from().rfcName(),
                            change.to().rfcName());
            case Reason.LeftNoTrace(var change, var evidence) ->
                    messages.get(
                            "capture.reason.noTrace",
                            host,
                            packet(story, evidence),
                            change.from().rfcName(),
                            change.to().rfcName());
            case Reason.ShownBy(var evidence) ->
                    messages.get("capture.reason.shownBy", host, packet(story, evidence));
            case Reason.FromTheBeginning(var evidence) ->
                    messages.get(
                            evidence.kind() == Kind.SENT
                                    ? "capture.reason.beginning.sent"
                                    : "capture.reason.beginning.received",
                            host,
                            packet(story, evidence),
                            view.state().rfcName());
            case Reason.Settled(var evidence) ->
                    messages.get(
                            "capture.reason.settled",
                            host,
                            packet(story, evidence),
                            view.state().rfcName());
            case Reason.Several(var states) ->
                    messages.get("capture.reason.several", host, names(states));
            case Reason.ShownLate(var evidence) ->
                    messages.get("capture.reason.late", host, packet(story, evidence));
            case Reason.FellSilent(var evidence) ->
                    messages.get("capture.reason.silent", host, packet(story, evidence));
            case Reason.Told(var evidence, var testimony) ->
                    join(
                            messages.get("capture.reason.told", packet(story, evidence)),
                            notTcp(host, testimony.variants()));
            case Reason.Contradicted() -> messages.get("capture.reason.contradicted", host);
            case Reason.OtherRules() ->
                    messages.get("capture.reason.otherRules", host, side.other().name());
            case Reason.Nothing() -> messages.get("capture.reason.nothing", host);
        };
    }

    /** What a run by other rules says must not be taken for TCP. */
    private String notTcp(String host, Set<Variant> variants) {
        return variants.isEmpty()
                ? ""
                : messages.get("capture.reason.notTcp", host, variantNames(variants));
    }

    /** The titles of counterfactual rules. */
    String variantNames(Set<Variant> variants) {
        return variants.stream()
                .sorted()
                .map(variant -> messages.get("compare.variant." + variant.name() + ".title"))
                .reduce((first, second) -> messages.get("words.list", first, second))
                .orElse("");
    }

    private String names(Set<TcpState> states) {
        return states.stream()
                .sorted()
                .map(TcpState::rfcName)
                .reduce((first, second) -> messages.get("words.list", first, second))
                .orElse("");
    }

    /** A packet by its number, and if there are two files, by its file. */
    private String packet(CaptureStory story, Evidence evidence) {
        CapturedSegment captured = evidence.captured();
        String flags = captured.segment().flags().toString();
        String number = Integer.toString(captured.number());
        return story.row().files().size() > 1
                ? messages.get(
                        "capture.packet.ofFile", number, flags, story.fileOf(captured).name())
                : messages.get("capture.packet", number, flags);
    }

    private String join(String first, String second) {
        return first.isEmpty() || second.isEmpty()
                ? first + second
                : messages.get("words.nextSentence", first, second);
    }

    private static Explanation plain(
            @Nullable Side side, @Nullable Rule rule, String title, String text) {
        return new Explanation(
                Explanation.Kind.EVIDENCE,
                side,
                rule,
                true,
                title,
                text,
                rule == null
                        ? List.of()
                        : rule.citations().stream().map(Rule.Citation::toString).toList(),
                List.of(),
                List.of(),
                "",
                "",
                List.of());
    }
}
