import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.TypeKind;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes into the classes of a jar what Java would otherwise make at each start anew: the code that
 * tells the cases of a {@code switch} over types apart, and {@code equals} and {@code hashCode} of
 * records. An AOT cache keeps lambdas, but not these (JEP 483). What the code does stays the same;
 * every changed class is verified.
 *
 * <pre>java src/dist/java/Prelink.java JAR MODULES</pre>
 */
final class Prelink {
    private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";
    private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";
    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object);
    private static final MethodTypeDesc BOTH =
            MethodTypeDesc.of(
                    ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

    private final ClassFile classFile;
    private int switches;
    private int records;

    private Prelink(ClassHierarchyResolver resolver) {
        classFile = ClassFile.of(ClassHierarchyResolverOption.of(resolver));
    }

    public static void main(String[] args) throws IOException {
        var opened = new ArrayList<FileSystem>();
        try (FileSystem jar = FileSystems.newFileSystem(Path.of(args[0]));
                Stream<Path> modules = Files.list(Path.of(args[1]))) {
            List<Path> roots = new ArrayList<>(List.of(jar.getPath("/")));
            for (Path module : modules.filter(one -> one.toString().endsWith(".jar")).toList()) {
                FileSystem system = FileSystems.newFileSystem(module);
                opened.add(system);
                roots.add(system.getPath("/"));
            }
            ClassHierarchyResolver resolver =
                    ClassHierarchyResolver.ofResourceParsing(type -> find(roots, type))
                            .orElse(ClassHierarchyResolver.defaultResolver());
            var linker = new Prelink(resolver);
            try (Stream<Path> all = Files.walk(jar.getPath("/"))) {
                for (Path file : all.filter(one -> one.toString().endsWith(".class")).toList()) {
                    linker.change(file);
                }
            }
            System.out.println(linker.switches + " switches, " + linker.records + " of records");
        } finally {
            for (FileSystem system : opened) {
                system.close();
            }
        }
    }

    private static InputStream find(List<Path> roots, ClassDesc type) {
        String name = type.descriptorString();
        String file = name.substring(1, name.length() - 1) + ".class";
        for (Path root : roots) {
            Path found = root.resolve(file);
            if (Files.exists(found)) {
                try {
                    return new ByteArrayInputStream(Files.readAllBytes(found));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return null;
    }

    private void change(Path file) throws IOException {
        ClassModel model = classFile.parse(Files.readAllBytes(file));
        if (model.isModuleInfo()) {
            return;
        }
        int before = switches + records;
        byte[] changed = classFile.transformClass(model, new Change(model));
        if (switches + records > before) {
            List<VerifyError> errors = classFile.verify(changed);
            if (!errors.isEmpty()) {
                throw new IllegalStateException(file + ": " + errors);
            }
            Files.write(file, changed);
        }
    }

    /** Changes one class. */
    private final class Change implements ClassTransform {
        private final ClassModel model;
        private final ClassDesc self;
        private final boolean isInterface;
        private final Map<String, List<ClassDesc>> cases = new LinkedHashMap<>();
        private final Map<String, MethodTypeDesc> types = new HashMap<>();

        Change(ClassModel model) {
            this.model = model;
            this.self = model.thisClass().asSymbol();
            this.isInterface = model.flags().has(AccessFlag.INTERFACE);
        }

        @Override
        public void accept(ClassBuilder builder, ClassElement element) {
            if (!(element instanceof MethodModel method)) {
                builder.with(element);
            } else if (isMade(method, "equals")) {
                records++;
                write(builder, method, this::equalsCode);
            } else if (isMade(method, "hashCode")) {
                records++;
                write(builder, method, this::hashCodeCode);
            } else if (calls(method).anyMatch(this::isTypeSwitch)) {
                builder.transformMethod(method, MethodTransform.transformingCode(switchCode()));
            } else {
                builder.with(method);
            }
        }

        @Override
        public void atEnd(ClassBuilder builder) {
            cases.forEach(
                    (name, labels) ->
                            builder.withMethodBody(
                                    name,
                                    types.get(name),
                                    ClassFile.ACC_PRIVATE
                                            | ClassFile.ACC_STATIC
                                            | ClassFile.ACC_SYNTHETIC,
                                    code -> caseCode(code, labels)));
        }

        private Stream<InvokeDynamicInstruction> calls(MethodModel method) {
            return method.code().stream()
                    .flatMap(code -> code.elementStream())
                    .filter(InvokeDynamicInstruction.class::isInstance)
                    .map(InvokeDynamicInstruction.class::cast);
        }

        private boolean isFrom(InvokeDynamicInstruction call, String owner, String name) {
            return call.bootstrapMethod().owner().descriptorString().equals(owner)
                    && call.name().equalsString(name);
        }

        private boolean isMade(MethodModel method, String name) {
            return method.methodName().equalsString(name)
                    && calls(method).anyMatch(call -> isFrom(call, RECORDS, name));
        }

        private boolean isTypeSwitch(InvokeDynamicInstruction call) {
            return isFrom(call, SWITCHES, "typeSwitch")
                    && call.bootstrapArgs().stream().allMatch(ClassDesc.class::isInstance);
        }

        private void write(
                ClassBuilder builder, MethodModel method, Consumer<CodeBuilder> code) {
            builder.withMethod(
                    method.methodName(),
                    method.methodType(),
                    method.flags().flagsMask(),
                    made -> {
                        method.attributes().stream()
                                .filter(one -> !(one instanceof CodeModel))
                                .filter(MethodElement.class::isInstance)
                                .forEach(one -> made.with((MethodElement) one));
                        made.withCode(code);
                    });
        }

        private CodeTransform switchCode() {
            return (code, element) -> {
                if (element instanceof InvokeDynamicInstruction call && isTypeSwitch(call)) {
                    String name = "typeSwitch$" + cases.size();
                    cases.put(
                            name,
                            call.bootstrapArgs().stream().map(one -> (ClassDesc) one).toList());
                    types.put(name, call.typeSymbol());
                    switches++;
                    code.invokestatic(self, name, call.typeSymbol(), isInterface);
                } else {
                    code.with(element);
                }
            };
        }

        /** The index of the first label, not before the one to begin at, that the value is. */
        private void caseCode(CodeBuilder code, List<ClassDesc> labels) {
            Label some = code.newLabel();
            code.aload(0).ifnonnull(some).iconst_m1().ireturn().labelBinding(some);
            for (int i = 0; i < labels.size(); i++) {
                Label next = code.newLabel();
                code.iload(1).loadConstant(i).if_icmpgt(next);
                code.aload(0).instanceOf(labels.get(i)).ifeq(next);
                code.loadConstant(i).ireturn().labelBinding(next);
            }
            code.loadConstant(labels.size()).ireturn();
        }

        private List<RecordComponentInfo> components() {
            return model.findAttribute(Attributes.record()).orElseThrow().components();
        }

        private void equalsCode(CodeBuilder code) {
            Label other = code.newLabel();
            Label same = code.newLabel();
            Label no = code.newLabel();
            code.aload(0).aload(1).if_acmpne(other).iconst_1().ireturn().labelBinding(other);
            code.aload(1).instanceOf(self).ifne(same).iconst_0().ireturn().labelBinding(same);
            code.aload(1).checkcast(self).astore(2);
            for (RecordComponentInfo part : components()) {
                ClassDesc type = part.descriptorSymbol();
                String name = part.name().stringValue();
                code.aload(0).getfield(self, name, type).aload(2).getfield(self, name, type);
                switch (TypeKind.from(type)) {
                    case LONG -> code.lcmp().ifne(no);
                    case FLOAT, DOUBLE -> {
                        ClassDesc box = box(type);
                        code.invokestatic(
                                        box,
                                        "compare",
                                        MethodTypeDesc.of(ConstantDescs.CD_int, type, type))
                                .ifne(no);
                    }
                    case REFERENCE -> code.invokestatic(OBJECTS, "equals", BOTH).ifeq(no);
                    default -> code.if_icmpne(no);
                }
            }
            code.iconst_1().ireturn().labelBinding(no).iconst_0().ireturn();
        }

        private void hashCodeCode(CodeBuilder code) {
            code.iconst_0();
            for (RecordComponentInfo part : components()) {
                ClassDesc type = part.descriptorSymbol();
                code.bipush(31).imul();
                code.aload(0).getfield(self, part.name().stringValue(), type);
                boolean reference = TypeKind.from(type) == TypeKind.REFERENCE;
                code.invokestatic(
                        reference ? OBJECTS : box(type),
                        "hashCode",
                        MethodTypeDesc.of(
                                ConstantDescs.CD_int, reference ? ConstantDescs.CD_Object : type));
                code.iadd();
            }
            code.ireturn();
        }

        private static ClassDesc box(ClassDesc primitive) {
            return switch (TypeKind.from(primitive)) {
                case BOOLEAN -> ConstantDescs.CD_Boolean;
                case BYTE -> ConstantDescs.CD_Byte;
                case CHAR -> ConstantDescs.CD_Character;
                case SHORT -> ConstantDescs.CD_Short;
                case INT -> ConstantDescs.CD_Integer;
                case LONG -> ConstantDescs.CD_Long;
                case FLOAT -> ConstantDescs.CD_Float;
                case DOUBLE -> ConstantDescs.CD_Double;
                case REFERENCE, VOID -> throw new IllegalArgumentException(primitive.toString());
            };
        }
    }
}
