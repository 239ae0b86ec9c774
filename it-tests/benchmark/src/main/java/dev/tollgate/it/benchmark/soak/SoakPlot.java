package dev.tollgate.it.benchmark.soak;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Heap, threads and connections over time, as an SVG: a panel each. */
final class SoakPlot {

    private static final int LEFT = 60;
    private static final int WIDTH = 840;
    private static final int PANEL = 100;
    private static final int GAP = 50;
    private static final int TOP = 40;
    private static final int PANELS = 3;
    private static final int LABELS = 10;

    private final StringBuilder svg = new StringBuilder();
    private final List<Vitals> vitals;
    private final double seconds;
    private int top = TOP;

    private SoakPlot(SoakResult result) {
        vitals = result.vitals();
        seconds = (double) result.length().toSeconds();
    }

    static String of(SoakResult result) {
        SoakPlot plot = new SoakPlot(result);
        plot.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                LEFT + WIDTH + 30, TOP + PANELS * (PANEL + GAP));
        plot.add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        plot.panel("heap after garbage collection, in MB", "#1f5fa8", look -> look.heap() / (double) (1 << 20));
        plot.panel("threads", "#3a8f3a", Vitals::threads);
        plot.panel("connections to the server", "#d9822b", Vitals::connections);
        plot.add("</svg>");
        return plot.svg.toString();
    }

    private void panel(String title, String colour, ToDoubleFunction<Vitals> figure) {
        double most = round(vitals.stream().mapToDouble(figure).max().orElse(1));
        add("<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>", LEFT, top - 8, title);
        for (int line = 0; line <= 2; line++) {
            double y = top + PANEL * (2 - line) / 2.0;
            add(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#cccccc\"/><text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f</text>",
                    LEFT, LEFT + WIDTH, y, y, LEFT - 4, y + 4, most * line / 2);
        }
        StringBuilder points = new StringBuilder();
        vitals.forEach(look -> points.append(String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                x((double) look.second()),
                top + PANEL - figure.applyAsDouble(look) / most * PANEL)));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>",
                points.toString().trim(), colour);
        for (int label = 0; label <= LABELS; label++) {
            double second = seconds * label / LABELS;
            add(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#666666\">%.1f min</text>",
                    x(second), top + PANEL + 16, second / 60);
        }
        top += PANEL + GAP;
    }

    /** So that half of it is a whole number too. */
    private static double round(double most) {
        double step = most > 100 ? 50 : 10;
        return Math.max(step, Math.ceil(most * 1.1 / step) * step);
    }

    private double x(double second) {
        return LEFT + second / seconds * WIDTH;
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
