package dev.terroir.privacy.scan.automaton;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.State;
import dk.brics.automaton.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Makes one automaton of many: its states are the sets of states that all patterns may be in side
 * by side (Rabin and Scott, Finite Automata and Their Decision Problems, 1959). State 0 is the
 * empty set, from which nothing leads away, state 1 the one to begin with. Used once.
 */
final class SubsetConstruction {

  private static final int MOST_CLASSES = 256;
  private static final int MOST_STATES = Character.MAX_VALUE;
  private static final int NOWHERE = -1;
  private static final int[] NONE = {};

  private final List<State> states = new ArrayList<>();
  private final List<Integer> patternOf = new ArrayList<>();
  private final List<Integer> initial = new ArrayList<>();
  private final int[] points;
  private final List<int[]> steps;
  private final int[] merged;
  private final int[] representatives;
  private final Map<Subset, Integer> numbers = new HashMap<>();
  private final ArrayDeque<Subset> open = new ArrayDeque<>();
  private final List<int[]> accepted = new ArrayList<>();
  private final List<char[]> rows = new ArrayList<>();

  /**
   * @param patterns each deterministic
   */
  SubsetConstruction(List<Automaton> patterns) {
    Map<State, Integer> places = new HashMap<>();
    for (int pattern = 0; pattern < patterns.size(); pattern++) {
      for (State state : patterns.get(pattern).getStates()) {
        places.put(state, states.size());
        states.add(state);
        patternOf.add(pattern);
      }
      initial.add(places.getOrDefault(patterns.get(pattern).getInitialState(), NOWHERE));
    }
    this.points = points();
    this.steps = states.stream().map(state -> steps(state, places)).toList();
    this.merged = new int[points.length];
    this.representatives = merge();
    if (width() > MOST_CLASSES) {
      throw new IllegalStateException("too many kinds of characters: " + width());
    }
    explore();
  }

  /** The characters at which some pattern begins to tell a difference. */
  private int[] points() {
    TreeSet<Integer> starts = new TreeSet<>(List.of(0));
    for (State state : states) {
      for (Transition transition : state.getTransitions()) {
        starts.add((int) transition.getMin());
        starts.add(transition.getMax() + 1);
      }
    }
    starts.remove(Character.MAX_VALUE + 1);
    return starts.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] steps(State state, Map<State, Integer> places) {
    int[] to = new int[points.length];
    Arrays.fill(to, NOWHERE);
    for (Transition transition : state.getTransitions()) {
      int last = pointOf(transition.getMax());
      for (int i = pointOf(transition.getMin()); i <= last; i++) {
        to[i] = places.getOrDefault(transition.getDest(), NOWHERE);
      }
    }
    return to;
  }

  /** Characters between which no pattern tells a difference become one class. */
  private int[] merge() {
    Map<Subset, Integer> seen = new HashMap<>();
    List<Integer> first = new ArrayList<>();
    for (int i = 0; i < points.length; i++) {
      int[] column = new int[steps.size()];
      for (int state = 0; state < column.length; state++) {
        column[state] = steps.get(state)[i];
      }
      merged[i] = seen.computeIfAbsent(new Subset(column), it -> first.size());
      if (merged[i] == first.size()) {
        first.add(i);
      }
    }
    return first.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many classes of characters there are. */
  int width() {
    return representatives.length;
  }

  int group(char c) {
    return merged[pointOf(c)];
  }

  private int pointOf(char c) {
    int at = Arrays.binarySearch(points, c);
    return at >= 0 ? at : -at - 2;
  }

  private void explore() {
    number(new Subset(new int[0]));
    number(new Subset(initial.stream().mapToInt(Integer::intValue).toArray()));
    while (!open.isEmpty()) {
      Subset subset = open.remove();
      char[] row = new char[width()];
      for (int i = 0; i < row.length; i++) {
        row[i] = (char) number(after(subset.states(), representatives[i]));
      }
      rows.add(row);
    }
  }

  private int number(Subset subset) {
    Integer known = numbers.get(subset);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    if (number >= MOST_STATES) {
      throw new IllegalStateException("the patterns are too many for one automaton");
    }
    numbers.put(subset, number);
    accepted.add(acceptedBy(subset));
    open.add(subset);
    return number;
  }

  private Subset after(int[] subset, int character) {
    int[] after = new int[subset.length];
    int count = 0;
    for (int from : subset) {
      int to = steps.get(from)[character];
      if (to != NOWHERE) {
        after[count++] = to;
      }
    }
    return new Subset(Arrays.copyOf(after, count));
  }

  private int[] acceptedBy(Subset subset) {
    int[] patterns =
        Arrays.stream(subset.states())
            .filter(it -> states.get(it).isAccept())
            .map(patternOf::get)
            .sorted()
            .toArray();
    return patterns.length == 0 ? NONE : patterns;
  }

  /** Numbers that are compared by what they are; not to be written to. */
  private static final class Subset {

    private final int[] states;
    private final int hash;

    Subset(int[] states) {
      this.states = states;
      this.hash = Arrays.hashCode(states);
    }

    int[] states() {
      return states;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Subset subset && Arrays.equals(states, subset.states);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** The numbers of the states, those of a lower rank of what they accept first. */
  List<Integer> order(ToIntFunction<int[]> rank) {
    return IntStream.range(0, accepted.size())
        .boxed()
        .sorted(Comparator.comparingInt(state -> rank.applyAsInt(accepted.get(state))))
        .toList();
  }

  /** What may have matched together. */
  Stream<int[]> accepted() {
    return accepted.stream();
  }

  /** The patterns that have matched in {@code state}, in rising order. */
  int[] accepted(int state) {
    return accepted.get(state);
  }

  /**
   * A row for each state in {@code order}, whose cells hold the places of other rows.
   *
   * @param columns which group of characters each column is for
   * @param cells of a row, not fewer than there are columns
   */
  int[] table(List<Integer> order, int[] columns, int cells) {
    int[] places = new int[order.size()];
    for (int i = 0; i < places.length; i++) {
      places[order.get(i)] = i * cells;
    }
    int[] table = new int[places.length * cells];
    for (int i = 0; i < places.length; i++) {
      char[] row = rows.get(order.get(i));
      for (int column = 0; column < columns.length; column++) {
        table[i * cells + column] = places[row[columns[column]]];
      }
    }
    return table;
  }
}
