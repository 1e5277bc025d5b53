// The plugin with a stand-in for the app, and the notelint of this repository.
import assert from "node:assert/strict";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import plugin from "../dist/with-app.js";
import program from "../dist/program.js";

const repository = join(dirname(fileURLToPath(import.meta.url)), "../../..");
const TEXT = "# Lambda\n\n- AWS Lambda has a timeout of 5 minutes\n- It is recieved twice\n";

function vault(withProgram = true) {
  const folder = mkdtempSync(join(tmpdir(), "notelint-vault-"));
  if (withProgram) {
    symlinkSync(join(repository, ".venv"), join(folder, ".venv"));
  }
  return folder;
}

function editorOf(text) {
  const offsets = (at) => at; // positions are offsets here
  return {
    text,
    cursor: null,
    getValue() { return this.text; },
    setCursor(position) { this.cursor = position; },
    offsetToPos: offsets,
    replaceRange(insert, from, to) { this.text = this.text.slice(0, from) + insert + this.text.slice(to); },
  };
}

async function loaded(folder) {
  const { default: NotelintPlugin, FileSystemAdapter, notices } = plugin;
  const made = new NotelintPlugin({ vault: { adapter: new FileSystemAdapter(folder) } });
  await made.onload();
  const call = (id, editor) => made.commands.find((one) => one.id === id).editorCallback(editor, { file: { path: "lambda.md" } });
  return { made, call, notices };
}

test("it offers two commands and one editor extension", async () => {
  const { made } = await loaded(vault());
  assert.deepEqual(made.commands.map((one) => one.name), ["Check this note", "Fix this note"]);
  assert.equal(made.extensions.length, 1);
});

test("check this note says what it found first, and goes there", async () => {
  const { call, notices } = await loaded(vault());
  const editor = editorOf(TEXT);
  await call("check", editor);
  assert.match(notices.at(-1), /2 found\. Line 3: AWS Lambda, timeout: .*30 minutes/);
  assert.deepEqual(editor.cursor, { line: 2, ch: 0 });
});

test("fix this note makes the safe fixes in the editor and no others", async () => {
  const { call, notices } = await loaded(vault());
  const editor = editorOf(TEXT);
  await call("fix", editor);
  assert.equal(editor.text, TEXT.replace("recieved", "received"));
  await call("fix", editor);
  assert.match(notices.at(-1), /nothing to fix/);
});

test("claims are printed for the hover", async () => {
  const report = JSON.parse(await program.run({ folder: vault(), program: "" }, program.factsArguments(), TEXT));
  assert.equal(report.claims[0].canonical.status, "outdated");
});

test("a missing program is told with what to do", async () => {
  const { made, call, notices } = await loaded(vault(false));
  made.settings.path = "nowhere/notelint";
  await call("check", editorOf(TEXT));
  assert.match(notices.at(-1), /settings of notelint name nowhere\/notelint/);
});

test("settings that notelint cannot read are told", async () => {
  const folder = vault();
  (await import("node:fs")).writeFileSync(join(folder, "notelint.toml"), "select = 3\n");
  const { call, notices } = await loaded(folder);
  await call("check", editorOf(TEXT));
  assert.match(notices.at(-1), /select/);
});
