// Findings and claims in CodeMirror 6, the editor of Obsidian.
import { type Action, type Diagnostic, linter } from "@codemirror/lint";
import { type Extension } from "@codemirror/state";
import { type EditorView, hoverTooltip } from "@codemirror/view";
import { type Claim, type Finding, Offsets, claimLines } from "./findings";

/** What the editor asks for; an empty answer for a text that is no note. */
export interface Answers {
  readonly findings: (view: EditorView) => Promise<Finding[]>;
  readonly claims: (view: EditorView) => Promise<Claim[]>;
}

/** Underlines with their messages, and hovers over claims; `delay` is in milliseconds after the last key stroke. */
export function underlines(answers: Answers, delay: number): Extension {
  const findings = linter(async (view) => diagnostics(await answers.findings(view), view.state.doc.toString()), { delay });
  const claims = hoverTooltip(async (view, at) => {
    const offsets = new Offsets(view.state.doc.toString());
    for (const claim of await answers.claims(view)) {
      const { from, to } = offsets.range(claim);
      const lines = claimLines(claim);
      if (from <= at && at <= to && lines.length > 0) {
        return { pos: from, end: to, above: true, create: () => ({ dom: claimElement(lines, claim.canonical?.source ?? null) }) };
      }
    }
    return null;
  });
  return [findings, claims];
}

/** Findings as CodeMirror shows them. */
export function diagnostics(findings: readonly Finding[], text: string): Diagnostic[] {
  const offsets = new Offsets(text);
  return findings.map((finding) => ({
    ...offsets.range(finding),
    severity: finding.severity,
    source: `notelint ${finding.rule}`,
    message: finding.message,
    actions: [...fixActions(finding, offsets, text), ...sourceActions(finding.url)],
  }));
}

function fixActions(finding: Finding, offsets: Offsets, text: string): Action[] {
  const { fix } = finding;
  if (!fix || fix.applicability === "display") {
    return [];
  }
  const start = offsets.range(finding).from;
  const edits = fix.edits.map((edit) => ({ ...offsets.range(edit), insert: edit.replacement }));
  const name = fix.applicability === "safe" ? fix.title : `${fix.title} (please review)`;
  const apply = (view: EditorView, from: number): void => {
    // the text may have moved since it was checked, or have changed: then nothing is done
    const moved = edits.map((edit) => ({ from: edit.from + from - start, to: edit.to + from - start, insert: edit.insert }));
    const same = moved.every((edit, index) => view.state.sliceDoc(edit.from, edit.to) === text.slice(edits[index]?.from, edits[index]?.to));
    if (same) {
      view.dispatch({ changes: moved });
    }
  };
  return [{ name, apply }];
}

function sourceActions(url: string | null): Action[] {
  return url ? [{ name: "open the source", apply: () => void window.open(url) }] : [];
}

function claimElement(lines: readonly string[], source: string | null): HTMLElement {
  const dom = document.createElement("div");
  dom.className = "cm-tooltip-lint notelint-claim";
  for (const line of lines) {
    dom.appendChild(document.createElement("div")).textContent = line;
  }
  if (source) {
    const link = dom.appendChild(document.createElement("a"));
    link.textContent = "source";
    link.href = source;
  }
  return dom;
}
