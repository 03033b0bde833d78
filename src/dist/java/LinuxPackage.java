import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a Debian or RPM package of the program that {@code jpackage} put together: the program in
 * {@code /opt}, its command in {@code /usr/bin}, and menu entry, icons and file types where the
 * desktop looks for them. All of them are plain files of the package, so there is no script to run
 * when it is installed or removed, and nothing can be left behind. (The packages that {@code
 * jpackage} makes itself put these files in place by scripts, which fail on a system without a
 * desktop, and make the program the one that opens all captures.)
 *
 * <p>Run by {@code ./mvnw -Pdist verify}:
 *
 * <pre>java LinuxPackage.java TYPE VERSION VENDOR TIMESTAMP DIST_FOLDER</pre>
 */
final class LinuxPackage {
    private static final String NAME = "handshake-lab";
    private static final Path OUR_FILES = Path.of("src", "dist", "linux");
    private static final Path PNG = Path.of("src/main/resources/dev/handshakelab/icon");
    private static final Path SVG = Path.of("assets", "icon", NAME + ".svg");

    private final String version;
    private final String vendor;
    private final Instant timestamp;
    private final Path dist;
    private final Path tree;

    private LinuxPackage(String version, String vendor, Instant timestamp, Path dist) {
        this.version = version;
        this.vendor = vendor;
        this.timestamp = timestamp;
        this.dist = dist;
        this.tree = dist.resolve("tree");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        var maker = new LinuxPackage(args[1], args[2], Instant.parse(args[3]), Path.of(args[4]));
        String wanted = args[0].toUpperCase(Locale.ROOT);
        boolean debian = has("dpkg-deb");
        boolean fedora = has("rpmbuild");
        maker.replaceLauncher();
        switch (wanted) {
            case "APP_IMAGE" -> {}
            case "DEB" -> {
                need(debian, "dpkg-deb", "dpkg");
                maker.deb();
            }
            case "RPM" -> {
                need(fedora, "rpmbuild", "rpm-build on Fedora, rpm on Debian");
                maker.rpm();
            }
            default -> refuse("dist.type is DEB, RPM or APP_IMAGE on Linux, not " + args[0]);
        }
    }

    private static boolean has(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    }

    private static void need(boolean there, String tool, String source) {
        if (!there) {
            refuse("the installer needs "
                    + tool
                    + ", which is not on the PATH (package "
                    + source
                    + "); without it: -Ddist.type=APP_IMAGE");
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(1);
    }

    /**
     * Puts a script where the launcher of {@code jpackage} is, which asks the package managers at
     * each start what package it belongs to. That lasts longer than to start Java. The script
     * starts Java under the name of the program, with the options that {@code jpackage} was given.
     */
    private void replaceLauncher() throws IOException {
        Path image = dist.resolve(NAME);
        Path settings = image.resolve("lib/app").resolve(NAME + ".cfg");
        String options = "";
        String module = "";
        for (String line : Files.readAllLines(settings)) {
            String value = line.substring(line.indexOf('=') + 1);
            if (line.startsWith("java-options=")) {
                options += " \"" + value.replace("$APPDIR", "$home/lib/app") + "\"";
            } else if (line.startsWith("app.mainmodule=")) {
                module = value;
            }
        }
        Path launcher = image.resolve("bin").resolve(NAME);
        Files.delete(launcher);
        write(
                OUR_FILES.resolve(NAME + ".sh"),
                launcher,
                Map.of("options", options.strip(), "module", module));
        set(launcher, true);
        Path java = image.resolve("lib/runtime/bin/java");
        Files.copy(java, java.resolveSibling(NAME));
        Files.delete(settings);
        Files.delete(image.resolve("lib/libapplauncher.so"));
    }

    private void deb() throws IOException, InterruptedException {
        long octets = fill();
        String architecture = said("dpkg", "--print-architecture");
        write(
                OUR_FILES.resolve("control"),
                tree.resolve("DEBIAN").resolve("control"),
                Map.of("architecture", architecture, "size", Long.toString(octets / 1024)));
        run("dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree.toString(), dist.toString());
    }

    private void rpm() throws IOException, InterruptedException {
        fill();
        Path spec = dist.resolve(NAME + ".spec");
        write(OUR_FILES.resolve(NAME + ".spec"), spec, Map.of());
        run("rpmbuild", "-bb", "--quiet",
                "--define", "_topdir " + dist.resolve("rpm").toAbsolutePath(),
                "--define", "_rpmdir " + dist.toAbsolutePath(),
                "--define", "_rpmfilename %{NAME}-%{VERSION}-%{RELEASE}.%{ARCH}.rpm",
                "--define", "_binary_payload w6T.xzdio",
                "--define", "tree " + tree.toAbsolutePath(),
                spec.toString());
    }

    /** Puts all files in place, with the rights they shall have, and says how much they are. */
    private long fill() throws IOException {
        copyAll(dist.resolve(NAME), tree.resolve("opt").resolve(NAME));
        Path bin = Files.createDirectories(tree.resolve("usr/bin"));
        Files.createSymbolicLink(
                bin.resolve(NAME), Path.of("..", "..", "opt", NAME, "bin", NAME));
        Path share = tree.resolve("usr/share");
        copy(OUR_FILES.resolve(NAME + ".desktop"), share.resolve("applications"));
        copy(OUR_FILES.resolve(NAME + ".xml"), share.resolve("mime/packages"));
        copy(OUR_FILES.resolve("copyright"), share.resolve("doc").resolve(NAME));
        Path icons = share.resolve("icons/hicolor");
        copy(SVG, icons.resolve("scalable/apps"));
        try (Stream<Path> images = Files.list(PNG)) {
            for (Path image : images.toList()) {
                String size = image.getFileName().toString().replace(".png", "");
                Path folder = Files.createDirectories(icons.resolve(size + "x" + size + "/apps"));
                Files.copy(image, folder.resolve(NAME + ".png"));
            }
        }
        return setRights();
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, Files.createDirectories(folder).resolve(file.getFileName()));
    }

    /** Copies a folder; its files are the same ones as far as the file system can do that. */
    private static void copyAll(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else if (Files.isSymbolicLink(source)) {
                    Files.copy(source, target, LinkOption.NOFOLLOW_LINKS);
                } else {
                    Files.createLink(target, source);
                }
            }
        }
    }

    private long setRights() throws IOException {
        var octets = new long[1];
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes is)
                            throws IOException {
                        set(folder, true);
                        octets[0] += 4096;
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes is)
                            throws IOException {
                        if (!is.isSymbolicLink()) {
                            set(file, Files.isExecutable(file));
                            octets[0] += is.size();
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return octets[0];
    }

    private static void set(Path path, boolean executable) throws IOException {
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void write(Path template, Path file, Map<String, String> values) throws IOException {
        String text =
                Files.readString(template)
                        .replace("@version@", version)
                        .replace("@vendor@", vendor);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("@" + value.getKey() + "@", value.getValue());
        }
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void run(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("SOURCE_DATE_EPOCH", Long.toString(timestamp.getEpochSecond()));
        if (builder.start().waitFor() != 0) {
            refuse(command[0] + " failed");
        }
    }

    private static String said(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).start();
        String said =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
