package dev.handshakelab.testing;

import dev.handshakelab.diagram.DiagramItem;
import dev.handshakelab.diagram.Labels;
import dev.handshakelab.diagram.SegmentKind;
import dev.handshakelab.tcp.Signal;
import dev.handshakelab.tcp.TcpEvent;
import dev.handshakelab.tcp.TcpState;
import dev.handshakelab.tcp.TimerKind;
import dev.handshakelab.timeline.Fact;
import dev.handshakelab.timeline.Flight;
import dev.handshakelab.timeline.HostView;
import dev.handshakelab.timeline.Side;

/** Words for diagrams without bundles; each as long as real ones, or much longer. */
public final class PlainLabels implements Labels {
    private final boolean chinese;
    private final String more;

    /** Words of a usual length. */
    public PlainLabels() {
        this(false, "");
    }

    /**
     * @param chinese Chinese instead of English
     * @param more what every word is prolonged by
     */
    public PlainLabels(boolean chinese, String more) {
        this.chinese = chinese;
        this.more = more;
    }

    private String pick(String english, String inChinese) {
        return (chinese ? inChinese : english) + more;
    }

    @Override
    public String call(TcpEvent.UserCall call) {
        return switch (call) {
            case TcpEvent.Open open ->
                    open.active() ? pick("connect()", "connect()") : pick("listen()", "listen()");
            case TcpEvent.Send send ->
                    pick("write " + send.text().length(), "写入 " + send.text().length());
            case TcpEvent.Receive _ -> pick("read", "读取");
            case TcpEvent.StopReading _ -> pick("stop reading", "停止读取");
            case TcpEvent.Close _ -> pick("close()", "close()");
            case TcpEvent.Abort _ -> pick("abort()", "abort()");
            case TcpEvent.Status _ -> pick("status", "状态");
        };
    }

    @Override
    public String signal(Signal signal, HostView after) {
        return switch (signal) {
            case Signal.Answered(Signal.Reply reply) -> reply.isError() ? reply.name() : "";
            case Signal.PendingCallsEnded _, Signal.DataAvailable _, Signal.SendsAcknowledged _ ->
                    "";
            case Signal.Connected _ ->
                    after.tcb() != null && after.tcb().openedPassively()
                            ? pick("accept() returned", "accept() 返回")
                            : pick("connect() returned", "connect() 返回");
            case Signal.Delivered delivered ->
                    pick("read: " + delivered.text().length(), "读到 " + delivered.text().length());
            case Signal.EndOfStream _ -> pick("read: end of stream", "读到流结束");
            case Signal.Failed failed ->
                    pick(failed.reason().name(), "错误:" + failed.reason().name());
            case Signal.ResetWhileClosing _ -> pick("reset", "被重置");
            case Signal.ClosedNormally _ -> pick("closed", "已关闭");
            case Signal.DeliveryDoubtful _ -> pick("delivery doubtful", "送达存疑");
            case Signal.UrgentData _ -> pick("urgent data", "紧急数据");
        };
    }

    @Override
    public String timer(TimerKind kind, long lengthNanos) {
        String name =
                switch (kind) {
                    case RETRANSMISSION -> "RTO";
                    case ZERO_WINDOW_PROBE -> pick("probe", "探测");
                    case SWS_OVERRIDE -> "SWS";
                    case DELAYED_ACK -> pick("delayed ACK", "延迟确认");
                    case KEEPALIVE -> pick("keep-alive", "保活");
                    case USER -> pick("user timeout", "用户超时");
                    case TIME_WAIT -> "2MSL";
                    case FIN_WAIT_2 -> "FIN-WAIT-2";
                };
        return name + " " + duration(lengthNanos);
    }

    @Override
    public String duration(long nanos) {
        double seconds = nanos / 1e9;
        if (seconds >= 120) {
            return number(seconds / 60) + pick(" min", " 分钟");
        }
        return seconds >= 1
                ? number(seconds) + pick(" s", " 秒")
                : number(seconds * 1e3) + pick(" ms", " 毫秒");
    }

    private static String number(double value) {
        double rounded = Math.round(value * 100) / 100.0;
        return rounded == Math.rint(rounded)
                ? Long.toString((long) rounded)
                : Double.toString(rounded);
    }

    @Override
    public String tag(SegmentKind kind) {
        return switch (kind) {
            case SYN, ACK, DATA, FIN, RST -> "";
            case RETRANSMISSION -> pick("again", "重传");
            case COPY -> pick("copy", "副本");
            case OLD_DUPLICATE -> pick("old duplicate", "旧的重复报文段");
            case FORGED -> pick("forged", "伪造");
        };
    }

    @Override
    public String incident(Fact fact) {
        return switch (fact) {
            case Fact.Crashed _ -> pick("crash", "崩溃");
            case Fact.Rebooted _ -> pick("reboot", "重启");
            case Fact.CableChanged changed ->
                    changed.connected()
                            ? pick("cable plugged in", "网线接通")
                            : pick("cable pulled", "网线拔掉");
            case Fact.NetworkChanged _ -> pick("network changed", "网络改变");
            default -> "";
        };
    }

    @Override
    public String unknownState() {
        return "?";
    }

    @Override
    public String segmentSentence(Flight flight, SegmentKind kind, String text) {
        return flight.from() + " > " + flight.to() + ": " + text;
    }

    @Override
    public String stateSentence(Side side, TcpState state) {
        return side + ": " + state.rfcName();
    }

    @Override
    public String timerSentence(Side side, String text, DiagramItem.TimerEnd end) {
        return side + ": " + text + ", " + end;
    }

    @Override
    public String noteSentence(Side side, String text) {
        return side + ": " + text;
    }
}
