package dev.handshakelab.view.text;

import dev.handshakelab.quiz.Answer;
import dev.handshakelab.quiz.Choice;
import dev.handshakelab.quiz.Mistake;
import dev.handshakelab.quiz.Question;
import dev.handshakelab.quiz.Topic;
import dev.handshakelab.scenario.Misconception;
import dev.handshakelab.scenario.Misconceptions;
import dev.handshakelab.tcp.Rule;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.Tcb;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Frame;
import dev.handshakelab.timeline.Side;
import dev.handshakelab.timeline.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a question, of its choices, and of its answer. */
public final class QuestionTexts {
    /** A check of numbers says more than one of a control bit. */
    private static final Pattern COMPARISON = Pattern.compile(" (<|=<|=|>=|>|≠) ");

    private final Messages messages;
    private final Words words;
    private final Explanations explanations;

    public QuestionTexts(Messages messages) {
        this.messages = messages;
        this.words = new Words(messages);
        this.explanations = new Explanations(messages);
    }

    /**
     * What decides a step.
     *
     * @param text what the rule says
     * @param formula the numbers of its check and where the rule stands; empty if it has neither
     */
    public record Reason(String text, String formula) {}

    /** In which situation the question is asked: what is about to happen, and what one may need. */
    public String lead(Question question, Timeline timeline, Numbers numbers) {
        String host = words.host(question.side());
        TcpState state = timeline.frame(question.frameIndex() - 1).host(question.side()).state();
        String lead =
                messages.get(
                        "predict.lead",
                        host,
                        state.rfcName(),
                        trigger(timeline.frame(question.frameIndex()), numbers));
        Tcb before = before(question, timeline);
        if (question.topic() == Topic.ACCEPTANCE && isKnown(before.state())) {
            lead = words.sentences(lead, figures(question, before, numbers));
        }
        if (!before.options().variants().isEmpty()) {
            return words.sentences(lead, messages.get("predict.note.variant"));
        }
        boolean linux =
                question.situation().rules().stream()
                        .anyMatch(rule -> rule.name().startsWith("L_"));
        return linux ? words.sentences(lead, messages.get("predict.note.linux", host)) : lead;
    }

    private static Tcb before(Question question, Timeline timeline) {
        return Objects.requireNonNull(
                timeline.frame(question.frameIndex() - 1).host(question.side()).tcb());
    }

    private static boolean isKnown(TcpState state) {
        return state.isSynchronized() || state == TcpState.SYN_RECEIVED;
    }

    private String trigger(Frame frame, Numbers numbers) {
        Fact fact = frame.facts().getFirst();
        if (fact instanceof Fact.Crashed) {
            return messages.get("predict.crash", words.host(fact.side()));
        }
        if (fact instanceof Fact.CableChanged(_, _, boolean connected)) {
            return messages.get(connected ? "predict.cable.plugged" : "predict.cable.pulled");
        }
        return new FactLead(messages, words, frame, numbers, false).of(fact);
    }

    private String figures(Question question, Tcb before, Numbers numbers) {
        int frame = question.frameIndex();
        Side side = question.side();
        return messages.get(
                "predict.figures",
                words.host(side),
                numbers.show(frame, side.other(), before.receive().nxt()),
                before.receive().wnd(),
                numbers.show(frame, side, before.send().una()),
                numbers.show(frame, side, before.send().nxt()));
    }

    /** The question itself. */
    public String prompt(Question question) {
        return messages.get(
                "predict.prompt." + question.topic().name(), words.host(question.side()));
    }

    /** A choice. */
    public String answer(Question question, Answer answer, Numbers numbers) {
        return switch (answer) {
            case Answer.State(TcpState state) -> state.rfcName();
            case Answer.AckNumber(int number) ->
                    "ACK=" + numbers.show(question.frameIndex(), question.side().other(), number);
            case Answer.Sends(var kind) -> messages.get("predict.sends." + kind.name());
            case Answer.Runs(var timers) -> timers(timers);
            case Answer.Judged(var verdict) -> messages.get("predict.verdict." + verdict.name());
            case Answer.Waits(var sides) -> waits(sides);
            case Answer.Rto(long nanos) -> words.duration(nanos);
            case Answer.Told(var news) -> messages.get("predict.news." + news.name());
            case Answer.Returns(var reply) ->
                    reply == Signal.Reply.OK
                            ? words.replyLabel(reply)
                            : messages.get(
                                    "predict.returns.error",
                                    messages.get("reply." + reply.name() + ".rfc"),
                                    words.replyLabel(reply));
        };
    }

    private String timers(List<TimerKind> timers) {
        return timers.stream()
                .map(words::timerName)
                .reduce(words::list)
                .map(QuestionTexts::asTitle)
                .orElseGet(() -> messages.get("predict.timers.none"));
    }

    private static String asTitle(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private String waits(List<Side> sides) {
        return switch (sides.size()) {
            case 0 -> messages.get("predict.waits.nobody");
            case 1 -> messages.get("predict.waits.one", words.host(sides.getFirst()));
            default -> messages.get("predict.waits.both");
        };
    }

    /** Which rule decides, with its numbers. */
    public Reason reason(Question question, Timeline timeline, Numbers numbers) {
        List<Explanation> paragraphs =
                explanations.of(timeline.frame(question.frameIndex()), numbers);
        Explanation deciding =
                paragraphs.stream()
                        .filter(paragraph -> isOf(paragraph.rule(), question))
                        .findFirst()
                        .or(() -> paragraphs.stream().filter(Explanation::primary).findFirst())
                        .orElseThrow();
        String formula =
                deciding.checks().stream()
                        .map(Explanation.CheckLine::formula)
                        .filter(text -> COMPARISON.matcher(text).find())
                        .findFirst()
                        .orElse("");
        String section = deciding.citations().stream().findFirst().orElse("");
        return new Reason(
                deciding.text(),
                formula.isEmpty() || section.isEmpty()
                        ? formula + section
                        : messages.get("predict.figure", formula, section));
    }

    private static boolean isOf(@Nullable Rule rule, Question question) {
        return rule != null && rule == question.rule();
    }

    /** Why a wrong choice is wrong. */
    public String whyNot(Question question, Choice choice, Numbers numbers) {
        Mistake mistake = Objects.requireNonNull(choice.mistake());
        String host = words.host(question.side());
        String other = words.host(question.side().other());
        return messages.get(
                "predict.whynot",
                answer(question, choice.answer(), numbers),
                messages.get("predict.mistake." + mistake.name(), host, other));
    }

    /** The popular misconception behind a choice. */
    public static Optional<Misconception> misconception(Choice choice) {
        Mistake mistake = choice.mistake();
        String id = mistake == null ? null : mistake.misconceptionId();
        return id == null ? Optional.empty() : Misconceptions.find(id);
    }

    /** What is said, with its number. */
    public String claim(Misconception misconception) {
        return messages.get(
                "predict.myth",
                misconception.id(),
                messages.get(misconception.key(Misconception.Part.CLAIM)));
    }
}
