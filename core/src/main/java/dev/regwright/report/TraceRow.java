package dev.regwright.report;

import dev.regwright.source.Span;
import dev.regwright.trace.AuthKind;
import dev.regwright.trace.AuthUse;
import dev.regwright.trace.Hop;
import dev.regwright.trace.Outcome;
import dev.regwright.trace.PullerTrace;
import dev.regwright.trace.Request;
import dev.regwright.trace.Step;
import dev.regwright.trace.TlsUse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request in words, for people.
 *
 * @param mark a tick when the image comes from it, a cross when it fails, else a blank
 * @param why why it is asked, and where that stands
 * @param notes what else there is to know
 * @param fate what becomes of it when hosts answer badly, or empty
 */
record TraceRow(
    Request request,
    String mark,
    String url,
    String role,
    String auth,
    String tls,
    String why,
    List<String> notes,
    String fate) {

  static final String TICK = "✓";
  static final String CROSS = "✗";
  private static final String BLANK = " ";

  static List<TraceRow> of(PullerTrace trace, @Nullable Outcome outcome) {
    List<TraceRow> rows = new ArrayList<>();
    for (int i = 0; i < trace.requests().size(); i++) {
      Step step = outcome == null ? null : outcome.steps().get(i);
      rows.add(of(trace.requests().get(i), step));
    }
    return rows;
  }

  static TraceRow of(Request request, @Nullable Step step) {
    Hop hop = request.hop();
    List<String> notes = new ArrayList<>(hop.notes());
    if (hop.auth().trouble() != null) {
      notes.add("if it asks for credentials: " + hop.auth().trouble());
    }
    if (!request.manifest()) {
      notes.add(
          "not asked for this, only for what it names: its capabilities are "
              + (hop.capabilities().isEmpty() ? "none" : String.join(", ", hop.capabilities())));
    }
    boolean dead = step == null && hop.unsent() != null;
    if (dead) {
      notes.add("no request is ever sent: " + hop.unsent());
    }
    return new TraceRow(
        request,
        step == null ? (dead ? CROSS : BLANK) : mark(step),
        shown(request.url()),
        hop.role().label(),
        auth(hop.auth()),
        tls(hop),
        shown(hop.cause().why()) + place(hop.cause().at()),
        shown(notes),
        step == null ? "" : fate(step));
  }

  private static String mark(Step step) {
    if (step.serves()) {
      return TICK;
    }
    return step.words().isEmpty() ? BLANK : CROSS;
  }

  private static String fate(Step step) {
    return step.words().isEmpty() ? "not reached" : shown(step.words());
  }

  private static String auth(AuthUse auth) {
    if (auth.kind() == AuthKind.NONE) {
      return "no auth";
    }
    return auth.kind().label() + (auth.from() == null ? "" : " (" + line(auth.from()) + ")");
  }

  private static String tls(Hop hop) {
    TlsUse tls = hop.tls();
    List<String> words = new ArrayList<>();
    if (tls.ca()) {
      words.add("own CA");
    }
    if (tls.client()) {
      words.add("client certificate");
    }
    if (tls.skipVerify()) {
      words.add("unverified");
    }
    if (hop.httpFallback()) {
      words.add("HTTPS, then HTTP");
    } else if (hop.scheme().equals("http")) {
      words.add("plain HTTP");
    }
    if (words.isEmpty()) {
      return "TLS";
    }
    return String.join(", ", words) + (tls.from() == null ? "" : " (" + line(tls.from()) + ")");
  }

  private static String place(@Nullable Span at) {
    return at == null ? "" : " (" + line(at) + ")";
  }

  /** {@code path:line}. */
  static String line(Span at) {
    return Printable.of(at.path()) + ":" + at.startLine();
  }

  /** Safe for a terminal, and without what may be secret. */
  static String shown(String text) {
    return Printable.of(Userinfo.masked(text));
  }

  /** All of them safe. */
  static List<String> shown(List<String> texts) {
    List<String> shown = new ArrayList<>(texts.size());
    for (String text : texts) {
      shown.add(shown(text));
    }
    return shown;
  }

  /** Whether two pullers do the same, so that telling it once is enough. */
  boolean tellsTheSame(TraceRow other) {
    return mark.equals(other.mark)
        && url.equals(other.url)
        && auth.equals(other.auth)
        && tls.equals(other.tls)
        && why.equals(other.why)
        && fate.equals(other.fate);
  }

  /** This row with the notes that another has too. */
  TraceRow withNotesOf(TraceRow other) {
    List<String> common = new ArrayList<>(notes);
    common.retainAll(other.notes);
    return new TraceRow(request, mark, url, role, auth, tls, why, common, fate);
  }
}
