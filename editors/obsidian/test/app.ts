// A stand-in for the parts of Obsidian that the plugin uses, for tests without the app.
import { StateField } from "@codemirror/state";

export const notices: string[] = [];

export class Notice {
  constructor(message: string) {
    notices.push(message);
  }
}

export class FileSystemAdapter {
  constructor(private readonly folder: string) {}

  getBasePath(): string {
    return this.folder;
  }
}

interface Command {
  id: string;
  name: string;
  editorCallback: (editor: unknown, note: unknown) => Promise<void>;
}

export class Plugin {
  readonly commands: Command[] = [];
  readonly extensions: unknown[] = [];
  data: unknown = null;

  constructor(readonly app: unknown) {}

  addCommand(command: Command): void {
    this.commands.push(command);
  }

  addSettingTab(): void {}

  registerEditorExtension(extension: unknown): void {
    this.extensions.push(extension);
  }

  async loadData(): Promise<unknown> {
    return this.data;
  }

  async saveData(data: unknown): Promise<void> {
    this.data = data;
  }
}

export class PluginSettingTab {}

export class Setting {}

export const editorInfoField = StateField.define<unknown>({ create: () => null, update: (value) => value });
