package org.sluice.walls;

import java.util.Set;

/**
 * One argument of a call, or of all calls of that name that can mean the same method.
 *
 * @param call name of the method, or {@code new Type}
 * @param index of the argument, from 0
 * @param everySecond true when the arguments after it, two by two, are meant as well: names among names and values
 * @param arity how many arguments such a call has; -1 for any number that reaches the index
 * @param home file of the method: a call without a receiver stands there; empty for any file
 * @param receivers with which names a call elsewhere begins, {@code problems} or {@code new Problems}; null for any
 */
record Argument(String call, int index, boolean everySecond, int arity, String home, Set<String> receivers) {

    static Argument ofNew(String type, int index) {
        return new Argument("new " + type, index, false, -1, "", null);
    }

    static Argument of(String home, String call, int index, String... receivers) {
        return new Argument(call, index, false, -1, home, Set.of(receivers));
    }

    static Argument everySecondOf(String call) {
        return new Argument(call, 0, true, -1, "", null);
    }

    Argument ofArity(int count) {
        return new Argument(call, index, everySecond, count, home, receivers);
    }

    boolean isOf(String name, int arguments, String file, String receiver) {
        if (!name.equals(call) || (arity >= 0 ? arguments != arity : arguments <= index)) {
            return false;
        }
        boolean atHome = file.equals(home) && (receiver.isEmpty() || receiver.equals("this"));
        return atHome || receivers == null || receivers.contains(receiver);
    }
}
