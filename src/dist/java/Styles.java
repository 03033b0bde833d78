import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet in a jar its binary form, which JavaFX then takes instead: a start
 * has nothing to parse. What is only for controls that the program does not have can be left out of
 * it: a start reads the whole sheet. A control is named by how its style classes begin.
 *
 * <pre>java -p MODULES --add-modules javafx.graphics src/dist/java/Styles.java JAR [CLASS...]</pre>
 */
final class Styles {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*})");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-zA-Z][\\w-]*)");

    private Styles() {}

    public static void main(String[] args) throws IOException {
        List<String> unused = List.of(args).subList(1, args.length);
        Path work = Files.createTempDirectory("styles");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]));
                Stream<Path> all = Files.walk(jar.getPath("/"))) {
            List<Path> sheets = all.filter(file -> file.toString().endsWith(".css")).toList();
            for (Path sheet : sheets) {
                Path text = work.resolve("sheet.css");
                Path binary = work.resolve("sheet.bss");
                Files.writeString(text, used(Files.readString(sheet), unused));
                Stylesheet.convertToBinary(text.toFile(), binary.toFile());
                String name = sheet.getFileName().toString().replace(".css", ".bss");
                Files.copy(binary, sheet.resolveSibling(name), StandardCopyOption.REPLACE_EXISTING);
                Files.delete(text);
                Files.delete(binary);
            }
        } finally {
            Files.delete(work);
        }
    }

    /** A sheet without the selectors of controls that are not used, and rules without any. */
    private static String used(String sheet, List<String> unused) {
        if (unused.isEmpty()) {
            return sheet;
        }
        return RULE.matcher(COMMENT.matcher(sheet).replaceAll(""))
                .results()
                .map(rule -> {
                    String selectors =
                            Stream.of(rule.group(1).split(","))
                                    .filter(selector -> !isOf(selector, unused))
                                    .collect(Collectors.joining(","));
                    return selectors.isBlank() ? "" : selectors + rule.group(2);
                })
                .collect(Collectors.joining());
    }

    private static boolean isOf(String selector, List<String> controls) {
        return STYLE_CLASS
                .matcher(selector)
                .results()
                .anyMatch(found -> controls.stream().anyMatch(found.group(1)::startsWith));
    }
}
