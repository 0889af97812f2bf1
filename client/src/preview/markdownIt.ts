/** As much of markdown-it as the preview's plugin touches: the preview brings its own. */
export interface MarkdownIt {
  readonly inline: { readonly ruler: Ruler<InlineRule> };
  readonly core: { readonly ruler: Ruler<CoreRule> };
  readonly renderer: { readonly rules: Record<string, RenderRule | undefined> };
  readonly utils: { escapeHtml(text: string): string };
}

export interface Ruler<Rule> {
  before(existing: string, name: string, rule: Rule): void;
  push(name: string, rule: Rule): void;
}

/** `true` if the rule took something; where `silent` it makes no token of it. */
export type InlineRule = (state: InlineState, silent: boolean) => boolean;

export interface InlineState {
  readonly src: string;
  pos: number;
  readonly posMax: number;
  readonly env: unknown;
  /** How many links the place stands in. */
  readonly linkLevel: number;
  push(type: string, tag: string, nesting: -1 | 0 | 1): Token;
}

export type CoreRule = (state: CoreState) => void;

export interface CoreState {
  /** Lines end with `\n`. */
  readonly src: string;
  readonly env: unknown;
  readonly tokens: readonly Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

export interface Token {
  readonly type: string;
  readonly nesting: number;
  content: string;
  /** `auto` for a link that is its own text. */
  readonly info: string;
  readonly markup: string;
  children: Token[] | null;
  meta: unknown;
  level: number;
  attrs: [name: string, value: string][] | null;
  attrGet(name: string): string | null;
  attrSet(name: string, value: string): void;
}

export type RenderRule = (
  tokens: readonly Token[],
  index: number,
  options: unknown,
  env: unknown,
  renderer: { renderToken(tokens: readonly Token[], index: number, options: unknown): string },
) => string;
