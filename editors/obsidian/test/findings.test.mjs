import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnosticCount, forEachDiagnostic, linter, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import findings from "../dist/findings.js";
import underlines from "../dist/underlines.js";

const { Offsets, claimLines, smallestChange } = findings;
const TEXT = "# Q\n\n\u{1F600} is recieved\n";
const SPAN = { start: { line: 3, column: 6 }, end: { line: 3, column: 14 } };
const FIX = { title: 'write "received"', applicability: "safe", edits: [{ ...SPAN, replacement: "received" }] };
const FINDING = { ...SPAN, rule: "misspelling", severity: "error", message: "misspelt", url: null, fix: FIX };

test("columns are code points, offsets are units of UTF-16", () => {
  const { from, to } = new Offsets(TEXT).range(SPAN);
  assert.equal(TEXT.slice(from, to), "recieved");
});

test("places outside of the text are at its end", () => {
  const range = new Offsets("a\n").range({ start: { line: 1, column: 9 }, end: { line: 7, column: 1 } });
  assert.deepEqual(range, { from: 1, to: 2 });
});

test("only what differs is replaced", () => {
  for (const [before, after] of [["abcd", "abXd"], ["aaa", "aa"], ["", "x"], ["abab", "ab"], ["x", ""]]) {
    const { from, to, insert } = smallestChange(before, after);
    assert.equal(before.slice(0, from) + insert + before.slice(to), after);
  }
  assert.deepEqual(smallestChange("abcd", "abXd"), { from: 2, to: 3, insert: "X" });
  assert.equal(smallestChange("same", "same"), null);
});

test("CodeMirror takes the findings as diagnostics", () => {
  const found = underlines.diagnostics([FINDING], TEXT);
  let state = EditorState.create({ doc: TEXT, extensions: [linter(null)] });
  state = state.update(setDiagnostics(state, found)).state;
  assert.equal(diagnosticCount(state), 1);
  forEachDiagnostic(state, (one, from, to) => assert.equal(state.sliceDoc(from, to), "recieved"));
});

function applied(fix, doc, from) {
  const [{ actions }] = underlines.diagnostics([{ ...FINDING, fix }], TEXT);
  let state = EditorState.create({ doc });
  const view = { get state() { return state; }, dispatch: (spec) => (state = state.update(spec).state) };
  actions[0].apply(view, from, from + 8);
  return state.doc.toString();
}

test("a fix follows its place, and leaves changed text alone", () => {
  assert.equal(applied(FIX, TEXT, 11), TEXT.replace("recieved", "received"));
  assert.equal(applied(FIX, `new ${TEXT}`, 15), `new ${TEXT.replace("recieved", "received")}`);
  assert.equal(applied(FIX, TEXT.replace("recieved", "received"), 11), TEXT.replace("recieved", "received"));
});

test("a fix that a person should look at says so, one that is only shown is no action", () => {
  const named = (applicability) => underlines.diagnostics([{ ...FINDING, fix: { ...FIX, applicability } }], TEXT)[0].actions.map((one) => one.name);
  assert.deepEqual(named("unsafe"), ['write "received" (please review)']);
  assert.deepEqual(named("display"), []);
});

test("a claim says how it compares, if the packs know it", () => {
  const claim = (canonical) => ({ ...SPAN, entity: "a", attribute: "b", canonical });
  const known = { status: "outdated", value: "30 min", source: null, as_of: "2026-11-20" };
  assert.deepEqual(claimLines(claim(known)), ["This is older than the canonical value: 30 min (as of 2026-11-20)"]);
  assert.deepEqual(claimLines(claim(null)), []);
});
