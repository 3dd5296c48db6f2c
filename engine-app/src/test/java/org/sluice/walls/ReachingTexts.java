package org.sluice.walls;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * The texts that can reach an argument: read from the sources, through choices, constants and methods of the same file,
 * and through the parameters of whichever method passes them on. What it cannot follow it says.
 */
final class ReachingTexts {

    /** @param file where it stands */
    record Text(String text, String file) {}

    private final List<CompilationUnitTree> units;
    private final Map<String, Integer> declared = new HashMap<>();
    private final Deque<Argument> open = new ArrayDeque<>();
    private final Set<Argument> seen = new HashSet<>();
    private final Set<Text> found = new HashSet<>();
    private final List<String> lost = new ArrayList<>();
    private int calls;

    private ReachingTexts(List<CompilationUnitTree> units) {
        this.units = units;
        units.forEach(unit -> unit.accept(
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void nothing) {
                        declared.merge(method.getName().toString(), 1, Integer::sum);
                        return super.visitMethod(method, nothing);
                    }
                },
                null));
    }

    static ReachingTexts of(List<CompilationUnitTree> units, Argument... arguments) {
        var texts = new ReachingTexts(units);
        texts.follow(List.of(arguments));
        return texts;
    }

    Set<String> texts() {
        return found.stream().map(Text::text).collect(Collectors.toCollection(TreeSet::new));
    }

    Set<String> textsIn(String file) {
        return found.stream()
                .filter(text -> text.file().equals(file))
                .map(Text::text)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Arguments whose texts are out of sight. */
    List<String> lost() {
        return lost;
    }

    /** How many calls were asked for and found, without those that only lead to them. */
    int calls() {
        return calls;
    }

    private void follow(List<Argument> asked) {
        asked.forEach(this::enqueue);
        while (!open.isEmpty()) {
            var argument = open.remove();
            boolean first = asked.contains(argument);
            units.forEach(unit -> new Calls(unit, argument, first).scan(unit, null));
        }
    }

    private void enqueue(Argument argument) {
        if (seen.add(argument)) {
            open.add(argument);
        }
    }

    static String fileOf(CompilationUnitTree unit) {
        return Path.of(unit.getSourceFile().toUri()).getFileName().toString();
    }

    private final class Calls extends TreePathScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final String file;
        private final Argument argument;
        private final boolean first;

        Calls(CompilationUnitTree unit, Argument argument, boolean first) {
            this.unit = unit;
            this.file = fileOf(unit);
            this.argument = argument;
            this.first = first;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var method = call.getMethodSelect();
            var name = method instanceof MemberSelectTree select
                    ? select.getIdentifier().toString()
                    : method.toString();
            var receiver = method instanceof MemberSelectTree select ? root(select.getExpression()) : "";
            take(name, receiver, call.getArguments());
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree call, Void nothing) {
            take(name(call), "", call.getArguments());
            return super.visitNewClass(call, nothing);
        }

        private void take(String name, String receiver, List<? extends ExpressionTree> arguments) {
            if (!argument.isOf(name, arguments.size(), file, receiver)) {
                return;
            }
            calls += first ? 1 : 0;
            for (int i = argument.index(); i < arguments.size(); i += 2) {
                resolve(arguments.get(i), getCurrentPath());
                if (!argument.everySecond()) {
                    return;
                }
            }
        }

        private void resolve(ExpressionTree value, TreePath at) {
            if (value instanceof LiteralTree literal && literal.getValue() instanceof String text) {
                found.add(new Text(text, file));
            } else if (value instanceof ParenthesizedTree inner) {
                resolve(inner.getExpression(), at);
            } else if (value instanceof ConditionalExpressionTree choice) {
                resolve(choice.getTrueExpression(), at);
                resolve(choice.getFalseExpression(), at);
            } else if (!(value instanceof IdentifierTree name && (parameter(name, at) || constant(name, at)))
                    && !(value instanceof MethodInvocationTree call && method(call))) {
                lost.add(file + ": " + argument.call() + "(… " + value + " …)");
            }
        }

        /** Follows a parameter of the method that stands around. */
        private boolean parameter(IdentifierTree name, TreePath at) {
            ClassTree type = null;
            MethodTree method = null;
            for (var path = at; path != null && type == null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof MethodTree around && method == null) {
                    method = around;
                } else if (path.getLeaf() instanceof ClassTree around && method != null) {
                    type = around;
                }
            }
            if (method == null || type == null) {
                return false;
            }
            var names = method.getParameters().stream()
                    .map(parameter -> parameter.getName().toString())
                    .toList();
            int index = names.indexOf(name.getName().toString());
            if (index >= 0) {
                enqueue(passing(type.getSimpleName().toString(), method, index));
            }
            return index >= 0;
        }

        private Argument passing(String type, MethodTree method, int index) {
            var name = method.getName().toString();
            int count = method.getParameters().size();
            boolean open = count > 0
                    && method.getParameters().get(count - 1).toString().contains("...");
            var made = name.equals("<init>");
            Set<String> receivers = Set.of(type, type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1));
            if (method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
                receivers = Set.of(type);
            } else if (made || declared.getOrDefault(name, 0) == 1) {
                receivers = null;
            }
            return new Argument(made ? "new " + type : name, index, false, open ? -1 : count, file, receivers);
        }

        private boolean constant(IdentifierTree name, TreePath at) {
            var value = new TreeScanner<ExpressionTree, Void>() {
                @Override
                public ExpressionTree visitVariable(VariableTree variable, Void nothing) {
                    return variable.getName().equals(name.getName())
                                    && variable.getModifiers().getFlags().contains(Modifier.STATIC)
                            ? variable.getInitializer()
                            : null;
                }

                @Override
                public ExpressionTree reduce(ExpressionTree one, ExpressionTree other) {
                    return one == null ? other : one;
                }
            }.scan(unit, null);
            if (value != null) {
                resolve(value, at);
            }
            return value != null;
        }

        /** What a method of the same file gives back. */
        private boolean method(MethodInvocationTree call) {
            if (!(call.getMethodSelect() instanceof IdentifierTree name)) {
                return false;
            }
            var given = new ArrayList<TreePath>();
            new TreePathScanner<Void, Void>() {
                private boolean inside;

                @Override
                public Void visitMethod(MethodTree method, Void nothing) {
                    boolean before = inside;
                    inside = method.getName().equals(name.getName());
                    super.visitMethod(method, nothing);
                    inside = before;
                    return null;
                }

                @Override
                public Void visitLambdaExpression(LambdaExpressionTree lambda, Void nothing) {
                    return null;
                }

                @Override
                public Void visitReturn(ReturnTree giving, Void nothing) {
                    if (inside) {
                        given.add(getCurrentPath());
                    }
                    return null;
                }
            }.scan(unit, null);
            given.forEach(path -> resolve(((ReturnTree) path.getLeaf()).getExpression(), path));
            return !given.isEmpty();
        }
    }

    /** The name with which a chain of calls begins. */
    private static String root(Tree expression) {
        if (expression instanceof MemberSelectTree select) {
            return root(select.getExpression());
        }
        if (expression instanceof MethodInvocationTree call) {
            return root(call.getMethodSelect());
        }
        if (expression instanceof NewClassTree call) {
            return name(call);
        }
        return expression instanceof IdentifierTree ? expression.toString() : "(" + expression + ")";
    }

    private static String name(NewClassTree call) {
        var type = call.getIdentifier().toString();
        return "new " + type.substring(type.lastIndexOf('.') + 1).replaceAll("<.*", "");
    }
}
