package dev.terroir.privacy.scan;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Many patterns in one deterministic automaton over folded characters: one step for a character,
 * whatever the number of patterns. A state knows which patterns have matched when it is reached.
 * Immutable.
 */
final class PatternAutomaton {

  /** No pattern can match any more. */
  static final int DEAD = 0;

  static final int START = 1;

  private static final int[] NONE = {};

  private final byte[] classes = new byte[Character.MAX_VALUE + 1];
  private final char[] next;
  private final int[][] accepted;
  private final int width;
  private final int firstAccepting;

  /**
   * @param patterns each deterministic; a pattern is known by its place
   */
  PatternAutomaton(List<Automaton> patterns) {
    Product product = new Product(patterns);
    this.width = product.width();
    for (int c = 0; c < classes.length; c++) {
      classes[c] = (byte) product.classOf(Folding.fold((char) c));
    }
    product.explore();
    int[] order = product.acceptingLast();
    this.next = product.table(order);
    this.accepted = product.accepted(order);
    this.firstAccepting = product.silent();
  }

  int step(int state, char c) {
    return next[state * width + (classes[c] & 0xFF)];
  }

  /** The patterns that have matched, in rising order; not to be written to. */
  int[] accepted(int state) {
    return accepted[state];
  }

  boolean accepts(int state) {
    return state >= firstAccepting;
  }

  /** Whether a match can begin with {@code c}. */
  boolean begins(char c) {
    return step(START, c) != DEAD;
  }

  int states() {
    return accepted.length;
  }

  /** The subset construction, over the states of all patterns side by side. */
  private static final class Product {

    private static final int MOST_CLASSES = 256;
    private static final int MOST_STATES = Character.MAX_VALUE;

    private final List<Automaton> patterns;
    private final int[] points;
    private final int[] merged;
    private final int[] representatives;
    private final List<int[]> accepted = new ArrayList<>();
    private final List<char[]> rows = new ArrayList<>();
    private final Map<State, int[]> steps = new HashMap<>();
    private final List<State> numbered = new ArrayList<>();
    private final List<Integer> patternOf = new ArrayList<>();

    Product(List<Automaton> patterns) {
      this.patterns = patterns;
      TreeSet<Integer> starts = new TreeSet<>(List.of(0));
      Map<State, Integer> numbers = new HashMap<>();
      for (int pattern = 0; pattern < patterns.size(); pattern++) {
        for (State state : patterns.get(pattern).getStates()) {
          numbers.put(state, numbered.size());
          numbered.add(state);
          patternOf.add(pattern);
          for (Transition transition : state.getTransitions()) {
            starts.add((int) transition.getMin());
            starts.add(transition.getMax() + 1);
          }
        }
      }
      starts.remove(Character.MAX_VALUE + 1);
      this.points = starts.stream().mapToInt(Integer::intValue).toArray();
      numbers.forEach((state, number) -> steps.put(state, steps(state, numbers)));
      this.merged = new int[points.length];
      this.representatives = merge();
      if (width() > MOST_CLASSES) {
        throw new IllegalStateException("too many kinds of characters: " + width());
      }
    }

    /** Characters between which no pattern tells a difference become one class. */
    private int[] merge() {
      Map<List<Integer>, Integer> seen = new HashMap<>();
      List<Integer> first = new ArrayList<>();
      for (int i = 0; i < points.length; i++) {
        List<Integer> column = new ArrayList<>(numbered.size());
        for (State state : numbered) {
          column.add(steps.get(state)[i]);
        }
        int at = i;
        merged[i] =
            seen.computeIfAbsent(
                column,
                it -> {
                  first.add(at);
                  return first.size() - 1;
                });
      }
      return first.stream().mapToInt(Integer::intValue).toArray();
    }

    int width() {
      return representatives.length;
    }

    private int[] steps(State state, Map<State, Integer> numbers) {
      int[] to = new int[points.length];
      Arrays.fill(to, -1);
      for (Transition transition : state.getTransitions()) {
        for (int i = pointOf(transition.getMin()); i <= pointOf(transition.getMax()); i++) {
          to[i] = numbers.get(transition.getDest());
        }
      }
      return to;
    }

    int classOf(char c) {
      return merged[pointOf(c)];
    }

    private int pointOf(char c) {
      int at = Arrays.binarySearch(points, c);
      return at >= 0 ? at : -at - 2;
    }

    void explore() {
      Map<List<Integer>, Integer> seen = new HashMap<>();
      ArrayDeque<List<Integer>> open = new ArrayDeque<>();
      number(List.of(), seen, open);
      List<Integer> initial = new ArrayList<>();
      Map<State, Integer> numbers = new HashMap<>();
      for (int i = 0; i < numbered.size(); i++) {
        numbers.put(numbered.get(i), i);
      }
      patterns.forEach(pattern -> initial.add(numbers.get(pattern.getInitialState())));
      number(initial, seen, open);
      while (!open.isEmpty()) {
        List<Integer> subset = open.remove();
        char[] row = new char[width()];
        for (int i = 0; i < row.length; i++) {
          row[i] = (char) number(after(subset, representatives[i]), seen, open).intValue();
        }
        rows.add(row);
      }
    }

    private Integer number(
        List<Integer> subset, Map<List<Integer>, Integer> seen, ArrayDeque<List<Integer>> open) {
      Integer known = seen.get(subset);
      if (known != null) {
        return known;
      }
      if (seen.size() >= MOST_STATES) {
        throw new IllegalStateException("the patterns are too many for one automaton");
      }
      int number = seen.size();
      seen.put(subset, number);
      accepted.add(acceptedBy(subset));
      open.add(subset);
      return number;
    }

    private List<Integer> after(List<Integer> subset, int character) {
      List<Integer> after = new ArrayList<>(subset.size());
      for (Integer from : subset) {
        int to = steps.get(numbered.get(from))[character];
        if (to >= 0) {
          after.add(to);
        }
      }
      return after;
    }

    private int[] acceptedBy(List<Integer> subset) {
      int[] patternsHere =
          subset.stream()
              .filter(it -> numbered.get(it).isAccept())
              .mapToInt(patternOf::get)
              .sorted()
              .toArray();
      return patternsHere.length == 0 ? NONE : patternsHere;
    }

    /** How many states accept nothing. */
    int silent() {
      return (int) accepted.stream().filter(it -> it.length == 0).count();
    }

    /** New numbers for the states: those that accept come last, so that one comparison tells. */
    int[] acceptingLast() {
      int[] order = new int[accepted.size()];
      int silent = 0;
      int accepting = silent();
      for (int i = 0; i < order.length; i++) {
        order[i] = accepted.get(i).length == 0 ? silent++ : accepting++;
      }
      return order;
    }

    char[] table(int[] order) {
      char[] table = new char[rows.size() * width()];
      for (int i = 0; i < rows.size(); i++) {
        for (int column = 0; column < width(); column++) {
          table[order[i] * width() + column] = (char) order[rows.get(i)[column]];
        }
      }
      return table;
    }

    int[][] accepted(int[] order) {
      int[][] ordered = new int[order.length][];
      for (int i = 0; i < order.length; i++) {
        ordered[order[i]] = accepted.get(i);
      }
      return ordered;
    }
  }
}
