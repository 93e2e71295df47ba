# One annotated report as lines that a person can read, a part a stage. Input: an object of `tidings annotate --tokens`.
. as $r
| def at($span): if $span == null then "-" else $r.report.text[$span.start:$span.end] | gsub("\\s+"; " ") end;
  def own: at({start: .start, "end": .end});
  def name($id): if $id == null then "-" elif ($id | type) == "array" then ($id | map(name(.)) | join(" + "))
    else ($r.entities[] | select(.id == $id) | .name) end;
  def days: if . == null then "-" elif .from == .to then (.from // "?") else "\(.from // "?")..\(.to // "?")" end;
  def optional($name; $value): if $value == null or $value == "-" or $value == "" then "" else " \($name)=\($value)" end;
  { intake: ([
        "title: \(.report.title)", "outlet: \(.report.outlet)", "agency: \(.report.agency)",
        "authors: \(.report.authors | join(", "))", "language: \(.report.language)",
        "published: \(.report.published | days) \(.report.published.evidence | map(.says) | join("; "))" ]
      + [.boilerplate[] | "\(.kind): \(own)"]),
    text: [ .sentences as $s | range($s | length) as $i
        | "\(if $s[$i].body then "" else "(not body) " end)" + ([.tokens[$i][] | "\(.text)/\(.upos)"] | join(" ")) ],
    mention: ([.entities[] | "entity \(.kind) \(.name)" + optional("country"; .country) + optional("roles"; .roles | join(", "))
          + optional("knowledge"; .knowledge)
          + (if .place == null then "" else " at \(.place.latitude),\(.place.longitude) \(.place.precision)" end)]
      + [.mentions[] | "mention \(.form) \(own) -> \(name(.entity))"]
      + [.times[] | "time \(.type) \(own) = \(.value)" + optional("mod"; .mod) + " \(.interval | days) \(.anchor)"]
      + [.figures[] | "figure \(at(.phrase)): \(.bound) \(.low)..\(.value)..\(.high) \(.unit) \(.category)"
          + optional("place"; name(.place)) + optional("says"; name(.attribution))]
      + [.quotes[] | "quote \(.kind) \(.stance) \(name(.speaker)) [\(at(.cue))]: \(at(.content))"]),
    event: [.events[] | "\(.type // "happening")\(if .mode then " " + .mode else "" end) \(if .negated then "not " else "" end)\(.modality) [\(at(.trigger))]"
        + optional("actors"; .actors | map(name(.)) | join(" + ")) + optional("targets"; .targets | map(name(.)) | join(" + "))
        + optional("objects"; .objects | map(name(.)) | join(" + ")) + optional("what"; at(.object_span))
        + optional("place"; name(.place)) + optional("from"; name(.place_from)) + optional("to"; name(.place_to))
        + " \(.interval | days)" + (if .background then " background" else "" end)
        + optional("says"; name(.source)) + optional("frame"; .frame)] }
| .[$stage][]
