// What notelint prints, in the positions of an editor. Nothing here needs Obsidian.

interface Position {
  readonly line: number; // from 1
  readonly column: number; // from 1, in code points
}

interface Span {
  readonly start: Position;
  readonly end: Position;
}

export interface Finding extends Span {
  readonly rule: string;
  readonly severity: "error" | "warning" | "info";
  readonly message: string;
  readonly url: string | null;
  readonly fix: Fix | null;
}

export interface Fix {
  readonly title: string;
  readonly applicability: "safe" | "unsafe" | "display";
  readonly edits: readonly (Span & { readonly replacement: string })[];
}

export interface Claim extends Span {
  readonly entity: string | null;
  readonly attribute: string | null;
  readonly canonical: { readonly status: string; readonly value: string | null; readonly source: string | null; readonly as_of: string | null } | null;
}

/** Offsets in UTF-16 units, as editors count. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export function parseFindings(report: string): Finding[] {
  return (JSON.parse(report) as { diagnostics: Finding[] }).diagnostics;
}

export function parseClaims(report: string): Claim[] {
  return (JSON.parse(report) as { claims: Claim[] }).claims;
}

/** Where spans are in the text. */
export class Offsets {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      this.starts.push(at + 1);
    }
  }

  range(span: Span): Range {
    const from = this.offset(span.start);
    return { from, to: Math.max(from, this.offset(span.end)) };
  }

  private offset({ line, column }: Position): number {
    const start = this.starts[line - 1];
    if (start === undefined) {
      return this.text.length;
    }
    let at = start;
    for (let passed = 1; passed < column && at < this.text.length && this.text[at] !== "\n"; passed++) {
      at += (this.text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    }
    return at;
  }
}

/** What the hover of a claim says, in lines; none for a claim that the packs know nothing of. */
export function claimLines(claim: Claim): string[] {
  const known = claim.canonical;
  if (!known?.value) {
    return [];
  }
  const status: Record<string, string> = { agrees: "agrees with", contradicts: "contradicts", outdated: "is older than" };
  const first = `This ${status[known.status] ?? "is compared with"} the canonical value: ${known.value}`;
  return [known.as_of ? `${first} (as of ${known.as_of})` : first];
}

/** The one replacement that turns `before` into `after`; what is the same at both ends stays, and with it the cursor. */
export function smallestChange(before: string, after: string): (Range & { insert: string }) | null {
  if (before === after) {
    return null;
  }
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) {
    from++;
  }
  let same = 0;
  while (same < shorter - from && before.at(-1 - same) === after.at(-1 - same)) {
    same++;
  }
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}
