package dev.handshakelab.view.capture;

import dev.handshakelab.view.text.Durations;
import dev.handshakelab.view.text.Messages;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The list of connections with search and order; Enter or a double click opens one. */
public final class ConnectionsController {
    private static final double SCROLL_BAR_PX = 18;
    private static final double LEAST_HOSTS_PX = 180;
    private static final double MOST_HOSTS_PX = 420;

    private final ConnectionsViewModel model;
    private final ObservableValue<@Nullable CaptureStory> current;
    private final Consumer<ConnectionRow> open;
    private final Messages messages;

    private Runnable picked = () -> {};

    @FXML private Label files;
    @FXML private Label summary;
    @FXML private TextField search;
    @FXML private Button clear;
    @FXML private ComboBox<ConnectionOrder> order;
    @FXML private Label count;
    @FXML private TableView<ConnectionRow> table;

    /**
     * @param current what is shown in the diagram; null: no connection
     * @param open shows a connection in the diagram
     */
    public ConnectionsController(
            ConnectionsViewModel model,
            ObservableValue<@Nullable CaptureStory> current,
            Consumer<ConnectionRow> open,
            Messages messages) {
        this.model = model;
        this.current = current;
        this.open = open;
        this.messages = messages;
    }

    @FXML
    void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        clear.visibleProperty().bind(search.textProperty().isNotEmpty());
        clear.setOnAction(_ -> search.clear());
        search.setOnAction(_ -> openFirst());
        fillOrder();
        addColumns();
        table.setItems(model.rows());
        table.setRowFactory(_ -> new Row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::openByKey);
        model.rows().addListener((ListChangeListener<ConnectionRow>) _ -> showCount());
        model.marksKnownProperty().subscribe(_ -> table.refresh());
        model.openProperty().subscribe(_ -> showFiles());
        current.subscribe(_ -> selectCurrent());
        messages.localeProperty().subscribe(_ -> showFiles());
    }

    /** What to do when a connection was opened, so that the keys go on in the diagram. */
    public void setOnPicked(Runnable action) {
        picked = action;
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void fillOrder() {
        order.getItems().setAll(ConnectionOrder.values());
        order.valueProperty().bindBidirectional(model.orderProperty());
        order.converterProperty()
                .bind(
                        Bindings.createObjectBinding(
                                () -> new OrderNames(), messages.localeProperty()));
    }

    /** What the orders are called. */
    private final class OrderNames extends StringConverter<ConnectionOrder> {
        @Override
        public String toString(@Nullable ConnectionOrder value) {
            return value == null ? "" : messages.get("capture.order." + value.name());
        }

        @Override
        public ConnectionOrder fromString(String name) {
            throw new UnsupportedOperationException("nobody types an order");
        }
    }

    private void addColumns() {
        var hosts = new TableColumn<ConnectionRow, ConnectionRow>();
        hosts.textProperty().bind(messages.binding("capture.column.hosts"));
        hosts.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        hosts.setCellFactory(_ -> new HostsCell(model, messages));
        hosts.setComparator(ConnectionOrder.A.comparator());
        hosts.setId("column-hosts");
        // It fills a narrow list; what else there is comes into view when the list is made wider.
        table.widthProperty()
                .subscribe(width ->
                        hosts.setPrefWidth(
                                Math.clamp(
                                        width.doubleValue() - SCROLL_BAR_PX,
                                        LEAST_HOSTS_PX,
                                        MOST_HOSTS_PX)));
        table.getColumns().add(hosts);
        column("start", row -> Durations.compact(model.sinceFirstNanos(row)), START);
        column("duration", row -> Durations.compact(row.connection().durationNanos()), DURATION);
        column(
                "octetsFromA",
                row -> model.text().grouped(row.connection().octetsFromA()),
                row -> row.connection().octetsFromA());
        column(
                "octetsFromB",
                row -> model.text().grouped(row.connection().octetsFromB()),
                row -> row.connection().octetsFromB());
        column(
                "segments",
                row -> model.text().grouped(row.connection().segments().size()),
                row -> (long) row.connection().segments().size());
        column(
                "marks",
                row -> model.marks().of(row) < 0 ? "…" : Integer.toString(model.marks().of(row)),
                row -> (long) model.marks().of(row));
        column("opening", row -> model.text().opening(row.connection().opening()), null);
        column("ending", row -> model.text().ending(row.connection().ending()), null);
    }

    private static final Function<ConnectionRow, Long> START = ConnectionRow::startNanos;
    private static final Function<ConnectionRow, Long> DURATION =
            row -> row.connection().durationNanos();

    /**
     * A column with one text.
     *
     * @param number what it is sorted by; null: by the text itself
     */
    private void column(
            String name,
            Function<ConnectionRow, String> text,
            @Nullable Function<ConnectionRow, Long> number) {
        var column = new TableColumn<ConnectionRow, ConnectionRow>();
        column.setId("column-" + name);
        column.textProperty().bind(messages.binding("capture.column." + name));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(_ -> new PlainCell(text, number != null));
        column.setComparator((one, other) ->
                number == null
                        ? text.apply(one).compareTo(text.apply(other))
                        : Long.compare(number.apply(one), number.apply(other)));
        table.getColumns().add(column);
    }

    private void showFiles() {
        OpenCapture open = model.openProperty().get();
        if (open == null) {
            return;
        }
        files.setText(String.join(" + ", open.files().stream().map(CaptureFile::name).toList()));
        var tip = new Tooltip();
        tip.setText(
                String.join(
                        "\n", open.files().stream().map(file -> file.path().toString()).toList()));
        files.setTooltip(tip);
        summary.setText(model.text().summary(open.tally()));
        showCount();
        table.refresh();
    }

    private void showCount() {
        OpenCapture open = model.openProperty().get();
        if (open == null) {
            return;
        }
        boolean all = open.rows().size() == model.rows().size();
        count.setText(
                all
                        ? messages.get("capture.count", model.text().grouped(open.rows().size()))
                        : messages.get(
                                "capture.countFound",
                                model.text().grouped(model.rows().size()),
                                model.text().grouped(open.rows().size())));
        selectCurrent();
    }

    private void selectCurrent() {
        CaptureStory story = current.getValue();
        if (story == null) {
            table.getSelectionModel().clearSelection();
            return;
        }
        int index = indexOf(story.row());
        if (index >= 0 && table.getSelectionModel().getSelectedIndex() != index) {
            table.getSelectionModel().clearAndSelect(index);
            table.scrollTo(Math.max(0, index - 2));
        }
    }

    /** The same connection is the same object; comparing all their segments would last. */
    @SuppressWarnings("ReferenceEquality")
    private int indexOf(ConnectionRow wanted) {
        for (int i = 0; i < table.getItems().size(); i++) {
            if (table.getItems().get(i) == wanted) {
                return i;
            }
        }
        return -1;
    }

    private void openFirst() {
        if (!table.getItems().isEmpty()) {
            openRow(table.getItems().getFirst());
        }
    }

    private void openByKey(KeyEvent event) {
        ConnectionRow selected = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && selected != null) {
            openRow(selected);
            event.consume();
        }
    }

    private void openRow(ConnectionRow row) {
        open.accept(row);
        picked.run();
    }

    /** A row that opens by a double click and tells everything on hover. */
    private final class Row extends TableRow<ConnectionRow> {
        private final Tooltip tip = new Tooltip();

        Row() {
            tip.getStyleClass().add("wide-tip");
            setOnMouseClicked(this::clicked);
        }

        private void clicked(MouseEvent click) {
            if (click.getClickCount() == 2 && !isEmpty()) {
                openRow(Objects.requireNonNull(getItem()));
            }
        }

        @Override
        protected void updateItem(@Nullable ConnectionRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setTooltip(null);
                setAccessibleText(null);
            } else {
                tip.setText(HostsCell.everything(row, model, messages));
                setAccessibleText(tip.getText());
                setTooltip(tip);
            }
        }
    }
}
