import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Puts beside each style sheet in a jar its binary form, which JavaFX then takes instead: a start
 * has nothing to parse.
 *
 * <pre>java -p MODULES --add-modules javafx.graphics src/dist/java/Styles.java JAR</pre>
 */
final class Styles {
    private Styles() {}

    public static void main(String[] args) throws IOException {
        Path work = Files.createTempDirectory("styles");
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]));
                Stream<Path> all = Files.walk(jar.getPath("/"))) {
            List<Path> sheets = all.filter(file -> file.toString().endsWith(".css")).toList();
            for (Path sheet : sheets) {
                Path text = work.resolve("sheet.css");
                Path binary = work.resolve("sheet.bss");
                Files.copy(sheet, text, StandardCopyOption.REPLACE_EXISTING);
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
}
