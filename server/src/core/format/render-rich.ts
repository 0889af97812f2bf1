import type { Rich, Run } from './rich.ts';

export type RichFormat = 'markdown' | 'text' | 'html';

/** Formatted text as Markdown, HTML or plain text. Whatever the words are, they are never taken for markup. */
export function renderRich(rich: Rich, format: RichFormat): string {
  return rich.map(RENDERERS[format]).join('');
}

const RENDERERS: Readonly<Record<RichFormat, (run: Run) => string>> = {
  text: ({ text }) => text,
  markdown: (run) => {
    const words = markdownWords(run);
    return run.superscript === true ? `^${words.replaceAll(' ', '\\ ')}^` : words;
  },
  html: (run) => {
    const words = run.italic === true ? `<em>${escapeHtml(run.text)}</em>` : escapeHtml(run.text);
    const linked =
      run.url !== undefined && isWebAddress(run.url)
        ? `<a href="${escapeHtml(run.url)}">${words}</a>`
        : words;
    return run.superscript === true ? `<sup>${linked}</sup>` : linked;
  },
};

function markdownWords({ text, url, italic }: Run): string {
  if (url !== undefined && isWebAddress(url)) {
    if (text === url && /^[^\s<>\\]+$/u.test(url)) return `<${url}>`;
    return `[${escapeMarkdown(text)}](<${url.replace(/[\s<>\\]/gu, encodeURIComponent)}>)`;
  }
  const words = escapeMarkdown(text);
  // Emphasis opens and closes next to its words only.
  return italic === true ? words.replace(/^(\s*)([^]*?)(\s*)$/u, '$1*$2*$3') : words;
}

/** Only such an address may lead anywhere: a statement's front matter can hold any text. */
function isWebAddress(url: string): boolean {
  return /^(?:https?|ftp):\/\/\S/iu.test(url);
}

/** What Pandoc or CommonMark would take for markup, or would change into another mark, with a backslash before it. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(/[\\`*_[\]@<>^~$|{}]/gu, '\\$&')
    .replace(/&(?=#|\w)/gu, '\\&')
    .replace(/-(?=-)|\.(?=\.\.)/gu, '\\$&')
    .replace(/^(\s*)([-+#])/u, '$1\\$2')
    .replace(/^(\s*\(?(?:\d+|[A-Za-z]|[ivxlcdm]+))([.)])(?=\s)/iu, '$1\\$2');
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
