import type { PreviewLink, PreviewReference } from '../../../server/src/lsp/protocol.ts';
import type { CoreState, InlineRule, MarkdownIt, RenderRule, Token } from './markdownIt.ts';
import type { References } from './references.ts';

/** What the plugin asks of the world around it. */
export interface PluginHost {
  /** What is known of a text now; `undefined` if nothing is, or nothing is to be shown. */
  readonly referencesIn: (text: string) => References | undefined;
  /** A link from the document that is rendered to a file and line; `undefined` where no link can lead there. */
  readonly hrefFrom: (env: unknown, target: string) => string | undefined;
  /** True where the document that is rendered is to stay as it is. */
  readonly isLeftAlone: (env: unknown) => boolean;
}

const CITATION = 'pincite_citation';

/**
 * Shows citations and links to statements by titles, with the passage as their tooltip. Markdown's own rules decide
 * what is text: code, mathematics and tags are read before ours is asked.
 */
export function addReferences<Engine extends MarkdownIt>(md: Engine, host: PluginHost): Engine {
  const known = new WeakMap<object, References>();
  /** For engines that are given no environment. */
  let latest: References | undefined;
  const of = (env: unknown): References | undefined => (isObject(env) ? known.get(env) : latest);

  md.core.ruler.before('inline', 'pincite_known', ({ src, env }) => {
    latest = host.referencesIn(src);
    if (latest !== undefined && isObject(env)) known.set(env, latest);
  });
  md.inline.ruler.before('link', CITATION, citationRule(of));
  md.core.ruler.push('pincite_links', (state) => {
    const references = of(state.env);
    if (references === undefined) return;
    for (const token of state.tokens) {
      if (token.children !== null) token.children = withLinks(token.children, references, state);
    }
  });

  md.renderer.rules[CITATION] = (tokens, index, _options, env) => {
    const token = tokens[index];
    const shown = token?.meta as ShownCitation | undefined;
    if (token === undefined || shown === undefined) return '';
    if (host.isLeftAlone(env)) return md.utils.escapeHtml(token.content);
    return htmlOf(md, shown.reference, shown.isInLink ? undefined : hrefOf(host, env, shown.reference));
  };
  md.renderer.rules['link_open'] = linkRule(md.renderer.rules['link_open'], host);
  return md;
}

interface ShownCitation {
  readonly reference: PreviewReference;
  readonly isInLink: boolean;
}

function citationRule(of: (env: unknown) => References | undefined): InlineRule {
  return (state, silent) => {
    // Who looks for the end of a link's text counts the brackets in it one by one.
    const found = silent ? undefined : of(state.env)?.citationAt(state.src, state.pos);
    if (found === undefined || found.end > state.posMax) return false;
    const token = state.push(CITATION, '', 0);
    token.content = state.src.slice(state.pos, found.end);
    token.meta = { reference: found.citation, isInLink: state.linkLevel > 0 } satisfies ShownCitation;
    state.pos = found.end;
    return true;
  };
}

/** The same tokens, with those of links by key marked, and bare links set apart. */
function withLinks(tokens: readonly Token[], references: References, state: CoreState): Token[] {
  let level = 0;
  let own: PreviewLink | undefined;
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') {
      level++;
      const link = references.linkTo(token.attrGet('href') ?? '');
      if (link !== undefined) token.meta = link;
      // `<pincite:key>` has no words of its own.
      own = token.info === 'auto' ? link : undefined;
    } else if (token.type === 'link_close') {
      level--;
    } else if (token.type === 'text' && own !== undefined) {
      token.content = marked(own);
      own = undefined;
    } else if (token.type === 'text' && level === 0) {
      return withBareLinks(token, references, state);
    }
    return [token];
  });
}

function withBareLinks(token: Token, references: References, { Token: Made }: CoreState): Token[] {
  const found = references.bareLinks(token.content);
  if (found.length === 0) return [token];
  const tokens: Token[] = [];
  const add = (type: string, content: string, reference?: PreviewReference): void => {
    const made = new Made(type, '', 0);
    made.content = content;
    made.level = token.level;
    if (reference !== undefined) made.meta = { reference, isInLink: false } satisfies ShownCitation;
    tokens.push(made);
  };
  let at = 0;
  for (const { link, start, end } of found) {
    if (start > at) add('text', token.content.slice(at, start));
    add(CITATION, token.content.slice(start, end), link);
    at = end;
  }
  if (at < token.content.length) add('text', token.content.slice(at));
  return tokens;
}

/** A link by key leads to the passage; its scheme means nothing outside of Pincite. */
function linkRule(original: RenderRule | undefined, host: PluginHost): RenderRule {
  return (tokens, index, options, env, renderer) => {
    const token = tokens[index];
    const link = token?.meta as PreviewLink | null | undefined;
    if (token !== undefined && isReference(link) && !host.isLeftAlone(env)) {
      const href = hrefOf(host, env, link);
      // The preview reads where to go from the one, and shows the other. Without both it leads nowhere.
      token.attrs = token.attrs?.filter(([name]) => name !== 'href' && name !== 'data-href') ?? [];
      if (href !== undefined) token.attrs.push(['href', href], ['data-href', href]);
      token.attrSet('class', classOf(link));
      if (token.attrGet('title') === null) token.attrSet('title', tooltipOf(link));
    }
    return original === undefined
      ? renderer.renderToken(tokens, index, options)
      : original(tokens, index, options, env, renderer);
  };
}

function htmlOf(md: MarkdownIt, reference: PreviewReference, href: string | undefined): string {
  const escape = (text: string): string => md.utils.escapeHtml(text).replaceAll('\n', '&#10;');
  const attributes = `class="${classOf(reference)}" title="${escape(tooltipOf(reference))}"`;
  const text = escape(marked(reference));
  if (href === undefined) return `<span ${attributes}>${text}</span>`;
  return `<a ${attributes} href="${escape(href)}" data-href="${escape(href)}">${text}</a>`;
}

function hrefOf(host: PluginHost, env: unknown, { target }: PreviewReference): string | undefined {
  return target === undefined ? undefined : host.hrefFrom(env, target);
}

/** With a sign that needs no colour where something is wrong. */
function marked({ text, isBroken }: PreviewReference): string {
  return isBroken ? `⚠ ${text}` : text;
}

function tooltipOf({ problem, passage }: PreviewReference): string {
  return [problem, passage].filter((part) => part !== '').join('\n\n');
}

function classOf({ isBroken }: PreviewReference): string {
  return isBroken ? 'pincite-reference pincite-broken' : 'pincite-reference';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isReference(value: unknown): value is PreviewReference {
  return isObject(value) && 'passage' in value && 'isBroken' in value;
}
