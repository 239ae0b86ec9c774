package dev.tollgate.it.benchmark.storm;

import dev.tollgate.it.benchmark.storm.server.Entry.Outage;
import dev.tollgate.it.benchmark.storm.server.Entry.Revocation;
import dev.tollgate.it.benchmark.storm.server.Entry.TokenCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** The latency of one scenario over time, as an SVG: a panel for each variant, with its token calls below. */
final class Plot {

    private static final int LEFT = 60;
    private static final int WIDTH = 840;
    private static final int PANEL = 130;
    private static final int GAP = 50;
    private static final int TOP = 40;
    private static final String MEDIAN = "#1f5fa8";
    private static final String MAXIMUM = "#d9822b";
    private static final double FASTEST_MS = 1;
    private static final double DECADES = 4;
    private static final long SLICE = 50_000;

    private final StringBuilder svg = new StringBuilder();
    private final Set<String> drawn = new HashSet<>();
    private final long length;

    private Plot(Scenario scenario) {
        length = scenario.length().toNanos() / 1000;
    }

    /** The first repetition of each variant. */
    static String of(Result result) {
        List<Run> runs = new ArrayList<>();
        for (Run run : result.runs()) {
            if (runs.stream().noneMatch(known -> known.variant() == run.variant())) {
                runs.add(run);
            }
        }
        runs.sort((one, other) -> one.variant().compareTo(other.variant()));
        return new Plot(result.scenario()).draw(result.scenario(), runs);
    }

    private String draw(Scenario scenario, List<Run> runs) {
        int height = TOP + runs.size() * (PANEL + GAP);
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                LEFT + WIDTH + 20, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        add(
                "<text x=\"%d\" y=\"16\" font-size=\"13\">%s: %s; latency in ms, <tspan fill=\"%s\">median</tspan> and <tspan fill=\"%s\">maximum</tspan> of each 50 ms</text>",
                LEFT, scenario.id(), scenario.title(), MEDIAN, MAXIMUM);
        for (int i = 0; i < runs.size(); i++) {
            panel(runs.get(i), TOP + i * (PANEL + GAP));
        }
        add("</svg>");
        return svg.toString();
    }

    private void panel(Run run, int top) {
        run.seen(Outage.class)
                .forEach(outage -> box(outage.from() - run.begin(), outage.at() - run.begin(), top, PANEL, "#eeeeee"));
        axes(run, top);
        List<long[]> slices = slices(run);
        line(slices, top, MAXIMUM, slice -> slice[slice.length - 1]);
        line(slices, top, MEDIAN, slice -> slice[slice.length / 2]);
        run.seen(Revocation.class).forEach(revocation -> {
            double x = x(revocation.at() - run.begin());
            add(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"#a02020\" stroke-dasharray=\"3 3\"/>",
                    x, x, top, top + PANEL);
        });
        run.seen(TokenCall.class).forEach(call -> {
            String colour = call.isGood() ? "#3a8f3a" : "#d03030";
            box(call.begin() - run.begin(), call.at() - run.begin(), top + PANEL + 3, 8, colour);
        });
        run.calls().stream().filter(Call::failed).forEach(call -> tick(call, top));
    }

    private void axes(Run run, int top) {
        Figures figures = new Figures(run);
        add(
                "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text><text x=\"%d\" y=\"%d\">%.0f calls/s, p99 %.1f ms, %d failed, %d token calls (below)</text>",
                LEFT + 4,
                top - 4,
                run.variant().title(),
                LEFT + 70,
                top - 4,
                figures.throughput(),
                figures.latency(99),
                figures.failed(),
                figures.tokenCalls().size());
        for (int decade = 0; decade <= DECADES; decade++) {
            double y = top + PANEL - decade * PANEL / DECADES;
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#cccccc\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>",
                    LEFT, LEFT + WIDTH, y, y, LEFT - 4, y + 4, FASTEST_MS * Math.pow(10, decade));
        }
        for (int second = 0; second <= length / 1_000_000; second++) {
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#666666\">%d s</text>",
                    x(second * 1_000_000L), top + PANEL + 24, second);
        }
    }

    /** The latencies of the calls that began in each slice, sorted. */
    private List<long[]> slices(Run run) {
        int count = (int) ((length + SLICE - 1) / SLICE);
        List<List<Long>> slices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slices.add(new ArrayList<>());
        }
        run.calls().forEach(call -> slices.get((int) (call.begin() / SLICE)).add(call.micros()));
        return slices.stream()
                .map(slice ->
                        slice.stream().mapToLong(micros -> micros).sorted().toArray())
                .toList();
    }

    /** Where no call began there is no line: that users stood still must be seen. */
    private void line(List<long[]> slices, int top, String colour, ToDoubleFunction<long[]> pick) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < slices.size(); i++) {
            if (slices.get(i).length > 0) {
                double ms = pick.applyAsDouble(slices.get(i)) / 1000;
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i * SLICE + SLICE / 2), y(ms, top)));
            } else {
                stroke(points, colour);
            }
        }
        stroke(points, colour);
    }

    private void stroke(StringBuilder points, String colour) {
        if (points.length() > 0) {
            add(
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-linecap=\"round\"/>",
                    points.toString().trim(), colour);
            points.setLength(0);
        }
    }

    private void tick(Call call, int top) {
        double x = x(call.begin());
        addOnce(
                "<line x1=\"%.0f\" x2=\"%.0f\" y1=\"%d\" y2=\"%d\" stroke=\"#d03030\" stroke-width=\"0.5\"/>",
                x, x, top, top + 8);
    }

    private void box(long from, long to, int top, int height, String colour) {
        double begin = x(Math.max(0, from));
        double width = Math.max(1, x(Math.min(length, to)) - begin);
        addOnce(
                "<rect x=\"%.0f\" y=\"%d\" width=\"%.0f\" height=\"%d\" fill=\"%s\" fill-opacity=\"0.7\"/>",
                begin, top, width, height, colour);
    }

    private double x(long micros) {
        return LEFT + (double) micros / length * WIDTH;
    }

    private static double y(double ms, int top) {
        double decades = Math.log10(Math.max(FASTEST_MS, ms) / FASTEST_MS);
        return top + PANEL - Math.min(DECADES, decades) / DECADES * PANEL;
    }

    /** What falls on the same pixels as something before is not drawn again: there are thousands of some. */
    private void addOnce(String format, Object... values) {
        if (drawn.add(String.format(Locale.ROOT, format, values))) {
            add(format, values);
        }
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
