// The plugin: asks the installed notelint about the note that is open.
import { type EditorView } from "@codemirror/view";
import { type App, type Editor, FileSystemAdapter, type MarkdownFileInfo, Notice, Plugin, PluginSettingTab, Setting, editorInfoField } from "obsidian";
import { type Claim, type Finding, parseClaims, parseFindings, smallestChange } from "./findings";
import { ProgramMissing, type Vault, checkArguments, factsArguments, fixArguments, run } from "./program";
import { underlines } from "./underlines";

interface Settings {
  path: string;
  whileTyping: boolean;
}

const DEFAULTS: Settings = { path: "", whileTyping: true };
const DELAY = 750; // milliseconds after the last key stroke

export default class NotelintPlugin extends Plugin {
  settings: Settings = { ...DEFAULTS };
  private lastComplaint = "";
  private claimsOf: { text: string; claims: Promise<Claim[]> } | undefined;

  async onload(): Promise<void> {
    this.settings = { ...DEFAULTS, ...((await this.loadData()) as Partial<Settings> | null) };
    this.addSettingTab(new NotelintSettings(this.app, this));
    this.addCommand({ id: "check", name: "Check this note", editorCallback: (editor, note) => this.check(editor, note) });
    this.addCommand({ id: "fix", name: "Fix this note", editorCallback: (editor, note) => this.fix(editor, note) });
    const answers = { findings: (view: EditorView) => this.findings(view), claims: (view: EditorView) => this.claims(view) };
    this.registerEditorExtension(underlines(answers, DELAY));
  }

  /** Says what is wrong in the note, even if it is not checked while typing. */
  async check(editor: Editor, note: MarkdownFileInfo): Promise<void> {
    const path = note.file?.path;
    if (!path) {
      return;
    }
    await this.told(async () => {
      const found = parseFindings(await run(this.vault(), checkArguments(path), editor.getValue()));
      const [first] = found;
      if (first) {
        editor.setCursor({ line: first.start.line - 1, ch: 0 });
      }
      new Notice(first ? `notelint: ${found.length} found. Line ${first.start.line}: ${first.message}` : "notelint: nothing found.");
    });
  }

  /** Makes the safe fixes. */
  async fix(editor: Editor, note: MarkdownFileInfo): Promise<void> {
    const path = note.file?.path;
    if (!path) {
      return;
    }
    await this.told(async () => {
      const before = editor.getValue();
      const change = smallestChange(before, await run(this.vault(), fixArguments(path), before));
      if (editor.getValue() !== before) {
        new Notice("notelint: the note has changed in the meantime; nothing was fixed.");
      } else if (change) {
        editor.replaceRange(change.insert, editor.offsetToPos(change.from), editor.offsetToPos(change.to));
        new Notice("notelint: the safe fixes are made.");
      } else {
        new Notice("notelint: nothing to fix.");
      }
    });
  }

  private async findings(view: EditorView): Promise<Finding[]> {
    const path = this.settings.whileTyping ? view.state.field(editorInfoField, false)?.file?.path : undefined;
    if (!path) {
      return [];
    }
    const found = await this.told(() => run(this.vault(), checkArguments(path), view.state.doc.toString()), true);
    return found ? parseFindings(found) : [];
  }

  /** Read once for a text, when it is first hovered over. */
  private claims(view: EditorView): Promise<Claim[]> {
    if (!view.state.field(editorInfoField, false)?.file) {
      return Promise.resolve([]);
    }
    const text = view.state.doc.toString();
    if (this.claimsOf?.text !== text) {
      const read = this.told(() => run(this.vault(), factsArguments(), text), true);
      this.claimsOf = { text, claims: read.then((report) => (report ? parseClaims(report) : [])) };
    }
    return this.claimsOf.claims;
  }

  private vault(): Vault {
    const { adapter } = this.app.vault;
    if (!(adapter instanceof FileSystemAdapter)) {
      throw new ProgramMissing("notelint needs a vault in a folder of this computer.");
    }
    return { folder: adapter.getBasePath(), program: this.settings.path };
  }

  /** Shows why something could not be done; in the background the same reason only once. */
  private async told<Result>(work: () => Promise<Result>, background = false): Promise<Result | undefined> {
    try {
      const result = await work();
      this.lastComplaint = "";
      return result;
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (!background || message !== this.lastComplaint) {
        new Notice(`notelint: ${message}`, 10_000);
      }
      this.lastComplaint = message;
      return undefined;
    }
  }
}

class NotelintSettings extends PluginSettingTab {
  constructor(
    app: App,
    private readonly plugin: NotelintPlugin,
  ) {
    super(app, plugin);
  }

  display(): void {
    const { containerEl, plugin } = this;
    containerEl.empty();
    new Setting(containerEl)
      .setName("Path of notelint")
      .setDesc("Empty: the program of the virtual environment in the vault, otherwise the one on the PATH.")
      .addText((text) => text.setValue(plugin.settings.path).onChange((path) => this.save({ path: path.trim() })));
    new Setting(containerEl)
      .setName("Check while typing")
      .setDesc("Underlines what is wrong. The command “Check this note” works without it.")
      .addToggle((toggle) => toggle.setValue(plugin.settings.whileTyping).onChange((whileTyping) => this.save({ whileTyping })));
  }

  private async save(changed: Partial<Settings>): Promise<void> {
    Object.assign(this.plugin.settings, changed);
    await this.plugin.saveData(this.plugin.settings);
  }
}
